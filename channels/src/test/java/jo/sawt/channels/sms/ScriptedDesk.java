package jo.sawt.channels.sms;

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

/** A desk that keeps each key once, refuses what it is told to refuse, and can be away. */
final class ScriptedDesk implements Desk {
    private final Map<String, InboundMessage> byKey = new ConcurrentHashMap<>();
    private final Reference ticket =
            Samples.owed("x", 1, Samples.AMINA_SMS, "x").ticket();
    final List<InboundMessage> stored = new CopyOnWriteArrayList<>();
    volatile Optional<String> refusal = Optional.empty();
    volatile boolean away;

    @Override
    public Receipt receive(InboundMessage message) {
        if (away) {
            throw new DeskUnavailable("away", new IllegalStateException("away"));
        }
        if (refusal.isPresent()) {
            return new Receipt.Refused(refusal.get());
        }
        if (byKey.putIfAbsent(message.key(), message) != null) {
            return new Receipt.Duplicate(ticket, 1);
        }
        stored.add(message);
        return new Receipt.Accepted(ticket, stored.size());
    }

    List<String> words() {
        return stored.stream()
                .map(message -> switch (message.content()) {
                    case InboundMessage.Content.Words words -> words.text();
                    case InboundMessage.Content.Choice choice -> "choice " + choice.option();
                    case InboundMessage.Content.PersonWanted wanted -> "person";
                })
                .toList();
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
