package jo.sawt.ticketing;

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
}
