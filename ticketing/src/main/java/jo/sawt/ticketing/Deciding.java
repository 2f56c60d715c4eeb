package jo.sawt.ticketing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a decision of the assistant does to the ticket that it was made for. */
final class Deciding {
    private static final int LONGEST_SUBJECT = 200;
    private static final int MEMORIES = 32;
    private static final int LONGEST_MEMORY = 1_000;

    private final House house;

    Deciding(House house) {
        this.house = house;
    }

    /** Whether it is about a new matter while departments are at work on the old one, which stays theirs. */
    static boolean isNewMatter(Ticket ticket, Decision decision) {
        if (ticket.status() != Status.WITH_DEPARTMENT) {
            return false;
        }
        return switch (decision) {
            case Decision.HandOver handOver -> true;
            case Decision.Route route -> !isFollowUp(ticket, route.understanding());
            case Decision.Answer answer -> false;
            case Decision.Clarify clarify -> false;
            case Decision.Refuse refuse -> false;
        };
    }

    private static boolean isFollowUp(Ticket ticket, Understanding understood) {
        return understood.kind() == ticket.kind()
                && understood
                        .department()
                        .map(id -> ticket.care().assignment(id).isPresent())
                        .orElse(true);
    }

    /** Applies it; the turn is done with. */
    void apply(Draft draft, Decision decision) {
        boolean reopened = draft.talk.owed().turn().map(Turn::reopened).orElse(false);
        boolean held = draft.status() == Status.WITH_DEPARTMENT;
        draft.turn(Optional.empty());
        draft.matter = draft.matter.understood(bounded(decision.understanding()));
        if (draft.talk.chosen().isEmpty()) {
            draft.matter = draft.matter.in(decision.understanding().lang());
        }
        if (held) {
            applyBeside(draft, decision, reopened);
        } else {
            applyTo(draft, decision);
        }
        GapMarks.put(draft, decision);
    }

    private void applyTo(Draft draft, Decision decision) {
        switch (decision) {
            case Decision.Answer answer -> talkOn(draft, answer.understanding(), answer.reply());
            case Decision.Clarify clarify -> talkOn(draft, clarify.understanding(), clarify.reply());
            case Decision.Refuse refuse -> talkOn(draft, refuse.understanding(), refuse.reply());
            case Decision.Route route -> route(draft, route);
            case Decision.HandOver handOver -> handOver(draft, handOver);
        }
    }

    /** The ticket is a department's: the assistant may answer a plain question, no more. */
    private void applyBeside(Draft draft, Decision decision, boolean reopened) {
        switch (decision) {
            case Decision.Answer answer -> {
                draft.tell(Party.ASSISTANT, answer.reply(), Optional.empty());
                if (reopened && answer.understanding().kind() != Kind.COMPLAINT) {
                    settleAgain(draft);
                }
            }
            case Decision.Clarify clarify -> draft.tell(Party.ASSISTANT, clarify.reply(), Optional.empty());
            case Decision.Refuse refuse -> added(draft);
            case Decision.Route route -> added(draft);
            case Decision.HandOver handOver -> added(draft);
        }
    }

    /** The message that reopened the ticket needed no more than this answer. */
    private static void settleAgain(Draft draft) {
        for (Assignment share : draft.care.assignments()) {
            if (share.state() == Assignment.State.ASSIGNED && share.finding().isPresent()) {
                Moves.share(draft, share.to(Assignment.State.ANSWERED));
            }
        }
        if (!draft.care.isWithDepartments()) {
            draft.care = draft.care.with(draft.care.milestones().notReopened());
            Moves.to(draft, Party.ASSISTANT, Status.RESOLVED, Optional.of("answered"));
        }
    }

    /** Tells the citizen that the message has joined the matter that a department has. */
    static void added(Draft draft) {
        String department = draft.care
                .lead()
                .map(Assignment::department)
                .map(id -> draft.house().name(id, draft.lang()))
                .orElse("");
        draft.tell(
                Party.SYSTEM,
                Reply.of(Messages.text(
                        draft.lang(), "desk.added", draft.reference().value(), department)),
                Optional.empty());
    }

    /** Files without a word are kept, and the citizen is asked what they are about, unless a department has the matter. */
    static Decision onFiles(Ticket ticket) {
        Matter matter = ticket.matter();
        Understanding same = matter.understood()
                .orElseGet(() -> new Understanding(
                        matter.lang(),
                        matter.kind(),
                        matter.topic().service(),
                        matter.topic().department(),
                        matter.topic().facet(),
                        0,
                        Map.of()));
        return new Decision.Refuse(same, Reply.of(Messages.text(matter.lang(), "desk.files-kept")), false);
    }

    private static void talkOn(Draft draft, Understanding understood, Reply reply) {
        topic(draft, understood);
        draft.matter = draft.matter.of(understood.kind());
        draft.tell(Party.ASSISTANT, reply, Optional.empty());
        Moves.to(draft, Party.ASSISTANT, Status.AWAITING_CITIZEN, Optional.empty());
    }

    private static void topic(Draft draft, Understanding understood) {
        draft.matter = draft.matter.about(new Topic(understood.service(), understood.department(), understood.facet()));
    }

