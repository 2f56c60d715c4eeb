package jo.sawt.ticketing;

import java.time.Instant;

/** A claim on work by one node until an instant. */
public record Lease(String node, Instant until) {
    boolean isOf(String other) {
        return node.equals(other);
    }
}
