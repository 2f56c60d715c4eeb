package jo.sawt.ticketing;

import java.time.Duration;
import java.util.Optional;

/** Shows where a matter is to whoever proves that it is theirs, however they come. */
public interface ProvenTracking {
    /**
     * Looks a reference up for somebody.
     *
     * @param asker where the question comes from; whoever guesses must wait longer and longer
     * @param reference empty for what is none, which is a guess too
     * @param proof as {@link Tracking} knows it, or a code or pass of {@link TrackingCodes}
     */
    Seen look(String asker, Optional<Reference> reference, Optional<String> proof);

    /** What is seen. */
    sealed interface Seen {
        /** The matter; where a proof was given, it is the right one. */
        record Found(Tracking.Tracked tracked, Optional<Proof> proof) implements Seen {}

        record Unknown() implements Seen {}

        record WrongProof() implements Seen {}

        /** Nothing for so long, after too many wrong guesses. */
        record NotNow(Duration length) implements Seen {}
    }

    /**
     * A right proof.
     *
     * @param plain as {@link Tracking} knows it, where a code stood for it
     * @param pass to be shown instead of the code from now on, where a code was
     */
    record Proof(String plain, Optional<String> pass) {
        @Override
        public String toString() {
            return "…";
        }
    }
}
