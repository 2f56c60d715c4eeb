package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Decision;

/**
 * A message may hold several matters: «… وسؤال ثاني …», "also I want to complain". It is parted only where its words say so,
 * since a story and the question at its end are one matter.
 */
final class Parts {
    private static final int LEAST_WORDS = 3;
    private static final int LONGEST_MARK = 5;
    private static final int MOST_PARTS = 3;
    /** Nobody writes several matters into a flood. */
    private static final int MOST_WORDS = 200;

    private static final Lexicon MARKS = Lexicon.load("parts.txt");
    private static final Pattern WORD = Pattern.compile("\\S+");

    private Parts() {}

    static List<String> of(String text) {
        List<MatchResult> words =
                WORD.matcher(text).results().limit(MOST_WORDS + 1L).toList();
        if (words.size() > MOST_WORDS || !MARKS.has("another-matter", Words.of(text))) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = LEAST_WORDS; at <= words.size() - LEAST_WORDS && parts.size() < MOST_PARTS - 1; at++) {
            if (at - from >= LEAST_WORDS && begins(text, words, at)) {
                parts.add(text.substring(words.get(from).start(), words.get(at).start())
                        .strip());
                from = at;
            }
        }
        if (parts.isEmpty()) {
            return List.of(text);
        }
        parts.add(text.substring(words.get(from).start()).strip());
        return parts;
    }

    private static boolean begins(String text, List<MatchResult> words, int at) {
        for (int end = at; end < Math.min(words.size(), at + LONGEST_MARK); end++) {
            String mark = text.substring(words.get(at).start(), words.get(end).end());
            if (MARKS.is("another-matter", Words.of(mark))) {
                return true;
            }
        }
        return false;
    }

    /** Whether each part was answered or routed, and no two are about the same service, or about the same department. */
    static boolean areMatters(List<Decision> decisions) {
        Set<Object> about = new HashSet<>();
        return decisions.stream().allMatch(Parts::isSettled)
                && decisions.stream()
                        .map(Decision::understanding)
                        .allMatch(of -> about.add(
                                of.service().<Object>map(service -> service).orElse(of.department())));
    }

    private static boolean isSettled(Decision decision) {
        return decision instanceof Decision.Answer || decision instanceof Decision.Route;
    }
}
