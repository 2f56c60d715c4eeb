package jo.sawt.assistant;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jo.sawt.assistant.Memory.Pending;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.TextClassifier.Scored;
import jo.sawt.knowledge.text.Meanings;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Grounds;
import jo.sawt.ticketing.Grounds.Likely;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Unanswered;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** Says what a decision that a person may have to judge rests on, and which question it leaves unanswered. */
final class Grounding {
    private static final int MOST = 5;
    private static final double LIKELY = 0.1;
    private static final Pattern NUMERIC = Pattern.compile("[\\p{Nd}.,/-]+");

    private static final CharArraySet ENGLISH = EnglishAnalyzer.getDefaultStopSet();
    private static final CharArraySet ARABIC = ArabicAnalyzer.getDefaultStopSet();
    private static final Set<String> SMALL = Set.of(
            "my", "me", "you", "your", "we", "our", "us", "can", "tell", "each", "need", "want", "would", "should",
            "have", "has", "get", "got", "do", "does", "am", "please", "about", "some", "any", "from", "its", "his",
            "her", "بدي", "عندي", "عشان", "علشان", "تبع", "شي", "شو", "اللي", "مشان", "لازم");

    private final Reader reader;
    private final Understander understander;
    private final DepartmentReader departments;

    Grounding(Reader reader, Understander understander, DepartmentReader departments) {
        this.reader = reader;
        this.understander = understander;
        this.departments = departments;
    }

    Decision of(Content content, Turn turn, Decision decision) {
        String text = question(content, turn, decision);
        if (text.isBlank()) {
            return decision;
        }
        return switch (decision) {
            case Decision.Answer answer -> answer;
            case Decision.Clarify clarify -> clarify;
            case Decision.Refuse refuse ->
                new Decision.Refuse(
                        refuse.understanding().on(grounds(text, turn, refuse.gap())), refuse.reply(), refuse.gap());
            case Decision.Route route ->
                new Decision.Route(
                        route.understanding().on(grounds(text, turn, false)),
                        route.reply(),
                        route.subject(),
                        route.also());
            case Decision.HandOver over ->
                new Decision.HandOver(
                        over.understanding().on(grounds(text, turn, fitsNothing(over, turn))),
                        over.reply(),
                        over.reason(),
                        over.summary());
        };
    }

    /** Whether it was asked which service is meant, and nothing that the citizen said fitted one. */
    private static boolean fitsNothing(Decision.HandOver over, Turn turn) {
        return over.reason().equals(HandOvers.Reason.FAILED.wire())
                && turn.memory().pending() == Pending.SERVICE;
    }

    /** The words that the decision is about: these, or those before a question back that they answer. */
    private static String question(Content content, Turn turn, Decision decision) {
        boolean back = turn.memory().pending() != Pending.NOTHING && !(decision instanceof Decision.Refuse);
        return content instanceof Content.Words words
                        && !(back && !turn.memory().text().isBlank())
                ? words.text()
                : turn.memory().text();
    }

    private Grounds grounds(String text, Turn turn, boolean unanswered) {
        Reading reading = reader.read(text, turn.lang());
        Findings findings = understander.understand(reading, Optional.empty()).findings();
        List<Scored> scored = departments.read(reading, findings);
        return new Grounds(
                findings.candidates().stream()
                        .limit(MOST)
                        .map(c -> new Likely(c.service().id().value(), rounded(c.probability())))
                        .toList(),
                scored.stream()
                        .limit(MOST)
                        .map(d -> new Likely(d.label(), rounded(d.probability())))
                        .toList(),
                unanswered && !sealed(text) ? List.of(unanswered(reading, scored)) : List.of());
    }

    private static double rounded(double probability) {
        return Math.round(probability * 1_000) / 1_000.0;
    }

    /** What may be a report is for few eyes and goes into no collection. */
    private boolean sealed(String text) {
        if (understander.isReport(text) <= Dialogue.MAY_REPORT) {
            return false;
        }
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_gaps_sealed")
                        .description("Unanswered questions not recorded, since they may report a violation"))
                .increment();
        return true;
    }

    private static Unanswered unanswered(Reading reading, List<Scored> scored) {
        String masked = Masked.of(reading.text()).text();
        Optional<DepartmentId> department = scored.stream()
                .findFirst()
                .filter(best -> best.probability() >= LIKELY)
                .map(best -> new DepartmentId(best.label()));
        return new Unanswered(masked, topic(masked), register(reading), department);
    }

    static List<String> topic(String masked) {
        var words = jo.sawt.knowledge.text.Words.of(Masked.bare(masked));
        List<String> topic = Meanings.topic(words);
        return (topic.isEmpty() ? Meanings.of(words) : topic)
                .stream().filter(Grounding::tells).toList();
    }

    /** Whether a word says what a question is about; of a question of nothing but small words none is left. */
    private static boolean tells(String word) {
        return word.length() > 1
                && !NUMERIC.matcher(word).matches()
                && !ENGLISH.contains(word)
                && !ARABIC.contains(word)
                && !SMALL.contains(word);
    }

    private static String register(Reading reading) {
        if (reading.lang() == Lang.EN) {
            return Lang.EN.wire();
        }
        return Words.isArabic(reading.text()) ? Lang.AR.wire() : Languages.ARABIZI;
    }
}
