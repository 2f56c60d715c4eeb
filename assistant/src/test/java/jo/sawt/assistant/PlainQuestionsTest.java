package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.ServiceRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plainest questions there are, by the name in the registry, are answered with what they ask for. */
class PlainQuestionsTest {
    /** Names that share all their words with a neighbour's are asked back about. */
    private static final double NEARLY_ALL = 0.95;

    private final Assistant assistant = Assistants.sample();

    @ParameterizedTest
    @CsvSource({
        "documents, AR, شو الأوراق لـ %s؟",
        "fees, AR, كم رسوم %s؟",
        "steps, AR, كيف بعمل %s؟",
        "conditions, EN, What are the conditions for %s?",
        "steps, EN, What are the steps for %s?",
        "channels, EN, Can I do %s online?"
    })
    void aServiceAskedForByNameIsAnsweredWithTheFacetAskedFor(String facet, Lang lang, String question) {
        List<ServiceRecord> services = Assistants.REGISTRY.services();
        List<String> missed = new ArrayList<>();
        for (ServiceRecord service : services) {
            String asked = question.formatted(service.name().in(lang));
            Answered answered = assistant.answer(Asked.first(asked));
            boolean right = answered.outcome().equals("answered")
                    && answered.service()
                            .filter(named -> named.id().equals(service.id().value()))
                            .isPresent()
                    && answered.decision().understanding().facet().stream().anyMatch(facet::equals);
            if (!right) {
                missed.add(asked);
            }
        }
        assertThat(missed.size()).as("missed: %s", missed).isLessThanOrEqualTo((int)
                ((1 - NEARLY_ALL) * services.size()));
    }
}
