package jo.sawt.knowledge.lucene;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import jo.sawt.knowledge.Embedder;
import jo.sawt.knowledge.EmbedderAway;

/** A model of vectors that knows what some words mean, each meaning an axis, and remembers what it was asked. */
final class TableEmbedder implements Embedder {
    private static final Map<String, Integer> MEANINGS =
            Map.of("falcon", 0, "صقر", 0, "raptor", 0, "boat", 1, "قارب", 1, "schiff", 1, "camel", 2, "جمل", 2);

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile boolean down;
    volatile boolean nonsense;
    private final String model;
    private final int length;

    TableEmbedder(String model, int length) {
        this.model = model;
        this.length = length;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public List<float[]> texts(List<String> texts) {
        if (down) {
            throw new EmbedderAway("it is down");
        }
        asked.addAll(texts);
        return texts.stream()
                .map(text -> nonsense ? new float[length] : vector(text))
                .toList();
    }

    @Override
    public Optional<float[]> question(String question) {
        return down ? Optional.empty() : Optional.of(vector(question));
    }

    float[] vector(String text) {
        float[] vector = new float[length];
        vector[length - 1] = 0.1f;
        MEANINGS.forEach((word, axis) -> {
            if (text.toLowerCase(Locale.ROOT).contains(word)) {
                vector[axis] = 1;
            }
        });
        return vector;
    }
}
