package jo.sawt.knowledge;

import java.util.List;
import java.util.Set;

/** Where the versions of all records are kept, by one node or by several; throws {@link RegistryUnavailable} while it is away. */
public interface Versions {
    /** A number that every change raises, whoever makes it. */
    long revision();

    /** Raises the revision, after a change was stored, and returns the new one. */
    long raise();

    /** Every version stored whose id is not among these. */
    List<Version> except(Set<String> known);

    /**
     * Stores versions, each only if nobody has stored one of the same number before. Of utterances the newest version
     * takes the place of the one before it; of all other records every version stays.
     *
     * @return those not stored because another came first
     */
    List<Version> add(List<Version> versions);

    /** Whether a first import has been finished. */
    boolean founded();

    /** Notes that the first import is finished. */
    void markFounded();
}
