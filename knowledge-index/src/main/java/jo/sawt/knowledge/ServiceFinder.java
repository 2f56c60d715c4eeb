package jo.sawt.knowledge;

/**
 * Finds the services that a person's own words are about, in any register of Arabic (standard, Jordanian, Arabizi) or
 * English, from the versions in force today. Safe for many threads; never throws on any text.
 */
public interface ServiceFinder {
    /** At most {@code limit} candidates, best first; none when nothing in the question is known. */
    Findings find(String question, int limit);
}
