package jo.sawt.assistant;

import java.util.List;

/** How a message is said, in counts: does it ask, wish, thank, blame, tell of a violation; how does it begin; how long is it. */
final class Manner {
    private static final List<String> GROUPS =
            List.of("asks", "wish", "praise", "blame", "violation", "thanks", "own-case", "case-state", "danger");

    private final Lexicon lexicon;

    Manner(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    double[] of(String text) {
        List<String> words = Words.of(text);
        List<String> opening = words.subList(0, Math.min(2, words.size()));
        List<String> ending = words.subList(Math.max(0, words.size() - 5), words.size());
        double[] row = new double[GROUPS.size() + 9];
        int at = 0;
        for (String group : GROUPS) {
            row[at++] = Math.min(2, lexicon.count(group, words));
        }
        row[at++] = lexicon.has("asks", opening) ? 1 : 0;
        row[at++] = lexicon.has("asks", ending) ? 1 : 0;
        row[at++] = lexicon.has("wish", opening) ? 1 : 0;
        row[at++] = lexicon.has("praise", opening) ? 1 : 0;
        row[at++] = text.indexOf('؟') >= 0 || text.indexOf('?') >= 0 ? 1 : 0;
        row[at++] = text.indexOf('!') >= 0 ? 1 : 0;
        row[at++] = Math.log1p(words.size());
        row[at++] = words.size() > 14 ? 1 : 0;
        row[at] = words.stream().anyMatch(word -> word.chars().allMatch(Character::isDigit)) ? 1 : 0;
        return row;
    }
}
