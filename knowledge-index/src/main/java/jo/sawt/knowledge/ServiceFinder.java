package jo.sawt.knowledge;

/**
 * Finds the services that a person's own words are about, in any register of Arabic (standard, Jordanian, Arabizi) or
 * English, from the versions in force today. Safe for many threads; never throws on any text.
 */
public interface ServiceFinder {
    /** At most {@code limit} candidates, best first; none when nothing in the question is known. */
    Findings find(String question, int limit);

    /** The same with what is near the question's vector, where the words alone leave open what is meant. */
    default Findings find(String question, float[] vector, int limit) {
        return find(question, limit);
    }

    /** Whether a vector is of any use now; without a model of vectors it never is. */
    default boolean hasVectors() {
        return false;
    }
}
