package jo.sawt.ticketing;

import java.util.Optional;

/** What a member of staff can do to a knowledge gap, for a reason. */
public sealed interface GapAct {
    String reason();

    /**
     * Nobody need answer it any more.
     *
     * @param service whose record answers it now; asked again in vain, the gap opens again. Without one it stays closed
     */
    record Close(String reason, Optional<String> service) implements GapAct {}

    /** It is still not answered. */
    record Reopen(String reason) implements GapAct {}

    /** Another department has to answer it. */
    record Move(DepartmentId to, String reason) implements GapAct {}

    /** How it is counted. */
    default String wire() {
        return switch (this) {
            case Close close -> "close";
            case Reopen reopen -> "reopen";
            case Move move -> "move";
        };
    }
}
