package jo.sawt.ticketing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Least seen: which tickets a caller may know of, and how much of one. */
final class Sight {
    private static final String HIDDEN = "…";

    private Sight() {}

    static Scope scope(Caller caller) {
        if (isDesk(caller) || caller.is(Role.ANALYST)) {
            return new Scope.All();
        }
        return caller.department()
                .filter(caller::isOf)
                .<Scope>map(Scope.Of::new)
                .orElseGet(Scope.Nothing::new);
    }

    /** Whether the caller works for the desk itself. */
    static boolean isDesk(Caller caller) {
        return caller.is(Role.AGENT) || caller.is(Role.SUPERVISOR) || caller.is(Role.ADMIN);
    }

    static boolean maySee(Caller caller, Ticket ticket) {
        return switch (scope(caller)) {
            case Scope.All all -> true;
            case Scope.Of of ->
                ticket.care().assignment(of.department()).isPresent() && !isSealed(ticket, of.department());
            case Scope.Nothing nothing -> false;
        };
    }

    /** Whether it is a report about this department. */
    static boolean isSealed(Ticket ticket, DepartmentId department) {
        return isSealed(ticket.matter(), department);
    }

    static boolean isSealed(Matter matter, DepartmentId department) {
        return matter.kind() == Kind.REPORT
                && matter.topic().department().filter(department::equals).isPresent();
    }

    /** What the caller may see of a ticket that the caller may see. */
    static Ticket of(Caller caller, Ticket ticket) {
        if (isDesk(caller)) {
            return ticket;
        }
        return caller.department().filter(caller::isOf).isPresent() ? ownMatter(ticket) : anonymous(ticket);
    }

    /** Without what the citizen said about another matter, before it was known to be one. */
    private static Ticket ownMatter(Ticket ticket) {
        return with(ticket, ticket.matter(), ticket.care(), ticket.talk(), own(ticket));
    }

    /** What was said between the citizen and us in this matter. */
    static List<Entry> ownWords(Ticket ticket) {
        return own(ticket).stream()
                .filter(entry -> entry.what() instanceof Entry.Said || entry.what() instanceof Entry.Told)
                .toList();
    }

    private static List<Entry> own(Ticket ticket) {
        long since = ticket.talk()
                .links()
                .next()
                .filter(next -> next.reason() == Links.Reason.SPLIT && next.since() > 0)
                .map(Links.Next::since)
                .orElse(Long.MAX_VALUE);
        return ticket.timeline().entries().stream()
                .filter(entry -> !(entry.what() instanceof Entry.Said && entry.seq() >= since))
                .filter(entry -> !(entry.what() instanceof Entry.Told told
                        && told.about().isPresent()))
                .toList();
    }

    private static Ticket anonymous(Ticket ticket) {
        Talk talk = ticket.talk();
        Talk faceless = new Talk(
                new Contact(talk.contact().channel(), HIDDEN),
                talk.chosen(),
                talk.numbers(),
                Talk.Owed.NOTHING,
                talk.links(),
                List.of());
        Matter matter = ticket.matter();
        Matter wordless = new Matter(
                matter.kind(), matter.subject(), matter.lang(), matter.topic(), matter.labels(), Optional.empty());
        List<Entry> events = ticket.timeline().entries().stream()
                .filter(entry -> entry.what() instanceof Entry.Event)
                .map(Sight::wordless)
                .toList();
        Care care = ticket.care();
        return with(
                ticket,
                wordless,
                care.with(care.assignments().stream().map(Sight::wordless).toList()),
                faceless,
                events);
    }

    private static Entry wordless(Entry entry) {
        Entry.Event event = (Entry.Event) entry.what();
        return new Entry(
                entry.seq(),
                0,
                entry.at(),
                entry.by(),
                Optional.empty(),
                new Entry.Event(event.name(), event.old(), event.now(), Map.of()));
    }

    private static Assignment wordless(Assignment share) {
        return new Assignment(
                share.department(),
                share.lead(),
                share.state(),
                share.since(),
                share.dueAt(),
                share.finding()
                        .map(finding -> new Assignment.Finding(
                                HIDDEN,
                                finding.done(),
                                Optional.empty(),
                                Optional.empty(),
                                finding.at(),
                                finding.by())));
    }

    private static Ticket with(Ticket ticket, Matter matter, Care care, Talk talk, List<Entry> entries) {
        return new Ticket(ticket.reference(), ticket.revision(), matter, care, talk, new Timeline(entries));
    }
}
