package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import jo.sawt.knowledge.SampleRegistry;
import org.junit.jupiter.api.Test;

class PackagedModelsTest {
    @Test
    void theModelsThatComeWithTheProgramAreThoseOfTheSample() {
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        Examples examples = Examples.of(SampleRegistry.load(InstantSource.system()));
        assertThat(Learned.packaged(Learned.name(examples, lexicon), lexicon))
                .as("stale: run the main of PackagedModels, as assistant/README.md tells")
                .isPresent();
    }

    @Test
    void theWeightsThatComeWithTheProgramWereLearnedWithTheseModels() throws IOException {
        String name =
                Learned.name(Examples.of(SampleRegistry.load(InstantSource.system())), Lexicon.load("lexicon.txt"));
        try (var in = Judgement.class.getResourceAsStream("learned/" + Judgement.OF)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .as("stale: run the main of PackagedModels, as assistant/README.md tells")
                    .isEqualTo(name);
        }
        assertThat(Judgement.packaged()).isNotNull();
    }

    @Test
    void aModelOfOtherExamplesIsNotTakenForThem() {
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        assertThat(Learned.packaged("assistant-of-others", lexicon)).isEmpty();
    }

    @Test
    void nothingIsTrainedAtAStartOnTheSample() {
        Models models = Learned.models(
                SampleRegistry.load(InstantSource.system()),
                examples -> {
                    throw new AssertionError("trained " + examples.size() + " examples, and needed not to");
                },
                Lexicon.load("lexicon.txt"),
                Optional.empty());
        assertThat(models).isNotNull();
    }
}
