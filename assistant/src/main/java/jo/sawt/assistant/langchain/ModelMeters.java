package jo.sawt.assistant.langchain;

import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.service.Result;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the tokens that exchanges with the model take. */
final class ModelMeters {
    private ModelMeters() {}

    /** The part of a result that is wanted, once its tokens are counted; empty where the model left it out. */
    static <T> Optional<String> spent(Result<T> result, Function<T, @Nullable String> part) {
        spent(result.tokenUsage());
        return Optional.ofNullable(result.content()).flatMap(content -> Optional.ofNullable(part.apply(content)));
    }

    static void spent(@Nullable TokenUsage usage) {
        if (usage != null) {
            count("in", usage.inputTokenCount());
            count("out", usage.outputTokenCount());
        }
    }

    private static void count(String direction, @Nullable Integer tokens) {
        if (tokens != null) {
            Metrics.globalRegistry()
                    .getOrCreate(Counter.builder("sawt_model_tokens")
                            .description("Tokens that went to the language model and came back, as it counts them")
                            .tags(List.of(Tag.create("direction", direction))))
                    .increment(tokens);
        }
    }
}
