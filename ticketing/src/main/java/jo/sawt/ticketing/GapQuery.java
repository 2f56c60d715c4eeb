package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/** Which knowledge gaps, in which order: a page of them. */
public record GapQuery(
        Optional<DepartmentId> department, Optional<Gap.Status> status, Sort sort, int limit, Optional<String> cursor) {
    /** The wire form is the lower-case name. */
    public enum Sort {
        /** Those that most tickets asked about first. */
        COUNT,
        /** The last asked first. */
        LAST;

        public static Optional<Sort> parse(String wire) {
            return List.of(values()).stream()
                    .filter(sort ->
                            sort.name().toLowerCase(java.util.Locale.ROOT).equals(wire))
                    .findFirst();
        }
    }
}
