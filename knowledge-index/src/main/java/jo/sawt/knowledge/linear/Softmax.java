package jo.sawt.knowledge.linear;

import java.util.List;

/** Turns scores into probabilities. */
final class Softmax {
    private Softmax() {}

    static double[] of(float[] scores, double sharpness) {
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score * sharpness);
        }
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int at = 0; at < scores.length; at++) {
            probabilities[at] = Math.exp(scores[at] * sharpness - most);
            sum += probabilities[at];
        }
        for (int at = 0; at < scores.length; at++) {
            probabilities[at] /= sum;
        }
        return probabilities;
    }

    /** The factor on the scores that makes the right answers likeliest, by golden-section search on its logarithm. */
    static double sharpness(List<float[]> scores, int[] right) {
        double low = Math.log(0.2);
        double high = Math.log(50);
        double ratio = (Math.sqrt(5) - 1) / 2;
        while (high - low > 0.02) {
            double left = high - ratio * (high - low);
            double other = low + ratio * (high - low);
            if (loss(scores, right, Math.exp(left)) < loss(scores, right, Math.exp(other))) {
                high = other;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double loss(List<float[]> scores, int[] right, double sharpness) {
        double loss = 0;
        for (int at = 0; at < right.length; at++) {
            loss -= Math.log(Math.max(1e-12, of(scores.get(at), sharpness)[right[at]]));
        }
        return loss;
    }
}
