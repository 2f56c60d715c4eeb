package jo.sawt.knowledge.text;

import java.util.Arrays;

/** A growing list of hashes that can be counted. */
final class Hashes {
    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** Writes each value once with its count from {@code start}, told apart from other blocks; the new end. */
    int countInto(long[] keys, int[] counts, int start, int block) {
        Arrays.sort(values, 0, size);
        int end = start;
        for (int at = 0; at < size; at++) {
            if (at == 0 || values[at] != values[at - 1]) {
                keys[end++] = values[at] * 31 + block;
            }
            counts[end - 1]++;
        }
        return end;
    }
}
