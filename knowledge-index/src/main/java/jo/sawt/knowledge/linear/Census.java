package jo.sawt.knowledge.linear;

import java.util.Arrays;

/**
 * Counts how many texts have each feature, in bounded memory: when there are too many features to keep, those that one
 * text alone had so far are forgotten. Most features of a large registry occur once, and no model is made of these.
 */
final class Census {
    private static final int MOST = 1 << 22;

    private final int most;
    private long[] keys = new long[1 << 16];
    private int[] counts = new int[1 << 16];
    private int known;
    private int texts;

    Census() {
        this(MOST);
    }

    /** @param most slots that may be kept before features are forgotten */
    Census(int most) {
        this.most = most;
    }

    /** Counts the features of one more text, each once. */
    void add(long[] features) {
        texts++;
        for (long feature : features) {
            add(feature, 1);
        }
        if (known > keys.length / 2) {
            grow();
        }
    }

    private void add(long feature, int count) {
        int mask = keys.length - 1;
        int slot = (int) (feature >>> 20) & mask;
        while (counts[slot] != 0 && keys[slot] != feature) {
            slot = (slot + 1) & mask;
        }
        if (counts[slot] == 0) {
            keys[slot] = feature;
            known++;
        }
        counts[slot] += count;
    }

    private void grow() {
        long[] before = keys;
        int[] counted = counts;
        int least = before.length >= most ? 2 : 1;
        long left = Arrays.stream(counted).filter(count -> count >= least).count();
        int size = left > before.length / 3 ? before.length * 2 : before.length;
        keys = new long[size];
        counts = new int[size];
        known = 0;
        for (int slot = 0; slot < before.length; slot++) {
            if (counted[slot] >= least) {
                add(before[slot], counted[slot]);
            }
        }
    }

    /** The features that at least and at most so many texts have. */
    Vocabulary vocabulary(int least, int most) {
        long[] kept = new long[known];
        int size = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] >= least && counts[slot] <= most) {
                kept[size++] = keys[slot];
            }
        }
        long[] sorted = Arrays.copyOf(kept, size);
        Arrays.parallelSort(sorted);
        float[] rarity = new float[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] >= least && counts[slot] <= most) {
                rarity[Arrays.binarySearch(sorted, keys[slot])] =
                        (float) (Math.log((1.0 + texts) / (1.0 + counts[slot])) + 1);
            }
        }
        return new Vocabulary(sorted, rarity);
    }
}
