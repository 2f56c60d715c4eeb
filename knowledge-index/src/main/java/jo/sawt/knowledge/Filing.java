package jo.sawt.knowledge;

import java.util.List;

/** What became of a proposal. */
public sealed interface Filing {
    /** A new version. */
    record Filed(Version version) implements Filing {}

    /** The registry says the same already. */
    record Unchanged(Version version) implements Filing {}

    /** Somebody else has made a newer version than the one the proposal was based on. */
    record Conflict(int newest) implements Filing {}

    /** Something in the record must be mended first. */
    record Refused(List<Flaw> flaws) implements Filing {
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }

    /** The editor may not change records of this department. */
    record NotYours() implements Filing {}
}
