package jo.sawt.channels.email;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.OneTimeCode;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Receipt;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Returns;

/** A desk that keeps each key once and can be away. */
final class KeptDesk implements Desk, Returns {
    static final Reference TICKET = reference("ACDEFGHJK");

    final List<InboundMessage> stored = new CopyOnWriteArrayList<>();
    final List<String> returned = new CopyOnWriteArrayList<>();
    private final Map<String, InboundMessage> byKey = new ConcurrentHashMap<>();
    volatile boolean away;

    /** The one that begins so: the check character is found by trying. */
    static Reference reference(String start) {
        for (char check : "34679ACDEFGHJKMNPQRTVWX".toCharArray()) {
            Optional<Reference> reference = Reference.parse(start + check);
            if (reference.isPresent()) {
                return reference.get();
            }
        }
        throw new IllegalStateException("some check character is right");
    }

    @Override
    public Receipt receive(InboundMessage message) {
        if (away) {
            throw new DeskUnavailable("away", new IllegalStateException("away"));
        }
        if (byKey.putIfAbsent(message.key(), message) != null) {
            return new Receipt.Duplicate(TICKET, 1);
        }
        stored.add(message);
        return new Receipt.Accepted(TICKET, stored.size());
    }

    List<String> words() {
        return stored.stream()
                .map(message -> ((InboundMessage.Content.Words) message.content()).text())
                .toList();
    }

    @Override
    public boolean returned(String id, String code) {
        return returned.add(id + " " + code);
    }

    @Override
    public Conversation conversation(Contact contact, long after) {
        throw new UnsupportedOperationException("the channel does not read");
    }

    @Override
    public OneTimeCode code(Contact contact) {
        return new OneTimeCode.Nothing();
    }

    @Override
    public boolean rate(Contact contact, Rating rating) {
        throw new UnsupportedOperationException("the channel does not rate");
    }
}
