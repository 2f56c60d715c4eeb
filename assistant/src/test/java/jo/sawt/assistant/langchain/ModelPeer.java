package jo.sawt.assistant.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An OpenAI-compatible server on loopback that says what a test has it say, or fails as a test has it fail. */
public final class ModelPeer extends ScriptedPeer {
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile Function<String, String> content = blocks -> "{}";
    private volatile Runnable between = () -> {};
    private volatile Midway midway = Midway.GO_ON;
    private final Queue<String> next = new ConcurrentLinkedQueue<>();
    private volatile Optional<String> call = Optional.empty();

    /** What to do once half of an answer is out. */
    private enum Midway {
        GO_ON,
        STALL,
        BREAK_OFF
    }

    public ModelPeer() {
        super("/chat/completions");
    }

    /** Answers each request with a content made of its blocks. */
    public ModelPeer says(Function<String, String> made) {
        content = made;
        return this;
    }

    /** What is done between two pieces of a streamed answer. */
    public ModelPeer between(Runnable act) {
        between = act;
        return this;
    }

    /** Sends half of each answer, then nothing more. */
    ModelPeer stallsMidway() {
        midway = Midway.STALL;
        return this;
    }

    /** Sends half of each answer, then ends the connection. */
    ModelPeer breaksOffMidway() {
        midway = Midway.BREAK_OFF;
        return this;
    }

    /** Answers each request with the wish to call a tool. */
    ModelPeer calls(String tool, String arguments) {
        call = Optional.of(wish(tool, arguments));
        return this;
    }

    /** Answers the next request that offers tools with the wish to call one; those after it as if this were not said. */
    public ModelPeer callsOnce(String tool, String arguments) {
        next.add(wish(tool, arguments));
        return this;
    }

    private static String wish(String tool, String arguments) {
        var wish = JsonNodeFactory.instance.objectNode().put("id", "call-1").put("type", "function");
        wish.putObject("function").put("name", tool).put("arguments", arguments);
        return wish.toString();
    }

    /** What was sent so far, one body a request. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    public static String block(String blocks, String name) {
        int from = blocks.indexOf('\n', blocks.indexOf("BEGIN " + name)) + 1;
        return blocks.substring(from, blocks.indexOf("\nEND " + name, from));
    }

    static String json(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value).toString();
    }

    @Override
    void seen(String body) {
        bodies.add(body);
    }

    @Override
    void answer(String body, ServerResponse response) {
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        if (isStreamed(body)) {
            stream(content.apply(user(body)), response);
            return;
        }
        Optional<String> wish = isOffered(body) ? Optional.ofNullable(next.poll()) : Optional.empty();
        String completion =
                wish.or(() -> call).map(ModelPeer::calling).orElseGet(() -> completion(content.apply(user(body))));
        if (midway == Midway.GO_ON) {
            response.send(completion);
        } else {
            half(completion.getBytes(StandardCharsets.UTF_8), response);
        }
    }

    /** Line by line, each as an event of its own. */
    private void stream(String said, ServerResponse response) {
        response.header(HeaderValues.create("Content-Type", "text/event-stream"));
        List<String> pieces = said.lines().map(line -> line + "\n").toList();
        try (OutputStream out = response.outputStream()) {
            for (int i = 0; i < pieces.size(); i++) {
                if (i > 0) {
                    between.run();
                }
                if (i > 0 && midway == Midway.STALL) {
                    stall();
                }
                if (i > 0 && midway != Midway.GO_ON) {
                    throw new CloseConnectionException("scripted");
                }
                event(out, chunk(pieces.get(i)));
            }
            event(out, lastChunk());
            event(out, "[DONE]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String chunk(String said) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", "completion-1").put("object", "chat.completion.chunk").put("model", "peer");
        json.putArray("choices").addObject().put("index", 0).putObject("delta").put("content", said);
        return json.toString();
    }

    private static String lastChunk() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", "completion-1").put("object", "chat.completion.chunk").put("model", "peer");
        json.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", "stop")
                .putObject("delta");
        json.putObject("usage")
                .put("prompt_tokens", 70)
                .put("completion_tokens", 30)
                .put("total_tokens", 100);
        return json.toString();
    }

    private static boolean isStreamed(String body) {
        return read(body).path("stream").asBoolean();
    }

    private static boolean isOffered(String body) {
        return read(body).has("tools");
    }

    private void half(byte[] completion, ServerResponse response) {
        response.contentLength(completion.length);
        try (OutputStream out = response.outputStream()) {
            out.write(completion, 0, completion.length / 2);
            out.flush();
            if (midway == Midway.STALL) {
                stall();
            }
            throw new CloseConnectionException("scripted");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String user(String body) {
        JsonNode messages = read(body).path("messages");
        return messages.get(messages.size() - 1).path("content").asText();
    }

    private static String calling(String call) {
        return completion("").replace("\"content\":\"\"", "\"content\":null,\"tool_calls\":[" + call + "]");
    }

    private static String completion(String content) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", "completion-1").put("object", "chat.completion").put("model", "peer");
        var choice = json.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content);
        json.putObject("usage")
                .put("prompt_tokens", 70)
                .put("completion_tokens", 30)
                .put("total_tokens", 100);
        return json.toString();
    }
}
