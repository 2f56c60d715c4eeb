package jo.sawt.knowledge.text;

import java.util.Arrays;
import java.util.List;

/**
 * What a text is made of, for a linear model: words, stems, pairs of stems, character 2-5-grams within a word, and
 * consonant skeletons with their pairs and 3-4-grams, meanings and which of them are near each other; each as a 64-bit
 * hash with its count. The six kinds are blocks, which a model weighs one by one.
 */
public final class Features {
    /** Rises whenever the same text gives other features, so that a model trained before is not used. */
    public static final int VERSION = 3;

    private final long[] keys;
    private final int[] counts;
    private final int[] ends;

    private Features(long[] keys, int[] counts, int[] ends) {
        this.keys = keys;
        this.counts = counts;
        this.ends = ends;
    }

    /** The features of all blocks, block after block, each once. */
    public long[] keys() {
        return keys;
    }

    /** How often each feature occurs. */
    public int[] counts() {
        return counts;
    }

    /** Where each block ends in {@link #keys}. */
    public int[] ends() {
        return ends;
    }

    public static Features of(String text) {
        return of(Words.of(text));
    }

    public static Features of(List<Word> words) {
        Hashes forms = new Hashes();
        Hashes stems = new Hashes();
        Hashes pairs = new Hashes();
        Hashes characters = new Hashes();
        Hashes skeletons = new Hashes();
        String stemBefore = "";
        String skeletonBefore = "";
        for (Word word : words) {
            forms.add(Hash.of(word.form()));
            stems.add(Hash.of(word.stem()));
            pairs.add(Hash.pair(stemBefore, word.stem()));
            grams(word.form(), 2, 5, characters);
            skeletons(word, skeletonBefore, skeletons);
            stemBefore = word.stem();
            skeletonBefore = word.skeletons().isEmpty() ? "" : word.skeletons().get(0);
        }
        Hashes meanings = new Hashes();
        Meanings.add(words, meanings);
        return joined(forms, stems, pairs, meanings, characters, skeletons);
    }

    private static void skeletons(Word word, String before, Hashes into) {
        for (String skeleton : word.skeletons()) {
            into.add(Hash.of(skeleton));
            into.add(Hash.pair(before, skeleton));
            grams(skeleton, 3, 4, into);
        }
    }

    private static void grams(String word, int shortest, int longest, Hashes into) {
        String bounded = "_" + word + "_";
        for (int from = 0; from < bounded.length(); from++) {
            long hash = Hash.GRAM;
            int end = Math.min(bounded.length(), from + longest);
            for (int at = from; at < end; at++) {
                hash = Hash.next(hash, bounded.charAt(at));
                if (at - from + 1 >= shortest) {
                    into.add(Hash.mixed(hash));
                }
            }
        }
    }

    private static Features joined(Hashes... blocks) {
        int[] ends = new int[blocks.length];
        long[] keys = new long[Arrays.stream(blocks).mapToInt(Hashes::size).sum()];
        int[] counts = new int[keys.length];
        int end = 0;
        for (int block = 0; block < blocks.length; block++) {
            end = blocks[block].countInto(keys, counts, end, block);
            ends[block] = end;
        }
        return new Features(Arrays.copyOf(keys, end), Arrays.copyOf(counts, end), ends);
    }
}
