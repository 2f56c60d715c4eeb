package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jo.sawt.channels.web.ClientFrame.Say;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.AttachmentId;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Feed;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.OneTimeCode;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Receipt;
import jo.sawt.ticketing.Reference;

/** The desk as a chat session meets it, over the socket and over HTTP alike. */
final class ChatDesk {
    private final Desk desk;
    private final Feed feed;
    private final Files files;
    private final RateLimits limits;
    private final Sayings sayings;

    /** What became of something said. */
    sealed interface Outcome {
        record Stored(Reference ticket, long seq) implements Outcome {}

        /**
         * It was not stored.
         *
         * @param code for programs
         * @param text the key of its text in the message catalogue
         */
        record NotTaken(String code, String text) implements Outcome {
            static NotTaken of(String code) {
                return new NotTaken(code, "chat.error." + code);
            }
        }
    }

    ChatDesk(Desk desk, Feed feed, Files files, RateLimits limits, Sayings sayings) {
        this.desk = desk;
        this.feed = feed;
        this.files = files;
        this.limits = limits;
        this.sayings = sayings;
    }

    /** Returns after the durable write, or says why there was none. */
    Outcome take(SessionId session, Say said, Optional<Lang> lang) {
        if (!limits.allows(session, said.clientId())) {
            discard(said);
            return counted("limited", Outcome.NotTaken.of("rate_limited"));
        }
        InboundMessage message =
                new InboundMessage(session.contact(), session.key(said.clientId()), said.content(), lang);
        try {
            return switch (desk.receive(message)) {
                case Receipt.Accepted(Reference ticket, long seq) ->
                    counted("accepted", new Outcome.Stored(ticket, seq));
                case Receipt.Duplicate(Reference ticket, long seq) -> {
                    discard(said); // those that came the first time are in the timeline
                    yield counted("duplicate", new Outcome.Stored(ticket, seq));
                }
                case Receipt.Refused(String key) -> {
                    discard(said);
                    yield counted("refused", new Outcome.NotTaken(shortCode(key), key));
                }
            };
        } catch (DeskUnavailable e) {
            return counted("unavailable", Outcome.NotTaken.of("unavailable"));
        }
    }

    private void discard(Say said) {
        if (said.content() instanceof InboundMessage.Content.Words words
                && !words.files().isEmpty()) {
            files.discard(words.files());
        }
    }

    /** Follows what the assistant is about to say about a ticket. */
    Feed.Subscription followSayings(Reference ticket, Consumer<Optional<String>> reader) {
        return sayings.follow(ticket, reader);
    }

    /** Whether the session may send files now. */
    boolean allowsFiles(SessionId session) {
        boolean allowed = limits.allowsFiles(session);
        if (!allowed) {
            counted("limited", Outcome.NotTaken.of("rate_limited"));
        }
        return allowed;
    }

    /** A file that the session's conversation shows. */
    Optional<Attachment> file(SessionId session, AttachmentId id) {
        return conversation(session, 0).entries().stream()
                .flatMap(entry -> entry.reply().files().stream())
                .filter(file -> file.id().equals(id))
                .findFirst();
    }

    /** A code by which the citizen goes on by another channel. */
    OneTimeCode code(SessionId session) {
        return desk.code(session.contact());
    }

    boolean rate(SessionId session, Rating rating) {
        return desk.rate(session.contact(), rating);
    }

    Conversation conversation(SessionId session, long after) {
        return desk.conversation(session.contact(), after);
    }

    Tail tail(SessionId session, long seq, Consumer<ObjectNode> reader) {
        return new Tail(desk, session, seq, reader);
    }

    /** Calls {@code wake} whenever something happened in the session. */
    Feed.Subscription follow(SessionId session, Runnable wake) {
        return feed.subscribe(session.contact(), event -> wake.run());
    }

    private static String shortCode(String key) {
        return key.startsWith("refused.") ? key.substring("refused.".length()) : key;
    }

    private static Outcome counted(String outcome, Outcome result) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_chat_messages").tags(List.of(Tag.create("outcome", outcome))))
                .increment();
        return result;
    }
}
