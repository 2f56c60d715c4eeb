package jo.sawt.assistant.langchain;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.output.OutputParsingException;
import dev.langchain4j.service.tool.ToolErrorContext;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Optional;
import jo.sawt.assistant.LanguageModel.Consultation;
import jo.sawt.assistant.LanguageModel.Suggestion;
import jo.sawt.assistant.Tools;
import jo.sawt.assistant.Tools.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Has a model work with tools. A server that is down or slow is a failure like any other; a model that makes no use of tools,
 * wrong use or no end of it is none, since its server may word answers well.
 */
final class Consultations {
    private final ChatModel model;
    private final Guard guard;

    Consultations(ChatModel model, Guard guard) {
        this.model = model;
        this.guard = guard;
    }

    Optional<Suggestion> of(Consultation about, Tools tools) {
        try {
            Consultant.Said said = consultant(tools).consult(blocks(about)).content();
            count(said == null ? "nothing" : "said");
            return Optional.ofNullable(said).map(it -> new Suggestion(plain(it.source()), plain(it.answer())));
        } catch (Exchanges.Ended ended) {
            count("ended");
        } catch (OutputParsingException nonsense) {
            count("nonsense");
        } catch (InvalidRequestException withoutTools) {
            count("refused");
        }
        return Optional.empty();
    }

    private Consultant consultant(Tools tools) {
        return AiServices.builder(Consultant.class)
                .chatModel(new Exchanges(model, guard, tools))
                .tools(new ToolCalls(tools))
                .hallucinatedToolNameStrategy(
                        call -> ToolExecutionResultMessage.from(call, tools.faulty(call.name(), Fault.INVENTED)))
                .toolArgumentsErrorHandler((error, context) -> told(tools, context, Fault.BROKEN))
                .toolExecutionErrorHandler((error, context) -> told(tools, context, Fault.FAILED))
                .build();
    }

    private static ToolErrorHandlerResult told(Tools tools, ToolErrorContext context, Fault fault) {
        ToolExecutionRequest call = context.toolExecutionRequest();
        return ToolErrorHandlerResult.text(tools.faulty(call.name(), fault));
    }

    private static String blocks(Consultation about) {
        Blocks blocks = new Blocks().with("LANGUAGE", about.lang().wire()).with("MESSAGE", about.message());
        if (!about.earlier().isEmpty()) {
            blocks.with("EARLIER", String.join("\n", about.earlier()));
        }
        return blocks.toString();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static void count(String result) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_model_consultations")
                        .description("Messages on which the language model was let work with tools, by how that ended")
                        .tags(List.of(Tag.create("result", result))))
                .increment();
    }
}
