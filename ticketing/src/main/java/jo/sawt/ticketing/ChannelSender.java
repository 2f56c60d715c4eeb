package jo.sawt.ticketing;

/**
 * Sends what is owed to a citizen through one channel: the port that a channel implements. A channel whose citizens read
 * the timeline itself by its numbers (web chat) needs none.
 */
public interface ChannelSender {
    Channel channel();

    /** Whether the files of a reply go along; where not, a reply with files is refused before it is written. */
    default boolean carriesFiles() {
        return false;
    }

    /**
     * Whether this node sends one message after the other, each marked as sent before the next goes out: for a channel where
     * nobody can be asked whether a message went out, so that a process that dies leaves one such question and no more.
     */
    default boolean oneAfterAnother() {
        return false;
    }

    /** One attempt; SDK errors are judged here and come back as a {@link Delivery}. */
    Delivery send(OutboundMessage message);

    /** The same for what is of no use later, so that it goes before what waits for its turn. */
    default Delivery sendNow(OutboundMessage message) {
        return send(message);
    }
}
