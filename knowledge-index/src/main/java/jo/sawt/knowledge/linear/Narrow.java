package jo.sawt.knowledge.linear;

import java.util.Arrays;
import java.util.List;

/**
 * Lays out the weights of a model of many classes so that no feature speaks of more than a few: of the classes whose
 * texts have it, those keep a place whose texts have most of it. What nearly every class has tells none apart, and without
 * this bound each text would cost as much as there are classes.
 */
final class Narrow {
    private final int[] starts;
    private final int[] filled;
    private final char[] kept;
    private final float[] masses;
    private final float[] mass;
    private final float[] floors;
    private final int[] touched;
    private int touches;

    private Narrow(int features, int[] counts, int most) {
        this.starts = new int[features + 1];
        for (int feature = 0; feature < features; feature++) {
            starts[feature + 1] = starts[feature] + Math.min(most, counts[feature]);
        }
        this.filled = new int[features];
        this.kept = new char[starts[features]];
        this.masses = new float[starts[features]];
        this.mass = new float[features];
        this.floors = new float[features];
        this.touched = new int[features];
    }

    /**
     * All zero weights.
     *
     * @param classes of each text, rising
     * @param count of classes
     * @param most classes that a feature may speak of
     */
    static Weights blank(Vocabulary vocabulary, List<Packed> texts, int[] classes, int count, int most) {
        int[] order = rising(classes);
        Narrow narrow = new Narrow(vocabulary.size(), counts(vocabulary.size(), texts, classes, order), most);
        for (int at = 0; at < order.length; at++) {
            narrow.weigh(texts.get(order[at]).vector());
            if (at + 1 == order.length || classes[order[at + 1]] != classes[order[at]]) {
                narrow.place((char) classes[order[at]]);
            }
        }
        narrow.sort();
        return new Weights(vocabulary, count, narrow.starts, narrow.kept, new float[narrow.kept.length]);
    }

    /** The texts class by class, those of a class in their order. */
    private static int[] rising(int[] classes) {
        long[] sorted = new long[classes.length];
        Arrays.setAll(sorted, at -> (long) classes[at] << Integer.SIZE | at);
        Arrays.sort(sorted);
        return Arrays.stream(sorted).mapToInt(both -> (int) both).toArray();
    }

    /** How many classes have each feature. */
    private static int[] counts(int features, List<Packed> texts, int[] classes, int[] order) {
        int[] counts = new int[features];
        int[] last = new int[features];
        for (int at : order) {
            for (int feature : texts.get(at).numbers()) {
                if (last[feature] != classes[at] + 1) {
                    last[feature] = classes[at] + 1;
                    counts[feature]++;
                }
            }
        }
        return counts;
    }

    private void weigh(Vector text) {
        for (int at = 0; at < text.numbers().length; at++) {
            int feature = text.numbers()[at];
            if (mass[feature] == 0) {
                touched[touches++] = feature;
            }
            mass[feature] += text.values()[at];
        }
    }

    private void place(char of) {
        for (int at = 0; at < touches; at++) {
            int feature = touched[at];
            if (filled[feature] < starts[feature + 1] - starts[feature]) {
                put(starts[feature] + filled[feature]++, mass[feature], of);
            } else if (mass[feature] > floors[feature]) {
                displace(feature, of);
            }
            mass[feature] = 0;
        }
        touches = 0;
    }

    private void put(int place, float weight, char of) {
        masses[place] = weight;
        kept[place] = of;
    }

    private void displace(int feature, char of) {
        int lightest = lightest(feature);
        floors[feature] = masses[lightest];
        if (mass[feature] > masses[lightest]) {
            put(lightest, mass[feature], of);
        }
    }

    private int lightest(int feature) {
        int lightest = starts[feature];
        for (int place = lightest + 1; place < starts[feature + 1]; place++) {
            if (masses[place] < masses[lightest]) {
                lightest = place;
            }
        }
        return lightest;
    }

    private void sort() {
        for (int feature = 0; feature < filled.length; feature++) {
            Arrays.sort(kept, starts[feature], starts[feature + 1]);
        }
    }
}
