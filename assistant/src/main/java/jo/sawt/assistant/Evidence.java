package jo.sawt.assistant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/**
 * Holds an answer against the fields that it cites: every number, amount and word of it must occur in one of them, or be one
 * of the catalogue's own words, which carry no facts.
 */
final class Evidence {
    private static final Pattern LIST_NUMBER = Pattern.compile("(?m)^\\d+\\. ");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final CitedFields fields;

    Evidence(CitedFields fields) {
        this.fields = fields;
    }

    /** What the answer says that no cited field does; empty for an honest answer. */
    List<String> unsupported(String answer, Lang lang, List<Citation> citations) {
        String source = String.join("\n", citations.stream().map(fields::text).toList());
        String said = LIST_NUMBER.matcher(answer).replaceAll("");
        List<String> lacking = new ArrayList<>(numbersNotIn(said, source));
        Set<String> known = new HashSet<>(Words.of(source));
        known.addAll(frame(lang));
        for (String word : Words.of(said)) {
            if (!known.contains(word) && !word.chars().allMatch(Character::isDigit)) {
                lacking.add(word);
            }
        }
        return lacking;
    }

    /** The numbers that no cited field has; 50 and 50.000 are the same number. */
    List<String> numbersNotIn(String said, String source) {
        Set<BigDecimal> known = new HashSet<>(numbers(source));
        List<String> lacking = new ArrayList<>();
        for (BigDecimal number : numbers(said)) {
            if (!known.contains(number)) {
                lacking.add(number.toPlainString());
            }
        }
        return lacking;
    }

    private static List<BigDecimal> numbers(String text) {
        return NUMBER.matcher(Words.fold(text))
                .results()
                .map(match -> new BigDecimal(match.group()).stripTrailingZeros())
                .toList();
    }

    private static Set<String> frame(Lang lang) {
        Set<String> words = new HashSet<>();
        for (String key : Messages.keys(lang)) {
            if (key.startsWith("answer.")) {
                Words.of(Messages.text(lang, key, "", "", "")).stream()
                        .filter(word -> word.chars().noneMatch(Character::isDigit))
                        .forEach(words::add);
            }
        }
        return words;
    }
}
