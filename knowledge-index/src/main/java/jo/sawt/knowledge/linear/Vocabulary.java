package jo.sawt.knowledge.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import jo.sawt.knowledge.text.Features;

/** The features that a model knows, each with a number from 0 and a weight by how rare it is. */
final class Vocabulary {
    private final long[] keys;
    private final int[] slots;
    private final float[] rarity;

    /** @param keys sorted, each once */
    Vocabulary(long[] keys, float[] rarity) {
        this.keys = keys;
        this.rarity = rarity;
        this.slots = slots(keys);
    }

    /** Of the texts' features those that at least {@code least} texts have. */
    static Vocabulary of(List<Features> texts, int least) {
        long[] all =
                new long[texts.stream().mapToInt(text -> text.keys().length).sum()];
        int size = 0;
        for (Features text : texts) {
            System.arraycopy(text.keys(), 0, all, size, text.keys().length);
            size += text.keys().length;
        }
        Arrays.parallelSort(all);
        long[] keys = new long[size];
        float[] rarity = new float[size];
        int kept = 0;
        for (int at = 0; at < size; ) {
            int end = at;
            while (end < size && all[end] == all[at]) {
                end++;
            }
            if (end - at >= least) {
                keys[kept] = all[at];
                rarity[kept++] = (float) (Math.log((1.0 + texts.size()) / (1.0 + end - at)) + 1);
            }
            at = end;
        }
        return new Vocabulary(Arrays.copyOf(keys, kept), Arrays.copyOf(rarity, kept));
    }

    int size() {
        return keys.length;
    }

    /** A text's known features, each block weighed to unit length. */
    Vector vector(Features text) {
        int[] numbers = new int[text.keys().length];
        float[] values = new float[numbers.length];
        int size = 0;
        int at = 0;
        for (int end : text.ends()) {
            int start = size;
            double squares = 0;
            for (; at < end; at++) {
                int number = number(text.keys()[at]);
                if (number >= 0) {
                    float value = (float) (1 + Math.log(text.counts()[at])) * rarity[number];
                    numbers[size] = number;
                    values[size++] = value;
                    squares += value * value;
                }
            }
            scale(values, start, size, squares);
        }
        return new Vector(Arrays.copyOf(numbers, size), Arrays.copyOf(values, size));
    }

    private static void scale(float[] values, int start, int end, double squares) {
        float length = (float) Math.sqrt(squares);
        for (int at = start; at < end; at++) {
            values[at] /= length;
        }
    }

    /** The number of a feature, or -1. */
    int number(long key) {
        int mask = slots.length - 1;
        int slot = (int) key & mask;
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private static int[] slots(long[] keys) {
        int[] slots = new int[Integer.highestOneBit(Math.max(8, keys.length)) * 4];
        int mask = slots.length - 1;
        for (int number = 0; number < keys.length; number++) {
            int slot = (int) keys[number] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
        return slots;
    }

    void write(DataOutput out) throws IOException {
        float[] rarities = rarities();
        out.writeInt(rarities.length);
        for (float one : rarities) {
            out.writeFloat(one);
        }
        out.writeInt(keys.length);
        long before = Long.MIN_VALUE;
        for (int number = 0; number < keys.length; number++) {
            Compact.write(out, keys[number] - before);
            Compact.write(out, rarities.length - 1 - Arrays.binarySearch(rarities, rarity[number]));
            before = keys[number];
        }
    }

    /** The few different weights there are, rising; most features have the last ones. */
    private float[] rarities() {
        float[] sorted = rarity.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int at = 0; at < sorted.length; at++) {
            if (at == 0 || sorted[at] != sorted[at - 1]) {
                sorted[size++] = sorted[at];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    static Vocabulary read(DataInput in) throws IOException {
        float[] rarities = new float[in.readInt()];
        for (int at = 0; at < rarities.length; at++) {
            rarities[at] = in.readFloat();
        }
        long[] keys = new long[in.readInt()];
        float[] rarity = new float[keys.length];
        long before = Long.MIN_VALUE;
        for (int number = 0; number < keys.length; number++) {
            keys[number] = before + Compact.read(in);
            rarity[number] = rarities[rarities.length - 1 - (int) Compact.read(in)];
            before = keys[number];
        }
        return new Vocabulary(keys, rarity);
    }
}
