package jo.sawt.knowledge;

import java.util.List;

/** What became of an act on a draft. */
public sealed interface Drafting {
    /** The draft as it stands now. */
    record Moved(Draft draft) implements Drafting {}

    /** There is no draft of this service that could be moved so, or it has moved meanwhile. */
    record Clash() implements Drafting {}

    /** The service itself has a newer version than the draft is based on. */
    record Outdated(int newest) implements Drafting {}

    /** Something must be mended first. */
    record Refused(List<Flaw> flaws) implements Drafting {
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }

    /** This editor may not do this. */
    record NotAllowed() implements Drafting {}
}
