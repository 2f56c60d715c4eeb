package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.linear.ModelFolder;
import org.junit.jupiter.api.Test;

class PackagedModelsTest {
    @Test
    void theModelThatComesWithTheProgramIsThatOfTheSample() {
        List<Example> about = Training.of(SampleRegistry.load(InstantSource.system())).stream()
                .map(text -> new Example(text.text(), text.service()))
                .toList();
        ModelFolder models = new ModelFolder(Optional.empty());
        assertThat(models.isPackaged("services", about))
                .as("stale: run the main of PackagedModels in assistant, as its README tells")
                .isTrue();
        assertThat(models.isPackaged("services", about.subList(1, about.size())))
                .isFalse();
    }
}
