package jo.sawt.assistant.langchain;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.helidon.faulttolerance.Bulkhead;
import io.helidon.faulttolerance.CircuitBreaker;
import io.helidon.faulttolerance.Retry;
import io.helidon.faulttolerance.Timeout;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.assistant.ModelAway.Reason;
import jo.sawt.knowledge.Embedder;
import jo.sawt.knowledge.EmbedderAway;

/**
 * Vectors by any LangChain4j model. Texts of the registry are tried again with growing pauses; a citizen's question once, within a
 * short budget, few at a time, and not at all for a while after many have failed.
 */
public final class LangChainEmbedder implements Embedder {
    /** What a citizen waits at most for the vector of a question. */
    public static final Duration BUDGET = Duration.ofMillis(400);

    static final int VOLUME = 10;

    private static final int MOST_AT_ONCE = 16;
    private static final Duration REST = Duration.ofSeconds(20);
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final EmbeddingModel patient;
    private final EmbeddingModel quick;
    private final Bulkhead bulkhead =
            Bulkhead.builder().limit(MOST_AT_ONCE).queueLength(0).build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().volume(VOLUME).errorRatio(50).delay(REST).build();
    private final Retry retry = Retry.builder()
            .calls(TRIES)
            .delay(PAUSE)
            .delayFactor(3)
            .overallTimeout(PATIENCE.multipliedBy(TRIES))
            .build();
    private final Timeout timeout;

    private LangChainEmbedder(String name, EmbeddingModel patient, EmbeddingModel quick, Duration budget) {
        this.name = name;
        this.patient = patient;
        this.quick = quick;
        this.timeout = Timeout.create(budget);
    }

    /** Any model, also one in this process. */
    public static LangChainEmbedder of(String name, EmbeddingModel model, Duration budget) {
        return new LangChainEmbedder(name, model, model, budget);
    }

    /** The model of vectors of an OpenAI-compatible server; the budget is of one question. */
    public static LangChainEmbedder of(ModelServer server) {
        return new LangChainEmbedder(
                server.model(), openAi(server, PATIENCE), openAi(server, server.budget()), server.budget());
    }

    private static EmbeddingModel openAi(ModelServer server, Duration timeout) {
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(OpenAiLanguageModel.http())
                .baseUrl(server.url().toString())
                .apiKey(server.key().orElse("none"))
                .modelName(server.model())
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public List<float[]> texts(List<String> texts) {
        try {
            return retry.invoke(() -> vectors(patient, texts));
        } catch (RuntimeException e) {
            Reason reason = Guard.reason(e);
            count("text", reason.name());
            throw new EmbedderAway("the model of vectors is away: " + reason, e);
        }
    }

    @Override
    public Optional<float[]> question(String question) {
        try {
            List<float[]> made = bulkhead.invoke(() ->
                    breaker.invoke(() -> timeout.invoke(() -> vectors(quick, List.of(question)))));
            count("question", "made");
            return made.stream().findFirst();
        } catch (RuntimeException e) {
            count("question", Guard.reason(e).name());
            return Optional.empty();
        }
    }

    private static List<float[]> vectors(EmbeddingModel model, List<String> texts) {
        return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(embedding -> embedding.vector())
                .toList();
    }

    private static void count(String of, String result) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_model_vectors")
                        .description(
                                "Exchanges with the model of vectors about the registry's texts and about questions")
                        .tags(List.of(Tag.create("of", of), Tag.create("result", result.toLowerCase(Locale.ROOT)))))
                .increment();
    }
}
