package jo.sawt.ticketing;

import java.time.Instant;

/** What a citizen gets who asks for a code to go on by another channel. */
public sealed interface OneTimeCode {
    /** Good once and until an instant, together with the reference. */
    record Shown(Reference ticket, String code, Instant expires) implements OneTimeCode {
        /** A code is for the citizen's eyes. */
        @Override
        public String toString() {
            return ticket + ":…";
        }
    }

    /** There is no ticket yet. */
    record Nothing() implements OneTimeCode {}

    /** There were too many lately. */
    record TooMany() implements OneTimeCode {}
}
