package jo.sawt.ticketing;

/** Satisfaction with the solution, the classification and the response, each 1 (poor) to 5 (very good). */
public record Rating(int solution, int classification, int response) {
    public Rating {
        if (solution < 1 || solution > 5 || classification < 1 || classification > 5 || response < 1 || response > 5) {
            throw new IllegalArgumentException("each rating is a whole number from 1 to 5");
        }
    }
}
