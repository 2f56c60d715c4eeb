package jo.sawt.knowledge.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import jo.sawt.knowledge.text.Features;

/**
 * A trained model: for each feature the classes it speaks for or against, so that scoring a text costs what its features
 * hold and nothing more, however many classes there are.
 */
final class Weights {
    private final Vocabulary vocabulary;
    private final int count;
    private final int[] starts;
    private final char[] classes;
    private final float[] values;

    /** Takes the arrays as they are; {@code starts} has one more entry than there are features, the end of the last. */
    Weights(Vocabulary vocabulary, int count, int[] starts, char[] classes, float[] values) {
        this.vocabulary = vocabulary;
        this.count = count;
        this.starts = starts;
        this.classes = classes;
        this.values = values;
    }

    /** All zero, with a place for every feature and class that occur together. */
    static Weights blank(Vocabulary vocabulary, List<Vector> texts, int[] classes, int count) {
        long[] pairs =
                new long[texts.stream().mapToInt(text -> text.numbers().length).sum()];
        int size = 0;
        for (int at = 0; at < classes.length; at++) {
            for (int number : texts.get(at).numbers()) {
                pairs[size++] = (long) number << Character.SIZE | classes[at];
            }
        }
        Arrays.parallelSort(pairs);
        int[] starts = new int[vocabulary.size() + 1];
        char[] kept = new char[size];
        int end = 0;
        for (int at = 0; at < size; at++) {
            if (at == 0 || pairs[at] != pairs[at - 1]) {
                starts[(int) (pairs[at] >>> Character.SIZE) + 1]++;
                kept[end++] = (char) pairs[at];
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return new Weights(vocabulary, count, starts, Arrays.copyOf(kept, end), new float[end]);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int count() {
        return count;
    }

    int[] starts() {
        return starts;
    }

    char[] classes() {
        return classes;
    }

    float[] values() {
        return values;
    }

    /** The score of every class. */
    float[] scores(Features text) {
        float[] scores = new float[count];
        score(vocabulary.vector(text), scores);
        return scores;
    }

    void score(Vector text, float[] scores) {
        Arrays.fill(scores, 0);
        for (int at = 0; at < text.numbers().length; at++) {
            int feature = text.numbers()[at];
            float value = text.values()[at];
            for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                scores[classes[entry]] += value * values[entry];
            }
        }
    }

    /** Feature by feature; weights as 16-bit floats, for their third digit changes no answer. */
    void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        out.writeInt(values.length);
        for (int feature = 0; feature < vocabulary.size(); feature++) {
            Compact.write(out, starts[feature + 1] - starts[feature]);
            int before = 0;
            for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                Compact.write(out, classes[entry] - before);
                out.writeShort(Float.floatToFloat16(values[entry]));
                before = classes[entry];
            }
        }
    }

    static Weights read(DataInput in, int count) throws IOException {
        Vocabulary vocabulary = Vocabulary.read(in);
        int[] starts = new int[vocabulary.size() + 1];
        char[] classes = new char[in.readInt()];
        float[] values = new float[classes.length];
        for (int feature = 0; feature < vocabulary.size(); feature++) {
            starts[feature + 1] = starts[feature] + (int) Compact.read(in);
            int before = 0;
            for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                before += (int) Compact.read(in);
                classes[entry] = (char) before;
                values[entry] = Float.float16ToFloat(in.readShort());
            }
        }
        return new Weights(vocabulary, count, starts, classes, values);
    }
}
