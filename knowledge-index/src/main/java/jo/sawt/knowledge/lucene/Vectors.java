package jo.sawt.knowledge.lucene;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jo.sawt.knowledge.Embedder;
import jo.sawt.knowledge.EmbedderAway;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the vectors of the registry's texts in step with it, pass by pass: only what is new or has changed is given to the model,
 * a batch at a time, each kept before the next. Until a pass is through, searches go on with what was before.
 */
final class Vectors {
    /** What any server takes at once: text-embeddings-inference refuses more unless told otherwise. */
    static final int BATCH = 32;
    /** So that a server that stays away is asked every 32nd time. */
    private static final int MOST_DOUBLED = 6;

    private static final Logger LOG = System.getLogger(Vectors.class.getName());

    private final Embedder embedder;
    private final VectorFiles files;
    private volatile @Nullable VectorIndex index;
    private Set<String> done = Set.of();
    private long revision = Long.MIN_VALUE;
    private int failures;
    private int skipped;

    Vectors(Embedder embedder, Optional<Path> folder) {
        this.embedder = embedder;
        this.files = new VectorFiles(folder);
    }

    boolean ready() {
        return index != null;
    }

    /** The services near a vector, nearest first; none where there are no vectors yet, or it is of another length. */
    List<ServiceId> nearest(float[] vector) {
        VectorIndex known = index;
        if (known == null) {
            return List.of();
        }
        if (!isSound(vector, known.length())) {
            count("question", "unfit", 1);
            return List.of();
        }
        return known.nearest(vector);
    }

    /** One pass. What fails is left to a later one, the more passes later the more often it has failed. */
    synchronized void runDue(Registry registry) {
        long newest = registry.revision();
        if (newest == revision || skipped-- > 0) {
            return;
        }
        Map<String, Training> texts = VectorTexts.of(registry);
        if (texts.keySet().equals(done) || inStep(texts)) {
            done = Set.copyOf(texts.keySet());
            revision = newest;
            failures = 0;
        } else {
            failures = Math.min(failures + 1, MOST_DOUBLED);
        }
        skipped = failures == 0 ? 0 : (1 << (failures - 1)) - 1;
    }

    private boolean inStep(Map<String, Training> texts) {
        try {
            return bring(texts, held());
        } catch (EmbedderAway e) {
            count("text", "away", 1);
            LOG.log(Level.INFO, "no vectors for now, services are found by words: {0}", e.getMessage());
        } catch (IOException e) {
            count("text", "unkept", 1);
            LOG.log(Level.WARNING, "the vectors cannot be kept, services are found by words: {0}", e.toString());
        }
        return false;
    }

    /** What the files hold that can be used; else nothing, and they are empty then. */
    private VectorFiles.Held held() throws IOException {
        VectorFiles.Held held;
        try {
            held = files.held();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            count("text", "damaged", 1);
            LOG.log(Level.WARNING, "the vectors are damaged and are made again: {0}", e.toString());
            return cleared();
        }
        if (held.model().isPresent() && !held.model().get().equals(embedder.model())) {
            LOG.log(Level.INFO, "the vectors are of another model and are made again");
            return cleared();
        }
        return held;
    }

    private VectorFiles.Held cleared() throws IOException {
        files.clear();
        return VectorFiles.Held.NOTHING;
    }

    private boolean bring(Map<String, Training> texts, VectorFiles.Held held) throws IOException {
        Set<String> gone = new HashSet<>(held.keys());
        gone.removeAll(texts.keySet());
        Set<String> known = held.keys();
        List<Training> missing = texts.entrySet().stream()
                .filter(text -> !known.contains(text.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!missing.isEmpty()) {
            LOG.log(Level.INFO, "vectors of {0} of {1} texts are made", missing.size(), texts.size());
        }
        int length = held.length();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<Training> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
            List<float[]> made = made(batch);
            int now = made.getFirst().length;
            if (length != 0 && now != length) {
                LOG.log(Level.WARNING, "the vectors are {0} long and were {1}: all are made again", now, length);
                count("text", "unfit", batch.size());
                files.clear();
                return false;
            }
            length = now;
            files.put(embedder.model(), batch, made);
            count("text", "made", batch.size());
        }
        if (!gone.isEmpty()) {
            files.remove(gone);
        }
        index = length == 0 ? null : VectorIndex.of(files.read(), length);
        return true;
    }

    private List<float[]> made(List<Training> batch) {
        List<float[]> made = embedder.texts(batch.stream().map(Training::text).toList());
        boolean sound = made.size() == batch.size()
                && made.stream().allMatch(vector -> isSound(vector, made.getFirst().length));
        if (!sound) {
            count("text", "unfit", batch.size());
            throw new EmbedderAway("its vectors cannot be used");
        }
        return made;
    }

    /** Of that length, made of numbers, and pointing somewhere. */
    private static boolean isSound(float[] vector, int length) {
        return vector.length == length
                && length > 0
                && length <= LongVectors.MOST_NUMBERS
                && IntStream.range(0, length).allMatch(at -> Float.isFinite(vector[at]))
                && IntStream.range(0, length).anyMatch(at -> vector[at] != 0);
    }

    private static void count(String of, String result, int many) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_vectors")
                        .description("Vectors of the registry's texts and of questions, and why some could not be used")
                        .tags(List.of(Tag.create("of", of), Tag.create("result", result))))
                .increment(many);
    }
}
