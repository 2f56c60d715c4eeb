package jo.sawt.ticketing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Tells readers what was stored: by this node at once, by other nodes when {@link #poll} finds it in the store. An event
 * says that there is something new; a reader that was away asks by number for what it has missed.
 */
final class LiveFeed implements Feed {
    private static final Logger LOG = System.getLogger(LiveFeed.class.getName());
    private static final int REMEMBERED = 10_000;
    private static final int AT_ONCE = 1_000;

    /** Clocks of nodes differ and writes overtake each other: each look goes back this much. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final List<Consumer<TicketEvent>> all = new CopyOnWriteArrayList<>();
    private final Map<String, List<Consumer<TicketEvent>>> byContact = new ConcurrentHashMap<>();
    private final ExecutorService teller =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("feed").factory());
    private final Map<Reference, Long> told = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Reference, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Instant seen;

    LiveFeed(Instant from) {
        this.seen = from;
    }

    @Override
    public Subscription subscribe(Consumer<TicketEvent> reader) {
        all.add(reader);
        return () -> all.remove(reader);
    }

    @Override
    public Subscription subscribe(Contact contact, Consumer<TicketEvent> reader) {
        byContact.compute(contact.key(), (key, readers) -> {
            List<Consumer<TicketEvent>> list = readers == null ? new CopyOnWriteArrayList<>() : readers;
            list.add(reader);
            return list;
        });
        return () -> byContact.computeIfPresent(contact.key(), (key, readers) -> {
            readers.remove(reader);
            return readers.isEmpty() ? null : readers;
        });
    }

    /** A step of this node was stored. */
    void stored(Change change) {
        Set<String> types = types(change.added());
        if (!types.isEmpty()) {
            Ticket ticket = change.next();
            tell(types.stream().map(type -> event(ticket, type)).toList());
        }
    }

    /** Looks for what other nodes have stored. */
    void poll(Tickets tickets) {
        List<TicketEvent> changed = tickets.changedSince(seen.minus(OVERLAP), AT_ONCE);
        changed.stream().map(TicketEvent::at).max(Instant::compareTo).ifPresent(at -> {
            if (at.isAfter(seen)) {
                seen = at;
            }
        });
        tell(changed.stream().filter(this::isNew).toList());
    }

    void close() {
        teller.shutdown();
    }

    private boolean isNew(TicketEvent event) {
        synchronized (told) {
            return told.getOrDefault(event.ticket(), 0L) < event.version();
        }
    }

    private static TicketEvent event(Ticket ticket, String type) {
        return new TicketEvent(
                ticket.reference(),
                ticket.version(),
                ticket.talk().line().all(),
                type,
                ticket.revision().updatedAt());
    }

    private static Set<String> types(List<Entry> added) {
        Set<String> types = new LinkedHashSet<>();
        for (Entry entry : added) {
            types.add(
                    entry.what() instanceof Entry.Event event
                            ? event.name()
                            : entry.what().type());
        }
        return types;
    }

    private void tell(List<TicketEvent> events) {
        synchronized (told) {
            events.forEach(event -> told.merge(event.ticket(), event.version(), Math::max));
        }
        if (events.isEmpty()) {
            return;
        }
        try {
            teller.execute(() -> events.forEach(this::tellReaders));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the feed is closed; readers will ask again by number");
        }
    }

    private void tellReaders(TicketEvent event) {
        all.forEach(reader -> tellOne(reader, event));
        event.contacts().stream()
                .flatMap(contact -> byContact.getOrDefault(contact.key(), List.of()).stream())
                .forEach(reader -> tellOne(reader, event));
    }

    private static void tellOne(Consumer<TicketEvent> reader, TicketEvent event) {
        try {
            reader.accept(event);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a reader of the feed failed on ticket " + event.ticket(), e);
        }
    }
}
