package jo.sawt.channels.web;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Feed;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Responder;
import jo.sawt.ticketing.TurnView;

/**
 * What the assistant of this node is about to say in its chats, as far as it is checked. It is kept nowhere: the message
 * that is stored in the end is the answer, and a chat on another node sees that alone. Safe for many threads.
 */
public final class Sayings {
    private final ConcurrentHashMap<Reference, Set<Consumer<Optional<String>>>> readers = new ConcurrentHashMap<>();

    /** The responder, heard while it words its answers. */
    public Responder of(Responder responder) {
        return turn -> turn.channel() == Channel.WEB ? heard(responder, turn) : responder.respond(turn);
    }

    private Decision heard(Responder responder, TurnView turn) {
        Saying saying = new Saying(turn.ticket());
        try {
            return responder.respond(turn, saying::say);
        } finally {
            saying.end();
        }
    }

    /** Hands over each time all of the answer so far, and nothing once it has ended; the reader must not block. */
    Feed.Subscription follow(Reference ticket, Consumer<Optional<String>> reader) {
        readers.compute(ticket, (key, those) -> {
            Set<Consumer<Optional<String>>> all = those == null ? ConcurrentHashMap.newKeySet() : those;
            all.add(reader);
            return all;
        });
        return () -> readers.computeIfPresent(ticket, (key, those) -> {
            those.remove(reader);
            return those.isEmpty() ? null : those;
        });
    }

    /** One answer; after its end nothing more is heard of it, also not from a thread that comes late. */
    private final class Saying {
        private final Reference ticket;
        private boolean ended;

        Saying(Reference ticket) {
            this.ticket = ticket;
        }

        synchronized void say(String text) {
            if (!ended) {
                tell(Optional.of(text));
            }
        }

        synchronized void end() {
            ended = true;
            tell(Optional.empty());
        }

        private void tell(Optional<String> text) {
            readers.getOrDefault(ticket, Set.of()).forEach(reader -> reader.accept(text));
        }
    }
}
