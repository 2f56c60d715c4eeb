package jo.sawt.knowledge.lucene;

/** Counts at which rank the right service came. */
final class Tally {
    private int asked;
    private int first;
    private int ofThree;
    private int ofFive;
    private double reciprocals;
    private double answerable;

    /** Adds a question whose right service came at a rank from 0, or not at all where it is the largest number. */
    void add(int rank, double probability) {
        asked++;
        first += rank < 1 ? 1 : 0;
        ofThree += rank < 3 ? 1 : 0;
        ofFive += rank < 5 ? 1 : 0;
        reciprocals += rank < 5 ? 1.0 / (rank + 1) : 0;
        answerable += probability;
    }

    String line(String register) {
        return "%-15s %5d  %.3f  %.3f  %.3f  %.3f  %.3f"
                .formatted(
                        register,
                        asked,
                        share(first),
                        share(ofThree),
                        share(ofFive),
                        share(reciprocals),
                        share(answerable));
    }

    int asked() {
        return asked;
    }

    /** How many were asked, and the shares found first, among three and among five, as cells of a table. */
    String shares() {
        return "%d | %.3f | %.3f | %.3f".formatted(asked, share(first), share(ofThree), share(ofFive));
    }

    private double share(double count) {
        return count / asked;
    }
}
