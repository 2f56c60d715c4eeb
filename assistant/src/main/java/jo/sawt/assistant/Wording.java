package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jo.sawt.knowledge.Registry;
import jo.sawt.ticketing.Reply;

/**
 * Holds a wording of a composed answer against that answer and the fields it cites. Each word must be theirs or one of the
 * plain words that join others; each number must stand beside what it stands beside there; no number and no denial may be
 * added or left out; no link may be new.
 */
final class Wording {
    private static final Pattern TOKEN = Pattern.compile("\\d+(?:\\.\\d+)?|\\p{L}+");
    private static final Pattern LIST_NUMBER = Pattern.compile("(?m)^\\s*\\d+[.)] ");
    private static final Pattern LINK =
            Pattern.compile("(?i)(?:https?://|www\\.)\\S+|\\S+@\\S+|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}\\b");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cc}&&[^\\n]]|[<>`\\[\\]{}]");
    private static final Set<String> PLAIN = stems("""
            a an the of to for in on at by with from and or is are be as it its this that these those your you we our
            here there please follow then when which who also only must can may will need needs needed costs cost takes take
            bring prepare following about answer
            من في على الى إلى عن مع هو هي هذا هذه ذلك تلك التي الذي ان أن كما ثم او أو و يمكن يمكنك عليك لك انت نحن
            يرجى هناك هنا تحتاج يلزم يلزمك تبلغ تستغرق وهي وهو التالية الآتية
            """);
    private static final Set<String> DENIALS = stems("not no never without free none neither except unless exempt dont "
            + "cannot لا ليس ليست غير بدون دون مجانا مجاني مجانية الا إلا ما لم لن يعفى معفى معفاة معفي بلا ولا");

    private final CitedFields fields;
    private final Evidence evidence;

    Wording(Registry registry) {
        this.fields = new CitedFields(registry);
        this.evidence = new Evidence(fields);
    }

    /** What the wording says, or leaves out, against its sources; empty where it may be shown. */
    List<String> faults(String said, Reply composed) {
        List<String> faults = unsupported(said, composed);
        String own = withoutListNumbers(composed.text());
        String plain = withoutListNumbers(said);
        faults.addAll(evidence.numbersNotIn(own, plain));
        faults.addAll(denials(tokens(own), new HashSet<>(tokens(plain))));
        return faults;
    }

    /** Whether an answer denies something, so that a part of its wording might say the opposite. */
    boolean denies(Reply composed) {
        return tokens(composed.text()).stream().anyMatch(DENIALS::contains);
    }

    /** What the beginning of a wording says without a source, whatever may still come after it. */
    List<String> unsupported(String said, Reply composed) {
        if (said.isBlank()
                || said.length() > 2 * composed.text().length() + 200
                || UNSEEN.matcher(said).find()) {
            return new ArrayList<>(List.of("form"));
        }
        String own = withoutListNumbers(composed.text());
        String source = own + "\n"
                + String.join(
                        "\n", composed.citations().stream().map(fields::text).toList());
        String plain = withoutListNumbers(said);
        List<String> faults = new ArrayList<>(evidence.numbersNotIn(plain, source));
        faults.addAll(newLinks(plain, source));
        List<String> words = tokens(plain);
        Set<String> known = new HashSet<>(tokens(source));
        for (String word : words) {
            if (!Character.isDigit(word.charAt(0)) && !known.contains(word) && !PLAIN.contains(word)) {
                faults.add(word);
            }
        }
        faults.addAll(misplaced(words, tokens(source)));
        faults.addAll(denials(words, new HashSet<>(tokens(own))));
        return faults;
    }

    private static String withoutListNumbers(String text) {
        return LIST_NUMBER.matcher(text).replaceAll(" ");
    }

    private static List<String> newLinks(String said, String source) {
        return LINK.matcher(said)
                .results()
                .map(link -> link.group().replaceAll("[.,،؛:)]+$", ""))
                .filter(link -> !source.contains(link))
                .toList();
    }

    /** The numbers beside none of the words that they are beside in the source. */
    private static List<String> misplaced(List<String> said, List<String> source) {
        List<String> misplaced = new ArrayList<>();
        for (int at = 0; at < said.size(); at++) {
            String number = said.get(at);
            if (!Character.isDigit(number.charAt(0))) {
                continue;
            }
            Set<String> beside = new HashSet<>();
            for (int there = 0; there < source.size(); there++) {
                if (source.get(there).equals(number)) {
                    beside.addAll(beside(source, there));
                }
            }
            if (!beside.isEmpty() && beside(said, at).stream().noneMatch(beside::contains)) {
                misplaced.add(number);
            }
        }
        return misplaced;
    }

    private static Set<String> beside(List<String> tokens, int at) {
        Set<String> beside = new HashSet<>(tokens.subList(Math.max(0, at - 2), Math.min(tokens.size(), at + 3)));
        beside.removeIf(token -> Character.isDigit(token.charAt(0)) || PLAIN.contains(token));
        return beside;
    }

    /** The denials among these words that are not among those. */
    private static List<String> denials(List<String> words, Set<String> others) {
        return words.stream()
                .distinct()
                .filter(word -> DENIALS.contains(word) && !others.contains(word))
                .toList();
    }

    private static Set<String> stems(String words) {
        return new HashSet<>(tokens(words));
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(Words.fold(text.replace("'", "").replace("’", "")))
                .results()
                .map(match -> stem(match.group()))
                .toList();
    }

    /** Without the particles written onto an Arabic word, and the plural of an English one; a number without its zeros. */
    private static String stem(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return new java.math.BigDecimal(word).stripTrailingZeros().toPlainString();
        }
        String bare = Words.isArabic(word)
                ? word.replaceFirst("^[وف]?(?:[بك]?ال|لل)?(?=..)", "")
                : word.replaceFirst("(?<=..)s$", "");
        return bare.length() < 2 ? word : bare;
    }
}
