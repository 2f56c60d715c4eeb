package jo.sawt.channels.sms;

import java.util.Locale;
import java.util.Optional;

/**
 * Twilio's status of a message that goes out. Reports arrive in any order, so each has a rank and a message only moves to a
 * higher one: a failure is the end, but for a later word that it did arrive.
 */
public enum DeliveryStatus {
    ACCEPTED(1),
    SCHEDULED(1),
    QUEUED(2),
    SENDING(3),
    SENT(4),
    PARTIALLY_DELIVERED(5),
    FAILED(6),
    UNDELIVERED(6),
    CANCELED(6),
    DELIVERED(7),
    READ(8);

    private final int rank;

    DeliveryStatus(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    boolean failed() {
        return rank == FAILED.rank;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryStatus> parse(String wire) {
        for (DeliveryStatus status : values()) {
            if (status.wire().equals(wire)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
