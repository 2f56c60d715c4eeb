package jo.sawt.ticketing;

/**
 * What a channel tells of the files that a message announced (see {@link InboundMessage.Content.Words#following}), once it
 * has fetched them from where they lay, or has given up. Of each file one end is written, whoever tells it and how often.
 */
public interface LateFiles {
    /** Whether the message is here and nothing has been told of this file of it. */
    boolean isAwaited(String message, int number);

    /**
     * Puts a stored file into the ticket of its message.
     *
     * @param message the key of the message
     * @param number of the file among those that it announced
     * @return false where the file is not awaited; it is then for the caller to discard
     */
    boolean arrived(String message, int number, Attachment file);

    /**
     * Writes into the ticket of its message, for staff, that a file will not come.
     *
     * @param code why, as the channel names it
     * @return false where the file is not awaited
     */
    boolean lost(String message, int number, String code);
}
