package jo.sawt.ticketing;

import java.util.function.Consumer;

/** The live stream of what happens, on this node and, a moment later, on the others. */
public interface Feed {
    /** Calls {@code reader} on a thread of the feed, in order per ticket, until closed; it must not block for long. */
    Subscription subscribe(Consumer<TicketEvent> reader);

    /** As {@link #subscribe(Consumer)}, for one conversation only; costs nothing for the others. */
    Subscription subscribe(Contact contact, Consumer<TicketEvent> reader);

    /** Ends the reading. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
