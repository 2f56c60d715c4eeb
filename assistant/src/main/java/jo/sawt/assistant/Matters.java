package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import jo.sawt.assistant.Memory.Pending;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.TextClassifier.Scored;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Reply;

/** Takes complaints, reports, suggestions and praise to the department they are for, asking at most twice. */
final class Matters {
    private static final double CLEAR = 0.3;
    private static final double LIKELY = 0.5;
    private static final double GOES_ON = 0.5;
    private static final double NAMED_SERVICE = 0.5;
    private static final int MOST_QUESTIONS = 2;

    private final Registry registry;
    private final DepartmentReader departments;
    private final Replies replies;
    private final Lexicon lexicon;

    Matters(Registry registry, DepartmentReader departments, Replies replies, Lexicon lexicon) {
        this.registry = registry;
        this.departments = departments;
        this.replies = replies;
        this.lexicon = lexicon;
    }

    /** Whether a message only says that a matter is to follow. */
    boolean opensOnly(Reading reading) {
        return lexicon.has("opens-matter", reading.words())
                && lexicon.without(reading.words(), "opens-matter", "only-polite", "greeting", "thanks")
                        .isEmpty();
    }

    Decision ask(Kind kind, Lang lang, Memory memory) {
        Noted noted = Noted.of(lang, kind, 0.8);
        return new Decision.Clarify(
                noted.remembering(memory.asking(Pending.MATTER, "", Optional.of(kind))),
                replies.say(lang, "answer.clarify.matter"));
    }

    /** Asks what it is about, unless enough was asked; then it goes to a person who finds that out. */
    Decision askOrRoute(Kind kind, Lang lang, Memory memory) {
        return memory.asked() < MOST_QUESTIONS
                ? ask(kind, lang, memory)
                : route(kind, lang, Optional.empty(), Optional.empty(), 0.5, false, memory);
    }

    /**
     * The department that a message is likely for: of a matter the one it would be routed to, of anything else only where
     * one is likelier than all others together.
     */
    Optional<DepartmentId> likely(Meaning meaning) {
        Scored best = departments.read(meaning.reading(), meaning.findings()).getFirst();
        double least = meaning.kind() == Kind.INQUIRY ? LIKELY : CLEAR;
        return best.probability() >= least ? Optional.of(new DepartmentId(best.label())) : Optional.empty();
    }

    Decision take(Meaning meaning, Kind kind, Lang lang, Memory memory) {
        List<Scored> scored = departments.read(meaning.reading(), meaning.findings());
        Optional<ServiceRecord> service = service(meaning, scored);
        Scored best = scored.getFirst();
        boolean light = kind == Kind.PRAISE || kind == Kind.SUGGESTION;
        if (best.probability() >= CLEAR || (light && best.probability() >= CLEAR / 2)) {
            return route(
                    kind,
                    lang,
                    service,
                    Optional.of(new DepartmentId(best.label())),
                    best.probability(),
                    danger(meaning),
                    memory);
        }
        Optional<ServiceRecord> talkedAbout = talkedAbout(meaning);
        if (talkedAbout.isPresent()) {
            return route(
                    kind,
                    lang,
                    talkedAbout,
                    talkedAbout.map(ServiceRecord::department),
                    meaning.best(),
                    danger(meaning),
                    memory);
        }
        if (memory.asked() >= MOST_QUESTIONS) {
            return route(kind, lang, service, Optional.empty(), best.probability(), danger(meaning), memory);
        }
        Noted noted = new Noted(
                lang, kind, service, Optional.of(new DepartmentId(best.label())), Optional.empty(), best.probability());
        return new Decision.Clarify(
                noted.remembering(
                        memory.asking(Pending.DEPARTMENT, meaning.reading().text(), Optional.of(kind))),
                replies.departments(lang, scored));
    }

    /** The service that the conversation is about, where the message goes on about it. */
    private static Optional<ServiceRecord> talkedAbout(Meaning meaning) {
        return meaning.context()
                .map(Context::service)
                .filter(service -> !meaning.candidates().isEmpty() && meaning.best() > GOES_ON)
                .filter(service -> service.id()
                        .equals(meaning.candidates().getFirst().service().id()));
    }

    /** After the citizen picked a department, or said that it is none of those. */
    Decision routeTo(Optional<DepartmentId> department, Lang lang, Memory memory) {
        Kind kind = memory.kind().orElse(Kind.COMPLAINT);
        return route(kind, lang, Optional.empty(), department, 0.95, false, memory);
    }

    private boolean danger(Meaning meaning) {
        return lexicon.has("danger", meaning.reading().words());
    }

    private Decision route(
            Kind kind,
            Lang lang,
            Optional<ServiceRecord> service,
            Optional<DepartmentId> department,
            double confidence,
            boolean danger,
            Memory memory) {
        Noted noted = new Noted(lang, kind, service, department, Optional.empty(), confidence);
        Memory next = service.map(s -> memory.answered(s.id().value(), Optional.empty(), ""))
                .orElseGet(memory::settled);
        Reply reply = replies.routed(lang, kind, department);
        if (danger) {
            String first = Messages.text(lang, "answer.danger", Replies.EMERGENCY);
            reply = new Reply(first + "\n" + reply.text(), List.of(), List.of());
        }
        return new Decision.Route(noted.remembering(next), reply, replies.subject(lang, kind, service, department));
    }

    /** The service a matter is about: the likeliest of the likeliest department, where it is likely enough. */
    private Optional<ServiceRecord> service(Meaning meaning, List<Scored> scored) {
        String department = scored.getFirst().label();
        return meaning.candidates().stream()
                .filter(c -> c.service().department().value().equals(department))
                .filter(c -> c.probability() * meaning.findings().answerable() >= NAMED_SERVICE / 2)
                .findFirst()
                .map(c -> c.service())
                .filter(s -> registry.service(s.id()).isPresent());
    }
}
