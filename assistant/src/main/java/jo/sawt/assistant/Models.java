package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.TextClassifier;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.Utterance;
import jo.sawt.ticketing.Kind;

/**
 * What the assistant has learned, from the packaged messages and from the registry's ways of asking.
 *
 * @param latin tells Arabizi from English
 * @param kinds the kind of a message, by {@link Kind#wire()}
 * @param sorts whether a message is a question to answer ({@link #QUESTION}), a matter to route ({@link #MATTER}), or what else
 * @param facets what a question wants to know, by {@link Facet#wire()}
 * @param departments whom a message is for, by department id
 */
record Models(TextClassifier latin, Weighed kinds, Weighed sorts, Weighed facets, TextClassifier departments) {
    static final String QUESTION = "question";
    static final String MATTER = "matter";

    private static final int INQUIRIES = 2_500;
    private static final int QUESTIONS = 3_000;
    private static final int MATTERS = 1_200;

    static Models train(Registry registry, Trainer trainer, Lexicon lexicon) {
        Manner manner = new Manner(lexicon);
        List<Labelled> messages = Labelled.messages();
        List<Utterance> utterances = registry.utterances();
        return new Models(
                trainer.train(latin(utterances)),
                Weighed.train(trainer, kinds(messages, utterances), Weighed.View.counting(manner::of)),
                Weighed.train(trainer, sorts(messages, utterances), Weighed.View.counting(manner::of)),
                Weighed.train(trainer, facets(utterances), new FacetManner(lexicon, manner).view()),
                trainer.train(departments(messages, registry)));
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
        sample(utterances, INQUIRIES, Utterance::text)
                .forEach(text -> examples.add(new Example(text, Kind.INQUIRY.wire())));
        return examples;
    }

    private static List<Example> sorts(List<Labelled> messages, List<Utterance> utterances) {
        List<Example> examples = new ArrayList<>();
        Labelled.others().forEach(o -> examples.add(new Example(o.text(), o.expect())));
        sample(utterances, QUESTIONS, Utterance::text).forEach(text -> examples.add(new Example(text, QUESTION)));
        List<Labelled> matters = messages.stream()
                .filter(m -> !m.kind().equals(Kind.INQUIRY.wire()))
                .toList();
        sample(matters, MATTERS, Labelled::text).forEach(text -> examples.add(new Example(text, MATTER)));
        return examples;
    }

    static List<Example> facets(List<Utterance> utterances) {
        List<Example> examples = new ArrayList<>();
        for (Utterance utterance : utterances) {
            Facet facet = utterance.facet();
            if (facet != null) {
                examples.add(new Example(utterance.text(), facet.wire()));
            }
        }
        return examples;
    }

    private static List<Example> departments(List<Labelled> messages, Registry registry) {
        List<Example> examples = new ArrayList<>();
        messages.forEach(m -> examples.add(new Example(m.text(), m.department())));
        for (Department department : registry.departments()) {
            String id = department.id().value();
            List<String> texts = new ArrayList<>(
                    List.of(department.name().ar(), department.name().en()));
            texts.addAll(department.aliases().ar());
            texts.addAll(department.aliases().en());
            texts.addAll(department.complaintSubjects().ar());
            texts.addAll(department.complaintSubjects().en());
            texts.stream().filter(text -> !text.isBlank()).forEach(text -> examples.add(new Example(text, id)));
        }
        for (ServiceRecord service : registry.services()) {
            examples.add(new Example(service.name().ar(), service.department().value()));
            examples.add(new Example(service.name().en(), service.department().value()));
        }
        return examples;
    }

    /** The same sample for the same data. */
    private static <T> List<String> sample(List<T> from, int most, Function<T, String> text) {
        List<String> texts = new ArrayList<>(from.stream().map(text).toList());
        java.util.Collections.shuffle(texts, new Random(20_250_917));
        return texts.subList(0, Math.min(most, texts.size()));
    }
}
