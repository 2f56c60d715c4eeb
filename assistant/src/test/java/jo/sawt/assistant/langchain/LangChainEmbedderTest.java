package jo.sawt.assistant.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jo.sawt.knowledge.EmbedderAway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LangChainEmbedderTest {
    private final VectorPeer peer = new VectorPeer().means("boat", "vessel").means("falcon");

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void eachTextHasItsVectorInOrder() {
        List<float[]> vectors = embedder(Duration.ofSeconds(10)).texts(List.of("a boat", "a falcon", "any vessel"));
        assertThat(vectors).hasSize(3);
        assertThat(vectors.get(0)).isEqualTo(vectors.get(2)).isNotEqualTo(vectors.get(1));
        assertThat(peer.texts()).containsExactly("a boat", "a falcon", "any vessel");
        assertThat(peer.requests()).isEqualTo(1);
    }

    @Test
    void textsAreTriedAgain() {
        peer.fails(503, 2);
        assertThat(embedder(Duration.ofSeconds(10)).texts(List.of("a boat"))).hasSize(1);
        assertThat(peer.requests()).isEqualTo(3);
    }

    @Test
    void textsThatAreRefusedAgainAndAgainAreToldAwayWithoutTheText() {
        peer.fails(401, 100);
        double before = counted("text", "refused");
        assertThatThrownBy(() -> embedder(Duration.ofSeconds(10)).texts(List.of("a boat")))
                .isInstanceOf(EmbedderAway.class)
                .hasMessageContaining("REFUSED")
                .hasMessageNotContaining("boat");
        assertThat(counted("text", "refused")).isEqualTo(before + 1);
    }

    @Test
    void questionIsAskedOnceAndNotAgain() {
        peer.fails(500, 1);
        double before = counted("question", "failed");
        LangChainEmbedder embedder = embedder(Duration.ofSeconds(10));
        assertThat(embedder.question("a boat")).isEmpty();
        assertThat(counted("question", "failed")).isEqualTo(before + 1);
        assertThat(embedder.question("a boat")).isPresent();
        assertThat(peer.requests()).isEqualTo(2);
    }

    @Test
    void questionIsNotWaitedForBeyondItsBudget() {
        peer.stalls();
        double before = counted("question", "slow");
        assertThat(embedder(Duration.ofMillis(200)).question("a boat")).isEmpty();
        assertThat(counted("question", "slow")).isEqualTo(before + 1);
    }

    @Test
    void serverThatFailsAndFailsIsLeftAloneForAWhile() {
        peer.fails(500, 1_000);
        LangChainEmbedder embedder = embedder(Duration.ofSeconds(10));
        double before = counted("question", "breaker_open");
        IntStream.range(0, LangChainEmbedder.VOLUME + 5).forEach(at -> embedder.question("a boat"));
        assertThat(counted("question", "breaker_open")).isGreaterThanOrEqualTo(before + 5);
        assertThat(peer.requests()).isLessThanOrEqualTo(LangChainEmbedder.VOLUME);
    }

    @Test
    void serverThatIsGoneIsCounted() {
        LangChainEmbedder embedder = embedder(Duration.ofSeconds(10));
        peer.close();
        double before = counted("question", "failed");
        assertThat(embedder.question("a boat")).isEmpty();
        assertThat(counted("question", "failed")).isEqualTo(before + 1);
    }

    private LangChainEmbedder embedder(Duration budget) {
        return LangChainEmbedder.of(new ModelServer(peer.url(), Optional.of("key"), "peer", budget));
    }

    private static double counted(String of, String result) {
        return Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_model_vectors")
                        .tags(List.of(Tag.create("of", of), Tag.create("result", result))))
                .count();
    }
}
