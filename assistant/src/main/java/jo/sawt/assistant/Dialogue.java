package jo.sawt.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jo.sawt.assistant.HandOvers.Reason;
import jo.sawt.assistant.Memory.Pending;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Reply;

/** One step of a conversation: a message in, a decision out. Holds nothing between steps. Safe for many threads. */
final class Dialogue {
    /** How surely a message must be a question to be none of the complaint that was announced before it. */
    private static final double ASKS_INSTEAD = 0.9;

    /** And how surely of no other kind. */
    private static final double NO_MATTER = 0.7;

    /** From here on a text may be a report of a violation: it goes to no model outside and into no collection. */
    static final double MAY_REPORT = 0.1;

    /** The most words of a message that only names what is meant. */
    private static final int MOST_NAMING = 3;

    /** The most words of a message whose only sign of a wish for a person is the word for an employee. */
    private static final int MOST_WISHING = 5;

    private static final double OFFERED = 0.3;

    /** Above this, a question that has a word of law is about the service that was found. */
    private static final double SURELY_A_SERVICE = 0.8;

    private static final int MOST_QUESTIONS = 2;

    /** How much like a question to the registry what it has no answer to must be, to be a gap in it. */
    private static final double NEAR_A_SERVICE = 0.3;

    private final Understanding understanding;
    private final Answers answers;
    private final Matters matters;
    private final HandOvers handOvers;
    private final Replies replies;
    private final Outcomes outcomes;

    /** The means of reading and understanding, which belong together. */
    record Understanding(Reader reader, Understander understander, Picks picks, Lexicon lexicon, Names names) {}

    Dialogue(Understanding understanding, Answers answers, Matters matters, HandOvers handOvers, Replies replies) {
        this.understanding = understanding;
        this.answers = answers;
        this.matters = matters;
        this.handOvers = handOvers;
        this.replies = replies;
        this.outcomes = understanding.understander().outcomes();
    }

    Decision step(Content content, Turn turn) {
        return switch (content) {
            case Content.PersonWanted wanted ->
                handOvers.because(Reason.PERSON, Noted.of(turn.answerIn(), turn.kind(), 1), turn.memory());
            case Content.Choice choice -> chosen(choice.option(), turn.answerIn(), turn);
            case Content.Words words -> words(words.text(), turn);
        };
    }

    /** Whether a text might be a report of a violation; rather once too often. */
    boolean mayReport(String text) {
        return understanding.understander().isReport(text) > MAY_REPORT;
    }

    private Decision words(String text, Turn turn) {
        Reading reading = understanding.reader().read(text, turn.lang());
        Lang lang = turn.forced().orElse(reading.lang());
        if (wantsPerson(reading)) {
            return handOvers.because(Reason.PERSON, Noted.of(lang, Kind.INQUIRY, 0.9), turn.memory());
        }
        if (reading.entities().reference().isPresent()) {
            String reference = reading.entities().reference().get().value();
            return courtesy(lang, turn.memory().settled(), replies.say(lang, "answer.track", reference));
        }
        Optional<Option> picked = turn.offered().isEmpty()
                ? Optional.empty()
                : understanding.picks().pick(reading, turn.offered());
        if (picked.isPresent()) {
            return chosen(picked.get().id(), lang, turn);
        }
        return understood(reading, lang, turn);
    }

    /** A word that only names an employee is a wish for one where little else is said, and else part of what is told. */
    private boolean wantsPerson(Reading reading) {
        Lexicon lexicon = understanding.lexicon();
        List<String> words = reading.words();
        int phrases = lexicon.scan(words).getOrDefault("person", 0);
        int covered = words.size() - lexicon.without(words, "person").size();
        return phrases > 0 && (covered > phrases || words.size() <= MOST_WISHING);
    }

    private Decision understood(Reading reading, Lang lang, Turn turn) {
        Memory memory = turn.memory();
        boolean expected = memory.pending() == Pending.MATTER || memory.pending() == Pending.DEPARTMENT;
        if (expected && !asksInstead(reading)) {
            Reading whole = joined(memory.text(), reading, lang);
            Meaning meaning = understanding.understander().understand(whole, Optional.empty());
            return matters.take(meaning, memory.kind().orElse(Kind.COMPLAINT), lang, memory);
        }
        if (matters.opensOnly(reading)) {
            return matters.ask(understanding.understander().kindOpened(reading), lang, memory);
        }
        if (memory.pending() == Pending.SERVICE) {
            Optional<Decision> narrowed = narrowed(reading, lang, turn);
            if (narrowed.isPresent()) {
                return narrowed.get();
            }
        }
        Optional<Context> context = Context.of(memory, understanding.names());
        return decided(understanding.understander().understand(reading, context), lang, memory);
    }

