package jo.sawt.ticketing;

/** Which tickets a caller may know of. */
public sealed interface Scope {
    /** Every one. */
    record All() implements Scope {}

    /** Those with a share of this department, except reports that name it. */
    record Of(DepartmentId department) implements Scope {}

    /** None. */
    record Nothing() implements Scope {}
}
