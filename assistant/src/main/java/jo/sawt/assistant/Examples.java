package jo.sawt.assistant;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.Utterance;
import jo.sawt.ticketing.Kind;

/** The labelled texts that each model of {@link Models} learns from: the packaged messages and the registry's ways of asking. */
record Examples(
        List<Example> latin,
        List<Example> kinds,
        List<Example> sorts,
        List<Example> facets,
        List<Example> departments) {
    private static final Lexicon WORDS = Lexicon.load("lexicon.txt");
    // What is a complaint and what a report is told best by the country's own messages; others would outvote them by
    // four to
    // one, so these count as often as this.
    private static final int GIVEN = 3;

    /** With fewer ways of asking than this in the registry, those of the sample are learned from too. */
    private static final int ENOUGH = 5_000;

    private static final int INQUIRIES = 2_500;
    private static final int QUESTIONS = 9_000;
    private static final int MATTERS = 4_000;

    /** The sorts of messages that want to be told something. */
    private static final Set<String> ASKING = Set.of(Models.QUESTION, "clarify", "handover");

    /** In an order that depends on the texts alone, whichever store the registry is in. */
    static Examples of(Registry registry) {
        List<Labelled> messages = Labelled.messages();
        List<Utterance> own = questions(registry);
        List<Utterance> utterances = Stream.concat(
                        own.stream(), own.size() < ENOUGH ? ofTheSample().stream() : Stream.empty())
                .sorted(Comparator.comparing((Utterance way) -> way.service().value())
                        .thenComparing(Utterance::text))
                .toList();
        return new Examples(
                latin(utterances),
                kinds(messages, utterances),
                sorts(messages, utterances),
                facets(utterances),
                departments(messages, registry));
    }

    /** What people ask about and how they say it is the same whatever the services: a registry with few ways borrows these. */
    private static List<Utterance> ofTheSample() {
        return questions(SampleRegistry.load(InstantSource.fixed(Instant.EPOCH)));
    }

    /**
     * The registry's ways of asking, without those that lodge a complaint or a report and ask nothing, or only tell what has
     * happened where a service takes such matters: they find the service for it, and are no questions.
     */
    static List<Utterance> questions(Registry registry) {
        Manner manner = new Manner(WORDS);
        Set<ServiceId> desks = registry.services().stream()
                .filter(service -> manner.takesMatters(service.name().ar()))
                .map(ServiceRecord::id)
                .collect(Collectors.toSet());
        return registry.utterances().stream()
                .filter(way -> !manner.announces(way.text()))
                .filter(way -> !desks.contains(way.service()) || !manner.onlyTells(way.text()))
                .toList();
    }

    private static List<Example> latin(List<Utterance> utterances) {
        return utterances.stream()
                .filter(u ->
                        u.register().equals(Languages.ARABIZI) || u.register().equals(Languages.ENGLISH))
                .map(u -> new Example(u.text(), u.register()))
                .toList();
    }

    static List<Example> kinds(List<Labelled> messages, List<Utterance> utterances) {
        List<Example> examples = new ArrayList<>();
        messages.forEach(m -> examples.add(new Example(m.text(), m.kind())));
        for (int again = 1; again < GIVEN; again++) {
            Labelled.load(Labelled.MESSAGES).forEach(m -> examples.add(new Example(m.text(), m.kind())));
        }
        Labelled.others().stream()
                .filter(other -> ASKING.contains(other.expect()))
                .forEach(other -> examples.add(new Example(other.text(), Kind.INQUIRY.wire())));
        sample(utterances, INQUIRIES, Utterance::text)
                .forEach(text -> examples.add(new Example(text, Kind.INQUIRY.wire())));
        return examples;
    }

    private static List<Example> sorts(List<Labelled> messages, List<Utterance> utterances) {
        List<Example> examples = new ArrayList<>();
        Labelled.others().forEach(o -> examples.add(new Example(o.text(), o.expect())));
        sample(utterances, QUESTIONS, Utterance::text)
                .forEach(text -> examples.add(new Example(text, Models.QUESTION)));
        List<Labelled> matters = messages.stream()
                .filter(m -> !m.kind().equals(Kind.INQUIRY.wire()))
                .toList();
        sample(matters, MATTERS, Labelled::text).forEach(text -> examples.add(new Example(text, Models.MATTER)));
        return examples;
    }

    private static List<Example> facets(List<Utterance> utterances) {
        List<Example> examples = new ArrayList<>();
        for (Utterance utterance : utterances) {
            Facet facet = utterance.facet();
            if (facet != null) {
                examples.add(new Example(utterance.text(), facet.wire()));
            }
        }
        return examples;
    }

    static List<Example> departments(List<Labelled> messages, Registry registry) {
        List<Example> examples = new ArrayList<>();
        messages.forEach(m -> examples.add(new Example(m.text(), m.department())));
        for (Department department : registry.departments().stream()
                .sorted(Comparator.comparing(known -> known.id().value()))
                .toList()) {
            String id = department.id().value();
            List<String> texts = new ArrayList<>(
                    List.of(department.name().ar(), department.name().en()));
            texts.addAll(department.aliases().ar());
            texts.addAll(department.aliases().en());
            texts.addAll(department.complaintSubjects().ar());
            texts.addAll(department.complaintSubjects().en());
            texts.stream().filter(text -> !text.isBlank()).forEach(text -> examples.add(new Example(text, id)));
        }
        for (ServiceRecord service : registry.services().stream()
                .sorted(Comparator.comparing(known -> known.id().value()))
                .toList()) {
            examples.add(new Example(service.name().ar(), service.department().value()));
            examples.add(new Example(service.name().en(), service.department().value()));
        }
        return examples;
    }

    /** The same sample for the same data. */
    private static <T> List<String> sample(List<T> from, int most, Function<T, String> text) {
        List<String> texts = new ArrayList<>(from.stream().map(text).toList());
        Collections.shuffle(texts, new Random(20_250_917));
        return texts.subList(0, Math.min(most, texts.size()));
    }
}