    /** Whether a message that should have told of a matter is surely a question instead. */
    private boolean asksInstead(Reading reading) {
        Meaning alone = understanding.understander().understand(reading, Optional.empty());
        return outcomes.of(alone) == Outcomes.Outcome.ANSWER
                && alone.findings().answerable() > ASKS_INSTEAD
                && alone.kinds().getOrDefault(Kind.INQUIRY, 0.0) > NO_MATTER;
    }

    private Decision decided(Meaning meaning, Lang lang, Memory memory) {
        Outcomes.Outcome outcome = outcomes.of(meaning);
        Optional<Decision> law =
                mayAskTheLaw(outcome, meaning) ? answers.law(meaning.reading(), lang, memory) : Optional.empty();
        if (law.isPresent()) {
            return law.get();
        }
        return switch (outcome) {
            case ANSWER -> answer(meaning, lang, memory);
            case ROUTE -> matters.take(meaning, meaning.matter(), lang, memory);
            case CLARIFY -> clarify(meaning, lang, memory);
            case REFUSE -> refuse(meaning, lang, memory);
            case HAND_OVER -> handedOver(meaning, lang, memory);
            case COURTESY -> courtesy(meaning.reading(), lang, memory);
            case ABUSE -> abuse(lang, memory);
        };
    }

    /** Words of law stand in questions about a service too, and in what is no question at all. */
    private boolean mayAskTheLaw(Outcomes.Outcome outcome, Meaning meaning) {
        return switch (outcome) {
            case ROUTE, ABUSE -> false;
            case ANSWER -> meaning.confidence() < SURELY_A_SERVICE;
            case CLARIFY, HAND_OVER, COURTESY -> true;
            case REFUSE ->
                !understanding.lexicon().has("off-topic", meaning.reading().words());
        };
    }

    private Decision answer(Meaning meaning, Lang lang, Memory memory) {
        Candidate best = meaning.candidates().getFirst();
        return answers.service(best.service(), meaning.facets(), meaning.reading(), lang, meaning.confidence(), memory);
    }

    private Decision clarify(Meaning meaning, Lang lang, Memory memory) {
        if (memory.asked() >= MOST_QUESTIONS) {
            return handOvers.because(Reason.FAILED, Noted.of(lang, Kind.INQUIRY, 0.5), memory);
        }
        Memory next = memory.asking(Pending.SERVICE, meaning.reading().text(), Optional.empty());
        if (meaning.candidates().isEmpty()) {
            return new Decision.Clarify(
                    noted(meaning, lang, 0.3).remembering(next), replies.say(lang, "answer.clarify.open"));
        }
        List<ServiceRecord> services = open(meaning);
        Reply reply = answers.event(meaning.reading())
                .map(event -> replies.event(lang, event, answers.bundle(event)))
                .orElseGet(() -> replies.services(lang, services));
        Noted noted = Noted.of(lang, meaning.kind(), meaning.best())
                .about(services.getFirst(), Optional.of(meaning.facets().getFirst()));
        return new Decision.Clarify(noted.remembering(next), reply);
    }

    /** The services to ask about: those that the words name alike, then the likeliest others. */
    private static List<ServiceRecord> open(Meaning meaning) {
        return Stream.concat(meaning.findings().alike().stream(), meaning.candidates().stream())
                .map(Candidate::service)
                .distinct()
                .toList();
    }

    private Decision refuse(Meaning meaning, Lang lang, Memory memory) {
        double answerable = meaning.findings().answerable();
        boolean near = meaning.sort("refused") < 0.5 || answerable > NEAR_A_SERVICE;
        boolean gap = near
                && !meaning.candidates().isEmpty()
                && !understanding.lexicon().has("off-topic", meaning.reading().words());
        Reply reply = gap ? replies.nearest(lang, meaning.candidates()) : replies.say(lang, "answer.refused");
        Memory next =
                gap ? memory.asking(Pending.SERVICE, meaning.reading().text(), Optional.empty()) : memory.settled();
        return new Decision.Refuse(noted(meaning, lang, 1 - answerable).remembering(next), reply, gap);
    }

    /** What is understood of a message that no service is found for: its kind, and the department it is likely for. */
    private Noted noted(Meaning meaning, Lang lang, double confidence) {
        return new Noted(lang, meaning.kind(), Optional.empty(), matters.likely(meaning), Optional.empty(), confidence);
    }

    private Decision handedOver(Meaning meaning, Lang lang, Memory memory) {
        List<String> words = meaning.reading().words();
        boolean danger = understanding.lexicon().has("danger", words)
                || understanding.lexicon().has("distress", words);
        Noted noted = noted(meaning, lang, meaning.sort("handover"));
        double least = meaning.context().isPresent() ? 0.3 : 0.5;
        Memory next = memory;
        if (!meaning.candidates().isEmpty() && meaning.best() > least) {
            ServiceRecord about = meaning.candidates().getFirst().service();
            noted = noted.about(about, Optional.of(meaning.facets().getFirst()));
            boolean goesOn = memory.service()
                    .filter(id -> !id.equals(about.id().value()))
                    .isEmpty();
            next = goesOn
                    ? memory.answered(
                            about.id().value(),
                            memory.facet(),
                            meaning.reading().text())
                    : memory;
        }
        return handOvers.because(danger ? Reason.DANGER : Reason.CASE, noted, next);
    }

