package jo.sawt.ticketing;

import java.util.Locale;

/** Whose move it is. Every open ticket has exactly one; one that is over has none. */
public enum Owner {
    ASSISTANT,
    QUEUE,
    AGENT,
    DEPARTMENT,
    CITIZEN,
    NOBODY;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
