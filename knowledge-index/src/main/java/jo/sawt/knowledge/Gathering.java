package jo.sawt.knowledge;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jo.sawt.knowledge.text.Words;

/** Gathers ways of asking from conversations, and lets editors take them into the registry. */
public final class Gathering {
    private static final System.Logger LOG = System.getLogger(Gathering.class.getName());

    /** What stands for masked data in a text. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z]+_[0-9]+]");

    private static final int LONGEST = 500;
    private static final int FEWEST_WORDS = 2;
    private static final int ID_BYTES = 12;

    private final LiveRegistry registry;
    private final Ways ways;
    private final HeardWays heard;
    private final InstantSource clock;

    public Gathering(LiveRegistry registry, HeardWays heard, InstantSource clock) {
        this.registry = registry;
        this.ways = new Ways(registry);
        this.heard = heard;
        this.clock = clock;
    }

    /**
     * Notes a question whose answer was confirmed. One that is on record already, that an editor has judged, or that says
     * nothing by itself is left out; each outcome is counted.
     *
     * @param text without personal data
     */
    public Hearing hear(ServiceId service, String text, Optional<Facet> facet, Heard.Source source) {
        Hearing hearing;
        try {
            hearing = heard(service, text.strip(), facet, source);
        } catch (RegistryUnavailable e) {
            LOG.log(Level.WARNING, "a confirmed question of ticket " + source.ticket() + " was not noted", e);
            hearing = Hearing.LOST;
        }
        count(source.confirmation(), hearing);
        return hearing;
    }

    private Hearing heard(ServiceId service, String text, Optional<Facet> facet, Heard.Source source) {
        String normal =
                Words.normalise(PLACEHOLDER.matcher(text).replaceAll(" ")).strip();
        if (text.length() > LONGEST || normal.split(" ", -1).length < FEWEST_WORDS) {
            return Hearing.UNFIT;
        }
        if (registry.service(service).isEmpty()) {
            return Hearing.UNFIT;
        }
        if (ways.of(service).stream()
                .anyMatch(way -> Words.normalise(way.text()).equals(normal))) {
            return Hearing.ON_RECORD;
        }
        String id = Utterance.digest(service.value() + "\n" + normal, ID_BYTES);
        for (int attempt = 1; attempt <= RecordImport.ATTEMPTS; attempt++) {
            Optional<Heard> known = heard.of(id);
            if (known.filter(one -> one.state() != Heard.State.OPEN).isPresent()) {
                return Hearing.JUDGED;
            }
            Heard next = known.map(one -> one.again(source))
                    .orElseGet(() -> new Heard(
                            id, service, text, facet, Heard.State.OPEN, 1, 1, List.of(source), Optional.empty()));
            if (known.filter(next::equals).isPresent() || heard.save(next)) {
                return known.isPresent() ? Hearing.AGAIN : Hearing.NOTED;
            }
        }
        return Hearing.LOST;
    }

