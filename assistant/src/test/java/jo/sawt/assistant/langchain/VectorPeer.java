package jo.sawt.assistant.langchain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenAI-compatible server of vectors on loopback: words that a test gives a meaning are on the axis of that meaning, and all
 * other text is near nothing else. It fails as a test has it fail.
 */
public final class VectorPeer extends ScriptedPeer {
    private static final int AXES = 64;

    private final Map<String, Integer> meanings = new ConcurrentHashMap<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    public VectorPeer() {
        super("/embeddings");
    }

    /** These words mean the same, and nothing that others mean. */
    public VectorPeer means(String... words) {
        int axis = (int) meanings.values().stream().distinct().count();
        List.of(words).forEach(word -> meanings.put(word, axis));
        return this;
    }

    /** All texts that were sent so far. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    int requests() {
        return requests.get();
    }

    @Override
    void seen(String body) {
        requests.incrementAndGet();
        texts.addAll(inputs(body));
    }

    private static List<String> inputs(String body) {
        List<String> inputs = new ArrayList<>();
        read(body).path("input").forEach(input -> inputs.add(input.asText()));
        return inputs;
    }

    @Override
    void answer(String body, ServerResponse response) {
        List<String> inputs = inputs(body);
        var answer = JsonNodeFactory.instance.objectNode().put("object", "list").put("model", "peer");
        var data = answer.putArray("data");
        for (int at = 0; at < inputs.size(); at++) {
            var vector =
                    data.addObject().put("object", "embedding").put("index", at).putArray("embedding");
            for (float number : vector(inputs.get(at))) {
                vector.add(number);
            }
        }
        answer.putObject("usage").put("prompt_tokens", 1).put("total_tokens", 1);
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.send(answer.toString());
    }

    private float[] vector(String text) {
        float[] vector = new float[AXES];
        vector[AXES - 1] = 0.1f;
        String folded = text.toLowerCase(Locale.ROOT);
        meanings.forEach((word, axis) -> {
            if (folded.contains(word)) {
                vector[axis] = 1;
            }
        });
        return vector;
    }
}
