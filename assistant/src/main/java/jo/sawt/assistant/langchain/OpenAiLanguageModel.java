package jo.sawt.assistant.langchain;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jo.sawt.assistant.LanguageModel;
import jo.sawt.assistant.Tools;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Option;

/** Any OpenAI-compatible server, through LangChain4j. */
public final class OpenAiLanguageModel implements LanguageModel {
    private static final int LONGEST_QUESTION = 400;
    private static final int MOST_TOKENS = 1_200;
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Writer writer;
    private final Speaker speaker;
    private final Duration budget;
    private final Guard guard;
    private final Consultations consultations;

    public OpenAiLanguageModel(ModelServer server) {
        this.writer = AiServices.create(Writer.class, chat(server));
        this.speaker = AiServices.builder(Speaker.class)
                .streamingChatModel(streaming(server))
                .build();
        this.budget = server.budget();
        this.guard = new Guard(server.budget());
        this.consultations = new Consultations(prose(server).build(), guard);
    }

    static ChatModel chat(ModelServer server) {
        return prose(server).responseFormat("json_object").build();
    }

    /** Without a form for its answers, since a call of a tool is none of JSON to many servers. */
    private static OpenAiChatModel.OpenAiChatModelBuilder prose(ModelServer server) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http())
                .baseUrl(server.url().toString())
                .apiKey(server.key().orElse("none"))
                .modelName(server.model())
                .temperature(0.0)
                .maxTokens(MOST_TOKENS)
                .timeout(server.budget())
                .maxRetries(0);
    }

    private static StreamingChatModel streaming(ModelServer server) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http())
                .baseUrl(server.url().toString())
                .apiKey(server.key().orElse("none"))
                .modelName(server.model())
                .temperature(0.0)
                .maxTokens(MOST_TOKENS)
                .timeout(server.budget())
                .build();
    }

    static JdkHttpClientBuilder http() {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
                .connectTimeout(CONNECT);
    }

    @Override
    public Decision within(Supplier<Decision> talk) {
        return guard.talk(talk);
    }

    @Override
    public Optional<String> choose(String message, List<Option> among) {
        String options = among.stream()
                .map(option -> option.id() + "\t" + option.label())
                .collect(Collectors.joining("\n"));
        String blocks =
                new Blocks().with("MESSAGE", message).with("OPTIONS", options).toString();
        Result<Writer.Chosen> result = guard.exchange(() -> writer.choose(blocks));
        return ModelMeters.spent(result, Writer.Chosen::id).filter(id -> !id.isBlank());
    }

    @Override
    public Optional<String> rewrite(String message) {
        String blocks = new Blocks().with("MESSAGE", message).toString();
        Result<Writer.Question> result = guard.exchange(() -> writer.rewrite(blocks));
        return ModelMeters.spent(result, Writer.Question::question)
                .filter(question -> !question.isBlank() && question.length() <= LONGEST_QUESTION);
    }

    @Override
    public Optional<Suggestion> consult(Consultation about, Tools tools) {
        return consultations.of(about, tools);
    }

    @Override
    public String word(Draft draft) {
        String blocks = blocks(draft);
        Result<Writer.Worded> result = guard.exchange(() -> writer.word(blocks));
        return ModelMeters.spent(result, Writer.Worded::answer).orElse("").strip();
    }

    @Override
    public String word(Draft draft, Predicate<String> goesOn) {
        String blocks = blocks(draft);
        return guard.exchange(() -> Speech.of(speaker.word(blocks), budget, goesOn))
                .strip();
    }

    private static String blocks(Draft draft) {
        Blocks blocks = new Blocks()
                .with("LANGUAGE", draft.lang().wire())
                .with("MESSAGE", draft.message())
                .with("ANSWER", draft.composed());
        if (!draft.lacking().isEmpty()) {
            blocks.with("LACKING", String.join(", ", draft.lacking()));
        }
        return blocks.toString();
    }
}
