package jo.sawt.knowledge.lucene;

import java.util.Arrays;

/** Compares the probabilities that were named with how often they came true. */
final class Calibration {
    private static final int BANDS = 10;

    private final int[] asked = new int[BANDS];
    private final int[] right = new int[BANDS];
    private final double[] named = new double[BANDS];

    void add(double probability, boolean cameTrue) {
        int band = Math.min(BANDS - 1, (int) (probability * BANDS));
        asked[band]++;
        right[band] += cameTrue ? 1 : 0;
        named[band] += probability;
    }

    /** The mean distance between what was named and what came true, weighed by how often each band was named. */
    double error() {
        double error = 0;
        for (int band = 0; band < BANDS; band++) {
            error += Math.abs(named[band] - right[band]);
        }
        return error / Math.max(1, Arrays.stream(asked).sum());
    }

    String table() {
        StringBuilder table = new StringBuilder("probability of the first: named, came true, questions");
        for (int band = 0; band < BANDS; band++) {
            if (asked[band] > 0) {
                table.append("%n%.2f  %.2f  %d"
                        .formatted(named[band] / asked[band], (double) right[band] / asked[band], asked[band]));
            }
        }
        return table.append("%ncalibration error %.3f".formatted(error())).toString();
    }
}
