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
    private static final int MANY = 100_000;

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

    /**
     * The same model in less: the smallest fifth of many weights left out, and the others in the
     * steps of a byte, so that a model is the same before it is written and after it is read.
     */
    Weights slim() {
        float least = values.length < MANY ? 0 : smallestFifth();
        int[] ends = new int[starts.length];
        char[] kept = new char[values.length];
        float[] rounded = new float[values.length];
        float most = most();
        int size = 0;
        for (int feature = 0; feature < vocabulary.size(); feature++) {
            for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                if (Math.abs(values[entry]) >= least) {
                    kept[size] = classes[entry];
                    rounded[size++] = value(step(values[entry], most), most);
                }
            }
            ends[feature + 1] = size;
        }
        return new Weights(vocabulary, count, ends, Arrays.copyOf(kept, size), Arrays.copyOf(rounded, size));
    }

    private float smallestFifth() {
        float[] sizes = new float[values.length];
        for (int at = 0; at < sizes.length; at++) {
            sizes[at] = Math.abs(values[at]);
        }
        Arrays.parallelSort(sizes);
        return sizes[sizes.length / 5];
    }

    private float most() {
        float most = Float.MIN_NORMAL;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    /** Finer for small weights than for large ones, as there are many of them. */
    private static byte step(float value, float most) {
        return (byte) Math.round(Math.copySign(Math.sqrt(Math.abs(value) / most) * Byte.MAX_VALUE, value));
    }

    private static float value(byte step, float most) {
        return most * step * Math.abs(step) / (Byte.MAX_VALUE * Byte.MAX_VALUE);
    }

    /** Feature by feature, in steps of a byte. */
    void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        out.writeInt(values.length);
        float most = most();
        out.writeFloat(most);
        for (int feature = 0; feature < vocabulary.size(); feature++) {
            Compact.write(out, starts[feature + 1] - starts[feature]);
            int before = 0;
            for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                Compact.write(out, classes[entry] - before);
                out.writeByte(step(values[entry], most));
                before = classes[entry];
            }
        }
    }

    static Weights read(DataInput in, int count) throws IOException {
        Vocabulary vocabulary = Vocabulary.read(in);
        int[] starts = new int[vocabulary.size() + 1];
        char[] classes = new char[in.readInt()];
        float[] values = new float[classes.length];
        float most = in.readFloat();
        for (int feature = 0; feature < vocabulary.size(); feature++) {
            starts[feature + 1] = starts[feature] + (int) Compact.read(in);
            int before = 0;
            for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                before += (int) Compact.read(in);
                classes[entry] = (char) before;
                values[entry] = value(in.readByte(), most);
            }
        }
        return new Weights(vocabulary, count, starts, classes, values);
    }
}