    private static void count(Heard.Confirmation confirmation, Hearing hearing) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_registry_questions_heard")
                        .description("Confirmed questions from conversations, by who confirmed and what became of them")
                        .tags(List.of(
                                Tag.create("confirmed", confirmation.wire()), Tag.create("outcome", hearing.wire()))))
                .increment();
    }

    /** Those in a state that an editor may judge, the most often heard first. */
    public List<Heard> in(Heard.State state, Editor editor) {
        return heard.in(state).stream()
                .filter(one -> owned(one.service(), editor))
                .toList();
    }

    private boolean owned(ServiceId service, Editor editor) {
        return editor.department().isEmpty()
                || registry.service(service)
                        .filter(record -> editor.department().get().equals(record.department()))
                        .isPresent();
    }

    /** The way of asking that a candidate would become: without what stands for masked data. */
    public Optional<Utterance> proposed(String id) {
        return heard.of(id).map(one -> {
            String text = PLACEHOLDER
                    .matcher(one.text())
                    .replaceAll(" ")
                    .replaceAll("\\s+", " ")
                    .strip();
            return new Utterance(
                    one.service(), text, register(text), one.facet().orElse(null));
        });
    }

    /** By its script alone: an editor who knows better says so. */
    private static String register(String text) {
        boolean arabic = text.codePoints().anyMatch(point -> is(point, Character.UnicodeScript.ARABIC));
        boolean latin = text.codePoints().anyMatch(point -> is(point, Character.UnicodeScript.LATIN));
        if (arabic && !latin) {
            return "jordanian";
        }
        return latin && !arabic ? latin(text) : "mixed";
    }

    /** Arabizi writes letters as digits inside of words. */
    private static String latin(String text) {
        return text.matches(".*(\\p{IsLatin}[2356789]|[2356789]\\p{IsLatin}).*") ? "arabizi" : "english";
    }

    private static boolean is(int point, Character.UnicodeScript script) {
        return Character.UnicodeScript.of(point) == script;
    }

    /** Takes a candidate into the ways of asking, as it is or as the editor words it. The way is stored first. */
    public Judging accept(String id, Utterance way, Editor editor) {
        Optional<Heard> found = heard.of(id);
        if (found.isEmpty() || found.get().state() == Heard.State.REJECTED) {
            return new Judging.Gone();
        }
        if (!owned(found.get().service(), editor)) {
            return new Judging.NotAllowed();
        }
        return switch (ways.add(way, editor, "heard")) {
            case Filing.Filed filed -> judged(found.get(), Heard.State.ACCEPTED, editor, "");
            case Filing.Unchanged unchanged -> judged(found.get(), Heard.State.ACCEPTED, editor, "");
            case Filing.Refused refused -> new Judging.Refused(refused.flaws());
            case Filing.Conflict conflict -> new Judging.Gone();
            case Filing.NotYours none -> new Judging.NotAllowed();
        };
    }

    /** Keeps a candidate out; the same question does not come again. */
    public Judging reject(String id, String reason, Editor editor) {
        Optional<Heard> found = heard.of(id);
        if (found.isEmpty() || found.get().state() == Heard.State.ACCEPTED) {
            return new Judging.Gone();
        }
        return owned(found.get().service(), editor)
                ? judged(found.get(), Heard.State.REJECTED, editor, reason)
                : new Judging.NotAllowed();
    }

    private Judging judged(Heard one, Heard.State state, Editor editor, String reason) {
        Heard now = one;
        for (int attempt = 1; attempt <= RecordImport.ATTEMPTS; attempt++) {
            if (now.state() == state) {
                return new Judging.Judged(now);
            }
            Heard next = now.judged(state, new Heard.Verdict(editor.username(), clock.instant(), reason));
            if (heard.save(next)) {
                return new Judging.Judged(next);
            }
            now = heard.of(one.id()).orElse(now);
        }
        return new Judging.Gone();
    }

    /** What became of a question that was heard. */
    public enum Hearing {
        /** A new candidate. */
        NOTED,
        /** A candidate heard once more. */
        AGAIN,
        /** The registry has it. */
        ON_RECORD,
        /** An editor has judged it before. */
        JUDGED,
        /** Too short, too long, or of a service that is not offered. */
        UNFIT,
        /** The store was away, or others were quicker again and again. */
        LOST;

        /** The lower-case name. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of an editor's verdict. */
    public sealed interface Judging {
        /** The candidate as it stands now. */
        record Judged(Heard heard) implements Judging {}

        /** There is none of this id, or it was judged otherwise before. */
        record Gone() implements Judging {}

        /** Something must be mended first. */
        record Refused(List<Flaw> flaws) implements Judging {
            public Refused {
                flaws = List.copyOf(flaws);
            }
        }

        /** The service is another department's. */
        record NotAllowed() implements Judging {}
    }
}