    private void route(Draft draft, Decision.Route route) {
        Understanding understood = route.understanding();
        kind(draft, understood.kind());
        topic(draft, understood);
        draft.matter = draft.matter.named(bounded(route.subject(), LONGEST_SUBJECT));
        Optional<DepartmentId> owner = owner(understood);
        if (owner.isPresent()) {
            Moves.assign(draft, Party.ASSISTANT, owner.get(), true, Optional.empty());
            route.also().forEach(other -> join(draft, other));
        } else {
            draft.care = draft.care.with(
                    Clocks.due(house.deadlines().due(understood.kind(), Optional.empty(), draft.now())));
        }
        draft.tell(Party.ASSISTANT, filled(draft, route.reply()), Optional.empty());
        if (owner.isPresent()) {
            Moves.to(draft, Party.ASSISTANT, Status.WITH_DEPARTMENT, Optional.empty());
        } else {
            Moves.queue(draft, Party.ASSISTANT, "no department");
        }
        notYetResponded(draft);
    }

    /** Another matter of the same words: its department gets a share of its own, and all see what kind it is. */
    private void join(Draft draft, Understanding other) {
        Optional<DepartmentId> owner =
                owner(other).filter(id -> draft.care.assignment(id).isEmpty());
        owner.ifPresent(id -> Moves.assign(
                draft, Party.ASSISTANT, id, false, Optional.of(other.kind().wire())));
    }

    /** The department that gets it: of a report not the one that it is about. */
    private Optional<DepartmentId> owner(Understanding understood) {
        Optional<DepartmentId> named = understood.department();
        Optional<DepartmentId> owner =
                understood.kind() == Kind.REPORT ? house.settings().reportsTo() : named;
        return owner.filter(id -> understood.kind() != Kind.REPORT
                        || !named.filter(id::equals).isPresent())
                .filter(id -> house.departments().name(id, Lang.AR).isPresent());
    }

    private void handOver(Draft draft, Decision.HandOver handOver) {
        kind(draft, handOver.understanding().kind());
        topic(draft, handOver.understanding());
        if (draft.matter.subject().isEmpty()) {
            draft.matter =
                    draft.matter.named(bounded(firstLine(handOver.summary().in(draft.lang())), LONGEST_SUBJECT));
        }
        if (!handOver.summary().ar().isBlank()) {
            draft.summary(
                    bounded(handOver.summary().ar(), LONGEST_MEMORY),
                    bounded(handOver.summary().en(), LONGEST_MEMORY));
        }
        draft.care =
                draft.care.with(Clocks.due(house.deadlines().due(draft.matter.kind(), Optional.empty(), draft.now())));
        draft.tell(Party.ASSISTANT, filled(draft, handOver.reply()), Optional.empty());
        Moves.queue(draft, Party.ASSISTANT, bounded(handOver.reason(), LONGEST_MEMORY));
        notYetResponded(draft);
    }

    /** A confirmation is no answer: the citizen still waits, and the first response is still owed. */
    private static void notYetResponded(Draft draft) {
        Clocks clocks = draft.care.clocks();
        draft.care = draft.care
                .with(draft.care.milestones().waiting(Optional.of(draft.now())))
                .with(new Clocks(
                        clocks.firstResponseDueAt(),
                        Optional.empty(),
                        clocks.resolutionDueAt(),
                        clocks.pausedSince(),
                        clocks.level()));
    }

    static void kind(Draft draft, Kind kind) {
        if (draft.matter.kind() != kind) {
            draft.event(
                    Party.ASSISTANT,
                    "kind",
                    Optional.of(draft.matter.kind().wire()),
                    Optional.of(kind.wire()),
                    Map.of());
            draft.matter = draft.matter.of(kind);
        }
    }

    private static Reply filled(Draft draft, Reply reply) {
        String due = draft.care
                .clocks()
                .resolutionDueAt()
                .map(at -> Messages.day(draft.lang(), at))
                .orElse("");
        String text = reply.text().replace("{ref}", draft.reference().value()).replace("{due}", due);
        return new Reply(text, reply.options(), reply.citations(), reply.files());
    }

    private static Understanding bounded(Understanding understood) {
        Map<String, String> memory = new HashMap<>();
        understood.memory().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MEMORIES)
                .forEach(entry -> memory.put(entry.getKey(), bounded(entry.getValue(), LONGEST_MEMORY)));
        return new Understanding(
                understood.lang(),
                understood.kind(),
                understood.service(),
                understood.department(),
                understood.facet(),
                understood.confidence(),
                memory,
                understood.grounds().kept());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    static String bounded(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    /** The assistant has failed for good: a person takes over, or the department that has it already. */
    static void giveUp(Draft draft) {
        draft.turn(Optional.empty());
        draft.event(Party.SYSTEM, "assistant-failed", Optional.empty(), Optional.empty(), Map.of());
        if (draft.status() == Status.WITH_DEPARTMENT) {
            added(draft);
            return;
        }
        draft.tell(
                Party.SYSTEM,
                Reply.of(Messages.text(
                        draft.lang(), "desk.to-person", draft.reference().value())),
                Optional.empty());
        Moves.queue(draft, Party.SYSTEM, "assistant failed");
        draft.care = draft.care.with(draft.care.milestones().waiting(Optional.of(draft.now())));
    }

    static List<Status> turnable() {
        return List.of(Status.NEW, Status.ASSISTANT, Status.WITH_DEPARTMENT);
    }
}