    private Decision courtesy(Reading reading, Lang lang, Memory memory) {
        List<String> words = reading.words();
        Lexicon lexicon = understanding.lexicon();
        String key = lexicon.has("goodbye", words)
                ? "answer.goodbye"
                : lexicon.has("thanks", words)
                        ? "answer.thanks"
                        : lexicon.has("greeting", words) || memory.services().isEmpty()
                                ? "answer.greeting"
                                : "answer.thanks";
        return courtesy(lang, memory.settled(), replies.say(lang, key));
    }

    private static Decision courtesy(Lang lang, Memory memory, Reply reply) {
        return new Decision.Answer(Noted.of(lang, Kind.INQUIRY, 0.9).remembering(memory), reply);
    }

    private Decision abuse(Lang lang, Memory memory) {
        String key = memory.warned() == 0 ? "answer.abuse.warning" : "answer.abuse.quiet";
        return courtesy(lang, memory.abused(), replies.say(lang, key));
    }

    /** Words that tell which of the services asked about is meant, without picking one outright. */
    private Optional<Decision> narrowed(Reading reading, Lang lang, Turn turn) {
        Memory memory = turn.memory();
        List<String> offered = turn.offered().stream().map(Option::id).toList();
        Reading whole = joined(memory.text(), reading, lang);
        Meaning alone = understanding.understander().understand(reading, Optional.empty());
        if (turnsAway(outcomes.of(alone), reading)) {
            return Optional.empty();
        }
        Meaning meaning = understanding.understander().understand(whole, Optional.empty());
        Map<ServiceRecord, Double> scores = new LinkedHashMap<>();
        double weight = alone.leaning() ? 0 : 1;
        meaning.candidates().forEach(c -> scores.merge(c.service(), c.probability(), Double::sum));
        alone.candidates().forEach(c -> scores.merge(c.service(), weight * c.probability(), Double::sum));
        scores.replaceAll((service, score) -> offered.contains(service.id().value()) ? score + OFFERED : score);
        Optional<Facet> asked = facetsOf(memory.text(), lang).stream().findFirst();
        List<Facet> facets = understanding.understander().facets(reading, asked);
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> answers.service(
                        best.getKey(), facets, whole, lang, Math.min(1, best.getValue() / (2 + OFFERED)), memory));
    }

    /** Whether a message is no answer to the question which service is meant. */
    private static boolean turnsAway(Outcomes.Outcome outcome, Reading reading) {
        return switch (outcome) {
            case ABUSE -> true;
            case HAND_OVER, ROUTE, REFUSE, COURTESY -> reading.words().size() > MOST_NAMING;
            case ANSWER, CLARIFY -> false;
        };
    }

    private Decision chosen(String id, Lang lang, Turn turn) {
        Memory memory = turn.memory();
        if (id.equals(Replies.PERSON)) {
            return handOvers.because(Reason.PERSON, Noted.of(lang, turn.kind(), 1), memory);
        }
        if (id.equals(Replies.TICKET)) {
            return recorded(lang, memory);
        }
        if (id.startsWith(Replies.DEPARTMENT)) {
            String department = id.substring(Replies.DEPARTMENT.length());
            return matters.routeTo(understanding.names().department(department).map(d -> d.id()), lang, memory);
        }
        Optional<ServiceRecord> service = understanding.names().service(id);
        if (service.isPresent()) {
            Reading asked = understanding.reader().read(memory.text(), Optional.of(lang));
            return answers.service(service.get(), facetsOf(memory.text(), lang), asked, lang, 0.99, memory);
        }
        if (memory.pending() == Pending.DEPARTMENT) {
            return matters.routeTo(Optional.empty(), lang, memory);
        }
        return handOvers.because(Reason.FAILED, Noted.of(lang, turn.kind(), 0.5), memory);
    }

    private Decision recorded(Lang lang, Memory memory) {
        Reading asked = understanding.reader().read(memory.text(), Optional.of(lang));
        Meaning meaning = understanding.understander().understand(asked, Optional.empty());
        return matters.take(meaning, Kind.INQUIRY, lang, memory);
    }

    private List<Facet> facetsOf(String text, Lang lang) {
        if (text.isBlank()) {
            return List.of(Facet.OVERVIEW);
        }
        Reading asked = understanding.reader().read(text, Optional.of(lang));
        return understanding.understander().facets(asked, Optional.empty());
    }

    private Reading joined(String before, Reading reading, Lang lang) {
        return before.isBlank()
                ? reading
                : understanding.reader().read(before + " " + reading.text(), Optional.of(lang));
    }
}
