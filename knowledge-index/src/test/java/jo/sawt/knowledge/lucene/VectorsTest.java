package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jo.sawt.knowledge.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsTest {
    /** Name and summary in two languages. */
    private static final int TEXTS = 4;

    @TempDir
    private Path folder;

    private final Shelf shelf = new Shelf()
            .with("falcon-licence", "رخصة صقر", "Falcon licence")
            .with("boat-licence", "رخصة قارب", "Boat licence");
    private final TableEmbedder embedder = new TableEmbedder("small", 8);

    @Test
    void nothingIsOpenedOrMadeBeforeAPass() throws IOException {
        Vectors vectors = kept(embedder);
        assertThat(vectors.ready()).isFalse();
        assertThat(vectors.nearest(embedder.vector("schiff"))).isEmpty();
        assertThat(embedder.asked).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void serviceIsFoundByAWordThatNoneOfItsTextsHas() {
        assertThat(nearest(passed(embedder), "schiff")).first().isEqualTo("boat-licence");
        assertThat(embedder.asked).hasSize(2 * TEXTS);
    }

    @Test
    void nearestIsFoundForCertainAmongManyThatAreTheSame() {
        for (int at = 0; at < 400; at++) {
            shelf.with("service-" + at, "خدمة " + at, "Service " + at);
        }
        Vectors vectors = passed(embedder);
        assertThat(nearest(vectors, "schiff")).first().isEqualTo("boat-licence");
        assertThat(nearest(vectors, "raptor")).first().isEqualTo("falcon-licence");
    }

    @Test
    void nextStartMakesNothingAgain() {
        passed(embedder);
        TableEmbedder next = new TableEmbedder("small", 8);
        assertThat(nearest(passed(next), "raptor")).first().isEqualTo("falcon-licence");
        assertThat(next.asked).isEmpty();
    }

    @Test
    void onlyWhatHasChangedIsMadeAgainAndWhatIsGoneIsNotFound() {
        Vectors vectors = passed(embedder);
        embedder.asked.clear();
        shelf.with("boat-licence", "رخصة جمل", "Camel licence");
        vectors.runDue(shelf);
        assertThat(embedder.asked).hasSize(TEXTS).allMatch(text -> text.contains("جمل") || text.contains("Camel"));
        assertThat(nearest(vectors, "camel")).first().isEqualTo("boat-licence");
        embedder.asked.clear();
        vectors.runDue(shelf);
        assertThat(embedder.asked).isEmpty();
    }

    @Test
    void anotherModelMakesAllAnew() {
        passed(embedder);
        TableEmbedder other = new TableEmbedder("large", 1_536);
        assertThat(nearest(passed(other), "schiff", other)).first().isEqualTo("boat-licence");
        assertThat(other.asked).hasSize(2 * TEXTS);
    }

    @Test
    void sameModelWithLongerVectorsMakesAllAnew() {
        passed(embedder);
        TableEmbedder longer = new TableEmbedder("small", 16);
        shelf.with("camel-licence", "رخصة جمل", "Camel licence");
        Vectors vectors = passed(longer);
        vectors.runDue(shelf);
        assertThat(nearest(vectors, "schiff", longer)).first().isEqualTo("boat-licence");
        assertThat(longer.asked).hasSize(TEXTS + 3 * TEXTS);
    }

    @Test
    void damagedVectorsAreMadeAnew() throws IOException {
        passed(embedder);
        damage();
        double before = counted("text", "damaged");
        embedder.asked.clear();
        assertThat(nearest(passed(embedder), "schiff")).first().isEqualTo("boat-licence");
        assertThat(embedder.asked).hasSize(2 * TEXTS);
        assertThat(counted("text", "damaged")).isEqualTo(before + 1);
    }

    @Test
    void whatFailsIsLeftToTheNextPassAndWhatWasMadeIsKept() {
        for (int at = 0; at < Vectors.BATCH; at++) {
            shelf.with("service-" + at, "خدمة " + at, "Service " + at);
        }
        TableEmbedder tiring = new TableEmbedder("small", 8);
        tiring.down = true;
        Vectors vectors = kept(tiring);
        double before = counted("text", "away");
        vectors.runDue(shelf);
        assertThat(vectors.ready()).isFalse();
        assertThat(counted("text", "away")).isEqualTo(before + 1);
        tiring.down = false;
        vectors.runDue(shelf);
        assertThat(vectors.ready()).isTrue();
        assertThat(tiring.asked).hasSize((Vectors.BATCH + 2) * TEXTS).doesNotHaveDuplicates();
    }

    @Test
    void modelThatStaysAwayIsAskedLessAndLess() {
        embedder.down = true;
        Vectors vectors = kept(embedder);
        double before = counted("text", "away");
        for (int pass = 0; pass < 1 + 2 + 4 + 8; pass++) {
            vectors.runDue(shelf);
        }
        assertThat(counted("text", "away")).isEqualTo(before + 4);
        embedder.down = false;
        for (int pass = 0; pass < 16; pass++) {
            vectors.runDue(shelf);
        }
        assertThat(vectors.ready()).isTrue();
    }

    @Test
    void vectorsThatPointNowhereAreRefusedAndTheOldOnesStay() {
        Vectors vectors = passed(embedder);
        embedder.nonsense = true;
        shelf.with("camel-licence", "رخصة جمل", "Camel licence");
        double before = counted("text", "unfit");
        vectors.runDue(shelf);
        assertThat(counted("text", "unfit")).isEqualTo(before + TEXTS);
        assertThat(nearest(vectors, "schiff")).first().isEqualTo("boat-licence");
    }

    @Test
    void vectorOfAnotherLengthFindsNothingAndIsCounted() {
        Vectors vectors = passed(embedder);
        double before = counted("question", "unfit");
        assertThat(vectors.nearest(new float[] {1, 0})).isEmpty();
        assertThat(vectors.nearest(new float[8])).isEmpty();
        assertThat(counted("question", "unfit")).isEqualTo(before + 2);
    }

    @Test
    void eachRegisterHasItsShareOfTheWaysOfAsking() {
        for (int at = 0; at < 100; at++) {
            shelf.asked("boat-licence", "msa", "السؤال " + at);
        }
        shelf.asked("boat-licence", "arabizi", "bdi rokhset qareb").asked("gone", "msa", "لا شيء");
        List<Training> texts = List.copyOf(VectorTexts.of(shelf).values());
        assertThat(texts)
                .hasSize(2 * TEXTS + VectorTexts.MOST_WAYS)
                .contains(new Training("boat-licence", "bdi rokhset qareb"))
                .noneMatch(text -> text.service().equals("gone"));
    }

    private Vectors kept(TableEmbedder by) {
        return new Vectors(by, Optional.of(folder));
    }

    private Vectors passed(TableEmbedder by) {
        Vectors vectors = kept(by);
        vectors.runDue(shelf);
        return vectors;
    }

    private List<String> nearest(Vectors vectors, String question) {
        return nearest(vectors, question, embedder);
    }

    private static List<String> nearest(Vectors vectors, String question, TableEmbedder by) {
        return vectors.nearest(by.vector(question)).stream()
                .map(ServiceId::value)
                .toList();
    }

    private void damage() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    bytes[bytes.length / 2] ^= 0x55;
                    Files.write(file, bytes);
                }
            }
        }
    }

    private static double counted(String of, String result) {
        return Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_vectors")
                        .tags(List.of(Tag.create("of", of), Tag.create("result", result))))
                .count();
    }
}
