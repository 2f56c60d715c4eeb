package jo.sawt.ticketing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A desk on a store, with a clock that a test moves, an assistant that it scripts, and one channel that is sent to. */
public final class DeskFixture {
    public static final Set<String> DEPARTMENTS = Set.of("dls", "cspd", "water", "spac");

    public final SettableClock clock = new SettableClock("2026-06-01T08:00:00Z");
    public final Scripted assistant = new Scripted();
    public final Scripted.Wire sms = new Scripted.Wire();
    public final Tickets tickets;
    public final Ticketing ticketing;

    public DeskFixture(Tickets tickets, TicketingSettings settings) {
        this(tickets, settings, Optional.empty());
    }

    /** One that keeps what tickets teach. */
    public DeskFixture(Tickets tickets, TicketingSettings settings, Optional<Lessons> lessons) {
        this.tickets = tickets;
        Departments departments =
                (id, lang) -> DEPARTMENTS.contains(id.value()) ? Optional.of("دائرة " + id) : Optional.empty();
        this.ticketing = Ticketing.open(
                tickets,
                new Ticketing.Ports(
                        departments, new Scripted.PlainDays(), assistant, List.of(sms), Optional.empty(), lessons),
                clock,
                settings);
    }

    public DeskFixture(Tickets tickets) {
        this(tickets, TicketingSettings.defaults(false));
    }

    public static Contact web() {
        return new Contact(Channel.WEB, UUID.randomUUID().toString());
    }

    public static Contact sms() {
        return new Contact(
                Channel.SMS,
                "+96279" + String.format("%07d", Math.abs(UUID.randomUUID().hashCode() % 10_000_000)));
    }

    public static InboundMessage message(Contact contact, String id, String text) {
        return new InboundMessage(
                contact, contact.key() + ":" + id, new InboundMessage.Content.Words(text), Optional.empty());
    }

    /** The citizen says something, which has to be accepted. */
    public Receipt.Accepted say(Contact contact, String id, String text) {
        return (Receipt.Accepted) ticketing.desk().receive(message(contact, id, text));
    }

    /** Says something and lets all work be done that follows. */
    public Ticket talk(Contact contact, String id, String text) {
        say(contact, id, text);
        settle();
        return head(contact);
    }

    /** Works until nothing is due. */
    public void settle() {
        for (int i = 0; i < 50 && ticketing.runDue() > 0; i++) {
            clock.advance(Duration.ofMillis(1));
        }
    }

    public Conversation conversation(Contact contact) {
        return ticketing.desk().conversation(contact, 0);
    }

    public Ticket head(Contact contact) {
        return tickets.find(conversation(contact).ticket().orElseThrow()).orElseThrow();
    }

    public Ticket find(Reference reference) {
        return tickets.find(reference).orElseThrow();
    }

    public List<String> texts(Contact contact) {
        return conversation(contact).entries().stream()
                .map(entry -> entry.reply().text())
                .toList();
    }

    public static List<String> events(Ticket ticket) {
        return ticket.timeline().entries().stream()
                .filter(entry -> entry.what() instanceof Entry.Event)
                .map(entry -> ((Entry.Event) entry.what()).name())
                .toList();
    }
}
