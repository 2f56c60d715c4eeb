package jo.sawt.assistant.langchain;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Set;
import jo.sawt.assistant.Tools;

/** One consultation's exchanges with a model: each is tried again alone, and none is begun once the tools say enough. */
final class Exchanges implements ChatModel {
    private final ChatModel model;
    private final Guard guard;
    private final Tools tools;

    Exchanges(ChatModel model, Guard guard, Tools tools) {
        this.model = model;
        this.guard = guard;
        this.tools = tools;
    }

    /** All is settled, or the model calls and calls. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        if (!tools.goOn()) {
            throw new Ended();
        }
        ChatResponse response = guard.exchange(() -> model.chat(request));
        ModelMeters.spent(response.tokenUsage());
        return response;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
