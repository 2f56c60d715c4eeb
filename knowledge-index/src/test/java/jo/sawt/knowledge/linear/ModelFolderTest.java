package jo.sawt.knowledge.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.TextClassifier;
import jo.sawt.knowledge.TextClassifier.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    private static final List<Example> EXAMPLES = List.of(
            new Example("قديش الرسوم", "fees"),
            new Example("كم أدفع", "fees"),
            new Example("how much does it cost", "fees"),
            new Example("شو الأوراق المطلوبة", "documents"),
            new Example("ما الوثائق", "documents"),
            new Example("which papers do I need", "documents"));

    @TempDir
    private Path folder;

    @Test
    void classifierIsKeptAndReadAgainAsItWas() throws IOException {
        TextClassifier trained = models().classifier("facets", EXAMPLES);
        Files.setLastModifiedTime(file(), FileTime.fromMillis(0));
        TextClassifier read = models().classifier("facets", EXAMPLES);
        assertThat(Files.getLastModifiedTime(file()).toMillis()).isZero();
        assertThat(read.classify("قديش بدفع").get(0).label()).isEqualTo("fees");
        assertThat(read.classify("شو الورق").get(0).label()).isEqualTo("documents");
        assertThat(read.classify("قديش بدفع").get(0).probability())
                .isCloseTo(
                        trained.classify("قديش بدفع").get(0).probability(), org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void otherExamplesReplaceTheKeptModel() throws IOException {
        models().classifier("facets", EXAMPLES);
        byte[] before = Files.readAllBytes(file());
        List<Example> fewer = EXAMPLES.subList(1, EXAMPLES.size());
        models().classifier("facets", fewer);
        assertThat(Files.readAllBytes(file())).isNotEqualTo(before);
    }

    @Test
    void damagedModelIsTrainedAgain() throws IOException {
        models().model("services", EXAMPLES);
        Path file = folder.resolve("services.model");
        byte[] sound = Files.readAllBytes(file);
        for (int at : new int[] {0, 3, sound.length / 2, sound.length - 1}) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            assertThat(models().model("services", EXAMPLES).labels()).containsExactly("documents", "fees");
            assertThat(Files.readAllBytes(file)).isEqualTo(sound);
        }
        Files.write(file, new byte[0]);
        assertThat(models().model("services", EXAMPLES).labels()).containsExactly("documents", "fees");
    }

    @Test
    void folderThatCannotBeWrittenCostsOnlyTheKeeping() throws IOException {
        Path blocked = Files.createFile(folder.resolve("file")).resolve("below");
        assertThat(new ModelFolder(Optional.of(blocked))
                        .model("services", EXAMPLES)
                        .labels())
                .containsExactly("documents", "fees");
    }

    private ModelFolder models() {
        return new ModelFolder(Optional.of(folder));
    }

    private Path file() {
        return folder.resolve("facets.model");
    }
}
