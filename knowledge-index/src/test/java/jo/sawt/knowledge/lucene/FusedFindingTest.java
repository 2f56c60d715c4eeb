package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Findings.Candidate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FusedFindingTest {
    private static final String UNKNOWN = "schiff";
    private static final String PLAIN = "boat licence";

    private final Shelf shelf =
            new Shelf().with("a-falcon", "رخصة صقر", "Falcon licence").with("z-boat", "رخصة قارب", "Boat licence");
    private final TableEmbedder embedder = new TableEmbedder("small", 8);
    private KnowledgeIndex index;

    @BeforeEach
    void open() throws InterruptedException {
        for (int at = 0; at < 40; at++) {
            shelf.with("service-" + at, "معاملة رقم " + at, "Transaction number " + at);
        }
        index = KnowledgeIndex.open(shelf, Optional.empty(), Optional.of(embedder));
        assertThat(index.awaitTrained(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void questionWithoutAWordOfTheRecordIsFoundByItsVectorAloneOnceThereAreVectors() {
        Findings words = index.find(UNKNOWN, 50);
        assertThat(index.hasVectors()).isFalse();
        assertThat(index.find(UNKNOWN, embedder.vector(UNKNOWN), 50)).isEqualTo(words);
        assertThat(first(words)).isNotEqualTo("z-boat");

        index.embedDue();

        assertThat(index.hasVectors()).isTrue();
        Findings fused = index.find(UNKNOWN, embedder.vector(UNKNOWN), 50);
        assertThat(first(fused)).isEqualTo("z-boat");
        assertThat(fused.answerable()).isEqualTo(words.answerable());
    }

    @Test
    void whatTheWordsAreSureOfIsAsItWasWhateverTheVectorSays() {
        index.embedDue();
        Findings words = index.find(PLAIN, 50);
        assertThat(words.candidates().getFirst().probability()).isGreaterThan(Fusion.UNSURE);
        assertThat(words.answerable()).isGreaterThan(Fusion.UNSURE);
        assertThat(index.find(PLAIN, embedder.vector("falcon"), 50)).isEqualTo(words);
    }

    @Test
    void wordsFindTheSameWithAModelOfVectorsAndWithout() throws InterruptedException {
        index.embedDue();
        KnowledgeIndex without = KnowledgeIndex.open(shelf, Optional.empty());
        assertThat(without.awaitTrained(Duration.ofSeconds(60))).isTrue();
        without.embedDue();
        assertThat(without.hasVectors()).isFalse();
        for (String question : List.of(UNKNOWN, PLAIN, "بدي رخصة صقر", "transaction", "")) {
            assertThat(index.find(question, 50)).isEqualTo(without.find(question, 50));
            assertThat(without.find(question, embedder.vector(question), 50)).isEqualTo(without.find(question, 50));
        }
    }

    private static String first(Findings findings) {
        return findings.candidates().stream()
                .map(Candidate::service)
                .map(service -> service.id().value())
                .findFirst()
                .orElse("");
    }
}
