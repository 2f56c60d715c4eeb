package jo.sawt.channels.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Feed;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.OneTimeCode;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Receipt;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.TicketEvent;

/**
 * A small desk in memory that keeps the desk's promises to a channel: a key is stored once, numbers rise by one, events
 * follow what is stored. It answers by a short script, after a moment; the store can be taken away from it.
 */
final class ScriptedDesk implements Desk, Feed, AutoCloseable {
    static final String ASK_BACK = "اسأل";
    static final int PAGE = 100;

    final AtomicLong readings = new AtomicLong();
    final List<Rating> ratings = new CopyOnWriteArrayList<>();
    volatile boolean away;
    volatile long answerAfterMillis = 20;

    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final Map<String, List<Consumer<TicketEvent>>> readers = new ConcurrentHashMap<>();
    private final ExecutorService events = Executors.newSingleThreadExecutor();
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();

    private static final class Ticket {
        final Reference reference = reference();
        final List<Conversation.Entry> entries = new ArrayList<>();
        Status status = Status.ASSISTANT;
        int owed;
    }

    @Override
    public Receipt receive(InboundMessage message) {
        checkStore();
        if (message.content() instanceof InboundMessage.Content.Words words
                && words.text().contains("ممنوع")) {
            return new Receipt.Refused("error.internal");
        }
        Ticket ticket = tickets.computeIfAbsent(message.contact().key(), unknown -> new Ticket());
        long seq;
        synchronized (ticket) {
            for (Conversation.Entry entry : ticket.entries) {
                if (entry.key().filter(message.key()::equals).isPresent()) {
                    return new Receipt.Duplicate(ticket.reference, entry.seq());
                }
            }
            seq = add(ticket, Author.CITIZEN, said(message.content()), Optional.of(message.key()));
            ticket.owed++;
        }
        happened(message.contact(), ticket, "message");
        answers.execute(() -> answer(message.contact(), ticket, words(message.content())));
        return new Receipt.Accepted(ticket.reference, seq);
    }

    private static Reply said(InboundMessage.Content content) {
        return content instanceof InboundMessage.Content.Words words
                ? new Reply(words.text(), List.of(), List.of(), words.files())
                : Reply.of(words(content));
    }

    @Override
    public Conversation conversation(Contact contact, long after) {
        readings.incrementAndGet();
        checkStore();
        Ticket ticket = tickets.get(contact.key());
        if (ticket == null) {
            return new Conversation(Optional.empty(), Optional.empty(), 0, List.of(), false);
        }
        synchronized (ticket) {
            List<Conversation.Entry> since = ticket.entries.stream()
                    .filter(entry -> entry.seq() > after)
                    .limit(PAGE)
                    .toList();
            int newest = ticket.entries.size();
            return new Conversation(
                    Optional.of(ticket.reference), Optional.of(ticket.status), newest, since, ticket.owed > 0);
        }
    }

    @Override
    public OneTimeCode code(Contact contact) {
        Ticket ticket = tickets.get(contact.key());
        return ticket == null
                ? new OneTimeCode.Nothing()
                : new OneTimeCode.Shown(ticket.reference, "135790", Instant.EPOCH);
    }

    @Override
    public boolean rate(Contact contact, Rating rating) {
        checkStore();
        if (!tickets.containsKey(contact.key())) {
            return false;
        }
        ratings.add(rating);
        return true;
    }

    /** Staff write into a conversation. */
    void say(Contact contact, Author author, String name, String text) {
        Ticket ticket = tickets.computeIfAbsent(contact.key(), unknown -> new Ticket());
        synchronized (ticket) {
            long seq = ticket.entries.size() + 1L;
            ticket.entries.add(new Conversation.Entry(
                    seq, Instant.EPOCH, author, Optional.of(name), Reply.of(text), Optional.empty(), ticket.reference));
        }
        happened(contact, ticket, "message");
    }

    void move(Contact contact, Status status) {
        Ticket ticket = tickets.computeIfAbsent(contact.key(), unknown -> new Ticket());
        synchronized (ticket) {
            ticket.status = status;
        }
        happened(contact, ticket, "status");
    }

    int subscriptions() {
        return readers.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public Subscription subscribe(Consumer<TicketEvent> reader) {
        throw new UnsupportedOperationException("web chat follows single conversations");
    }

    @Override
    public Subscription subscribe(Contact contact, Consumer<TicketEvent> reader) {
        List<Consumer<TicketEvent>> those =
                readers.computeIfAbsent(contact.key(), unknown -> new CopyOnWriteArrayList<>());
        those.add(reader);
        return () -> those.remove(reader);
    }

    @Override
    public void close() {
        answers.shutdownNow();
        events.shutdownNow();
    }

    private void answer(Contact contact, Ticket ticket, String question) {
        try {
            TimeUnit.MILLISECONDS.sleep(answerAfterMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (ticket) {
            ticket.owed--;
            if (ticket.owed == 0) {
                add(ticket, Author.ASSISTANT, reply(question), Optional.empty());
            }
        }
        happened(contact, ticket, "message");
    }

    private static Reply reply(String question) {
        if (question.contains(ASK_BACK)) {
            return new Reply(
                    "أي خدمة تقصد؟",
                    List.of(new Option("passport-renewal", "تجديد جواز سفر"), new Option("id-renewal", "تجديد هوية")),
                    List.of());
        }
        return new Reply(
                "الوثائق المطلوبة:\n"
                        + "• جواز السفر القديم\n"
                        + "• صورتان شخصيتان\n"
                        + "التفاصيل: https://example.jo/passport?a=1&b=2 ("
                        + question + ")",
                List.of(),
                List.of(
                        new Citation("service", "passport-renewal", 3, "documents", LocalDate.of(2026, 1, 1)),
                        new Citation("service", "passport-renewal", 3, "fees", LocalDate.of(2026, 1, 1))));
    }

    private static long add(Ticket ticket, Author author, Reply reply, Optional<String> key) {
        long seq = ticket.entries.size() + 1L;
        ticket.entries.add(new Conversation.Entry(
                seq, Instant.parse("2026-05-03T08:00:00Z"), author, Optional.empty(), reply, key, ticket.reference));
        return seq;
    }

    private void happened(Contact contact, Ticket ticket, String type) {
        List<Consumer<TicketEvent>> those = readers.getOrDefault(contact.key(), List.of());
        if (those.isEmpty() || events.isShutdown()) {
            return;
        }
        TicketEvent event = new TicketEvent(ticket.reference, 1, List.of(contact), type, Instant.EPOCH);
        events.execute(() -> those.forEach(reader -> reader.accept(event)));
    }

    private void checkStore() {
        if (away) {
            throw new DeskUnavailable("the store is away", new IllegalStateException("by the test"));
        }
    }

    private static String words(InboundMessage.Content content) {
        return switch (content) {
            case InboundMessage.Content.Words words -> words.text();
            case InboundMessage.Content.Choice(String option) -> option;
            case InboundMessage.Content.PersonWanted() -> "أريد التحدث إلى موظف";
        };
    }

    private static Reference reference() {
        String alphabet = "34679ACDEFGHJKMNPQRTVWX";
        StringBuilder nine = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            nine.append(alphabet.charAt(ThreadLocalRandom.current().nextInt(alphabet.length())));
        }
        return alphabet.chars()
                .mapToObj(check -> Reference.parse(nine.toString() + (char) check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
