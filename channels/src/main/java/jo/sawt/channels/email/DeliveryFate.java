package jo.sawt.channels.email;

import java.util.Locale;

/** What was reported of a letter; a later report counts only where it is a worse or a surer one. */
public enum DeliveryFate {
    DELAYED(0),
    DELIVERED(1),
    FAILED(2),
    COMPLAINED(3);

    private final int rank;

    DeliveryFate(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
