package jo.sawt.assistant;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import jo.sawt.knowledge.text.Meanings;

/**
 * How a message is said, in counts: does it ask or want something, at the beginning of a clause or at all; does it wish,
 * thank, blame, tell of others' wrongs or of the writer's own; how long is it.
 */
final class Manner {
    private static final List<String> GROUPS = List.of(
            "wish",
            "praise",
            "blame",
            "violation",
            "thanks",
            "own-case",
            "case-state",
            "danger",
            "self-hurt",
            "third-party",
            "opens-matter",
            "log-it");
    private static final Pattern CLAUSE = Pattern.compile("[.,،؛;:!?؟\\n()]+|\\s-\\s|…");
    private static final Pattern CALL =
            Pattern.compile("(?<![\\p{L}\\p{N}])ا?[\\p{IsArabic}]{2,6}وا(?![\\p{L}\\p{N}])");
    private static final Pattern GLAD = Pattern.compile("[🌹🌷❤💐👏👍🙏😍🥰💚😊]");
    private static final Pattern SAD = Pattern.compile("[😢😡😠😤🤬😭💔😞]");
    private static final Pattern WHAT_IS = Pattern.compile("^(?:و)?(?:ما|من)$");

    private static final int TOLD = 6;

    private final Lexicon lexicon;

    Manner(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    double[] of(String text) {
        List<String> words = Words.of(text);
        Map<String, Integer> found = lexicon.scan(words);
        boolean mark = text.indexOf('؟') >= 0 || text.indexOf('?') >= 0;
        boolean opens = asksAtClause(text);
        boolean asks = opens || found.containsKey("asks");
        boolean wants = found.containsKey("wants");
        boolean praises = found.containsKey("praise") || found.containsKey("thanks");
        boolean blames = found.containsKey("blame");
        DoubleStream said = flags(
                mark,
                opens,
                asks,
                wants,
                !mark && !asks && !wants,
                !mark && !asks,
                mark && blames,
                praises && !blames && !asks,
                praises && blames,
                lexicon.has("wish", words.subList(0, Math.min(3, words.size()))),
                CALL.matcher(firstOf(text)).find(),
                GLAD.matcher(text).find(),
                SAD.matcher(text).find(),
                text.indexOf('!') >= 0,
                words.stream().anyMatch(word -> word.chars().allMatch(Character::isDigit)),
                words.size() > 14,
                words.size() < 4);
        Meanings.Felt felt = Meanings.felt(text);
        boolean bad = felt.bad() > 0;
        DoubleStream feelings = DoubleStream.concat(
                DoubleStream.of(Math.min(3, felt.bad()), Math.min(3, felt.good())),
                flags(bad && !mark && !asks, felt.good() > 0 && !bad && !asks, bad && asks));
        DoubleStream counted = GROUPS.stream().mapToDouble(group -> Math.min(2, found.getOrDefault(group, 0)));
        return Stream.of(said, feelings, counted, DoubleStream.of(Math.log1p(words.size())))
                .flatMapToDouble(Function.identity())
                .toArray();
    }

    /** Whether it has a mark or a word of asking. */
    boolean asksAnything(String text) {
        return text.indexOf('؟') >= 0
                || text.indexOf('?') >= 0
                || asksAtClause(text)
                || lexicon.has("asks", Words.of(text));
    }

    /** Whether it says that a complaint, a report or a suggestion follows, and asks nothing. */
    boolean announces(String text) {
        return lexicon.has("opens-matter", Words.of(text)) && !asksAnything(text);
    }

    /** Whether a service of such a name is there to take complaints, reports or objections. */
    boolean takesMatters(String name) {
        return lexicon.has("takes-matters", Words.of(name));
    }

    /** Whether it only tells what has happened: at some length, with no word or mark of asking or wanting. */
    boolean onlyTells(String text) {
        List<String> words = Words.of(text);
        return words.size() >= TOLD
                && !asksAnything(text)
                && !lexicon.has("wants", words)
                && lexicon.scan(words).keySet().stream().noneMatch(group -> group.startsWith("sure-"));
    }

    /** Whether a clause begins as a question does. */
    boolean asksAtClause(String text) {
        return Stream.of(CLAUSE.split(text, -1)).anyMatch(this::asks);
    }

    /** The last clause that begins as a question does; else the whole text. */
    String asking(String text) {
        String[] clauses = CLAUSE.split(text, -1);
        for (int i = clauses.length - 1; i >= 0; i--) {
            if (asks(clauses[i])) {
                return clauses[i].strip();
            }
        }
        return text;
    }

    private boolean asks(String clause) {
        List<String> words = lexicon.without(Words.of(clause), "greeting", "address");
        List<String> opening = words.subList(0, Math.min(3, words.size()));
        return !opening.isEmpty()
                && (lexicon.has("asks", opening.subList(0, Math.min(2, opening.size()))) || isWhat(opening));
    }

    /** «ما الوثائق» asks; «ما رد» denies. */
    private static boolean isWhat(List<String> opening) {
        return opening.size() > 1
                && WHAT_IS.matcher(opening.getFirst()).matches()
                && opening.get(1).startsWith("ال");
    }

    private static String firstOf(String text) {
        String[] words = text.strip().split("\\s+", 4);
        return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
    }

    private static DoubleStream flags(boolean... flags) {
        double[] row = new double[flags.length];
        for (int i = 0; i < flags.length; i++) {
            row[i] = flags[i] ? 1 : 0;
        }
        return DoubleStream.of(row);
    }
}
