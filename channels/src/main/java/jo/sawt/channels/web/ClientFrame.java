package jo.sawt.channels.web;

import java.util.Optional;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Rating;

/** What a citizen's program sent, checked. */
sealed interface ClientFrame {
    /**
     * Opens or resumes a session.
     *
     * @param lastSeq the number of the newest entry that the client has, 0 for none
     */
    record Hello(Optional<SessionId> session, long lastSeq, Optional<Lang> lang) implements ClientFrame {}

    /** Something for the desk: words, a choice, or the wish for a person. */
    record Say(String clientId, InboundMessage.Content content) implements ClientFrame {}

    /**
     * Rates the newest ticket.
     *
     * @param clientId answered by an ack where it is given
     */
    record Rate(Optional<String> clientId, Rating rating) implements ClientFrame {}

    record Ping() implements ClientFrame {}

    /**
     * Not a frame that can be taken.
     *
     * @param code {@code bad_json}, {@code unknown_type}, {@code missing}, {@code invalid}, {@code empty}, {@code too_long}
     * @param field the name of the field at fault, empty where there is none
     */
    record Wrong(String code, String field, Optional<String> clientId) implements ClientFrame {
        static Wrong of(String code) {
            return new Wrong(code, "", Optional.empty());
        }
    }
}
