package jo.sawt.ticketing;

import java.time.Duration;

/** What a channel tells of a message that had been taken and came back after all: a bounce, a handset that is gone. */
public interface Returns {
    /**
     * Puts a message among the dead letters, which staff see, and writes it into its ticket.
     *
     * @param id of the {@link OutboundMessage}
     * @param code why, as the channel names it
     * @return false where there is no such message, or it is known already
     */
    boolean returned(String id, String code);

    /**
     * Owes a message again that was taken and came back for a reason that passes.
     *
     * @return false where it is not for this channel to send again; it is then to be told as returned
     */
    default boolean again(String id, String code, Duration after) {
        return false;
    }
}
