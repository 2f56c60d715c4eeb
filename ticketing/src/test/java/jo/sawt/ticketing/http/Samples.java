package jo.sawt.ticketing.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.Assignment;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Care;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Clocks;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Entry;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Links;
import jo.sawt.ticketing.Matter;
import jo.sawt.ticketing.Milestones;
import jo.sawt.ticketing.Numbers;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.OutboxEntry;
import jo.sawt.ticketing.Party;
import jo.sawt.ticketing.Priority;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Revision;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.Talk;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.Timeline;
import jo.sawt.ticketing.Topic;
import jo.sawt.ticketing.Username;

/** A complaint about a land office, by SMS, with everything that a ticket can have. */
final class Samples {
    static final Reference REFERENCE = firstValid();
    static final DepartmentId DLS = new DepartmentId("dls");
    private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");

    private Samples() {}

    private static Reference firstValid() {
        return "34679ACDEFGHJKMNPQRTVWX"
                .chars()
                .mapToObj(check -> Reference.parse("ACDEFGHJK" + (char) check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    static Ticket complaint() {
        Matter matter = new Matter(
                Kind.COMPLAINT,
                "معاملة أراض متأخرة",
                Lang.AR,
                new Topic(Optional.of("land-registration"), Optional.of(DLS), Optional.empty()),
                new Matter.Labels(Priority.HIGH, List.of("متابعة")),
                Optional.empty());
        Care care = new Care(
                Status.WITH_DEPARTMENT,
                Optional.empty(),
                Optional.of(new Username("rana")),
                List.of(new Assignment(DLS, true, Assignment.State.ASSIGNED, AT, due(5), Optional.empty())),
                new Clocks(Optional.of(due(2)), Optional.empty(), Optional.of(due(5)), Optional.empty(), 1),
                new Milestones(Optional.of(AT), Optional.empty(), 0, Optional.of(new Rating(5, 4, 3))));
        OutboxEntry dead = new OutboxEntry(
                2,
                OutboxEntry.Kind.SEND,
                OutboxEntry.State.DEAD,
                new OutboxEntry.Attempts(12, AT, Optional.empty()),
                Optional.of("30003"),
                Optional.empty());
        Talk talk = new Talk(
                new Contact(Channel.SMS, "+962790000001"),
                Optional.of(Lang.AR),
                new Numbers(0, 2, 1, 4, 900),
                new Talk.Owed(Optional.empty(), List.of(dead), List.of()),
                new Links(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()),
                List.of());
        return new Ticket(
                REFERENCE, new Revision(9, 7, AT, AT.plusSeconds(60)), matter, care, talk, new Timeline(entries()));
    }

    private static Instant due(int days) {
        return AT.plus(Duration.ofDays(days));
    }

    private static List<Entry> entries() {
        Party citizen = new Party(Author.CITIZEN, Optional.empty(), Optional.empty());
        Party assistant = new Party(Author.ASSISTANT, Optional.empty(), Optional.empty());
        Party responder = new Party(Author.DEPARTMENT, Optional.of("lina"), Optional.of(DLS));
        Reply reply = new Reply(
                "وصلت شكواك",
                List.of(new Option("yes", "نعم")),
                List.of(new Citation("service", "land-registration", 3, "fees", LocalDate.of(2026, 1, 1))));
        return List.of(
                new Entry(
                        1,
                        1,
                        AT,
                        citizen,
                        Optional.of("k"),
                        new Entry.Said(new InboundMessage.Content.Words("تأخرت"), "تأخرت")),
                new Entry(2, 2, AT, assistant, Optional.empty(), new Entry.Told(reply, 1, Optional.empty())),
                new Entry(
                        3,
                        0,
                        AT,
                        assistant,
                        Optional.empty(),
                        new Entry.Event(
                                "status",
                                Optional.of("assistant"),
                                Optional.of("with_department"),
                                Map.of("reason", "routed"))),
                new Entry(4, 0, AT, responder, Optional.empty(), new Entry.Note("سنرد غدا")));
    }
}
