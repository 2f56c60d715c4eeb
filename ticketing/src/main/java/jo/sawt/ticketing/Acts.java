package jo.sawt.ticketing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What acts of staff do to a ticket. Each gives the key of the text that says why it cannot be done, empty when done. */
final class Acts {
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 64;
    private static final Optional<String> DONE = Optional.empty();
    private static final Optional<String> WRONG_STATUS = Optional.of("refused.status");

    private final DepartmentActs departments;

    Acts(House house) {
        this.departments = new DepartmentActs(house);
    }

    /** Under which name the act is allowed or not. */
    static Optional<Action> action(Act act, Ticket ticket) {
        return switch (act) {
            case Act.Take take -> Optional.of(Action.TAKE);
            case Act.Release release -> Optional.of(Action.RELEASE);
            case Act.AssignTo to -> Optional.of(Action.ASSIGN);
            case Act.Say say -> Optional.of(Action.REPLY);
            case Act.Note note -> Optional.of(Action.NOTE);
            case Act.Refer refer -> Optional.of(Action.REFER);
            case Act.Accept accept -> Optional.of(Action.ACCEPT);
            case Act.Answer answer -> Optional.of(Action.ANSWER);
            case Act.Transfer transfer -> Optional.of(Action.TRANSFER);
            case Act.ChangeStatus change -> action(change.to(), ticket.status());
            case Act.ChangeKind kind -> Optional.of(Action.KIND);
            case Act.Tag tag -> Optional.of(Action.TAGS);
            case Act.Prioritise prioritise -> Optional.of(Action.PRIORITY);
            case Act.Merge merge -> Optional.of(Action.MERGE);
            case Act.Split split -> Optional.of(Action.SPLIT);
            case Act.HandBack handBack -> Optional.of(Action.ASSISTANT);
        };
    }

    private static Optional<Action> action(Status to, Status from) {
        boolean over = from == Status.RESOLVED || from == Status.CLOSED;
        return switch (to) {
            case RESOLVED -> Optional.of(Action.RESOLVE);
            case CLOSED -> Optional.of(Action.CLOSE);
            case SPAM -> Optional.of(Action.SPAM);
            case AWAITING_CITIZEN -> Optional.of(Action.AWAIT);
            case ASSISTANT -> Optional.of(Action.ASSISTANT);
            case QUEUED -> Optional.of(over ? Action.REOPEN : Action.QUEUE);
            case IN_PROGRESS -> Optional.of(over ? Action.REOPEN : Action.TAKE);
            case WITH_DEPARTMENT -> over ? Optional.of(Action.REOPEN) : Optional.empty();
            case NEW, MERGED -> Optional.empty();
        };
    }

    /** Why the words of an act are not taken. */
    static Optional<String> refusal(Act act) {
        return switch (act) {
            case Act.Say say ->
                say.files().size() > InboundMessage.MOST_FILES ? Optional.of("refused.file-count") : text(say.text());
            case Act.Note note -> text(note.text());
            case Act.Refer refer -> reason(refer.reason());
            case Act.Transfer transfer -> reason(transfer.reason());
            case Act.Answer answer ->
                text(answer.text())
                        .or(() -> answer.evidence().flatMap(Acts::text))
                        .or(() -> answer.done() ? DONE : reason(answer.reason().orElse("")));
            case Act.ChangeStatus change -> change.reason().flatMap(Acts::reason);
            case Act.ChangeKind kind -> kind.reason().flatMap(Acts::reason);
            case Act.Split split ->
                split.subject().isBlank() || split.subject().length() > LONGEST_SUBJECT
                        ? Optional.of("refused.too-long")
                        : DONE;
            case Act.Tag tag ->
                tag.tags().size() > MOST_TAGS
                                || tag.tags().stream().anyMatch(t -> t.isBlank() || t.length() > LONGEST_TAG)
                        ? Optional.of("refused.tags")
                        : DONE;
            case Act.Take take -> DONE;
            case Act.Release release -> DONE;
            case Act.AssignTo to -> DONE;
            case Act.Accept accept -> DONE;
            case Act.Prioritise prioritise -> DONE;
            case Act.Merge merge -> DONE;
            case Act.HandBack handBack -> DONE;
        };
    }

    static Optional<String> text(String text) {
        return text.isBlank()
                ? Optional.of("refused.blank")
                : text.length() > InboundMessage.LONGEST ? Optional.of("refused.too-long") : DONE;
    }

    private static Optional<String> reason(String reason) {
        return reason.isBlank()
                ? Optional.of("refused.reason-missing")
                : reason.length() > LONGEST_REASON ? Optional.of("refused.too-long") : DONE;
    }

    /** Does all but merging and splitting, which take more than one ticket. */
    Optional<String> apply(Draft draft, Caller caller, Act act) {
        return switch (act) {
            case Act.Take take -> take(draft, caller, caller.username());
            case Act.AssignTo to -> take(draft, caller, to.agent());
            case Act.Release release -> queue(draft, caller, "released");
            case Act.Say say -> say(draft, caller, say);
            case Act.Note note -> {
                draft.note(Party.of(caller), note.text(), Optional.empty());
                yield DONE;
            }
            case Act.Refer refer -> departments.refer(draft, caller, refer);
            case Act.Accept accept -> departments.accept(draft, caller, accept);
            case Act.Answer answer -> departments.answer(draft, caller, answer);
            case Act.Transfer transfer -> departments.transfer(draft, caller, transfer);
            case Act.ChangeStatus change -> status(draft, caller, change);
            case Act.ChangeKind kind -> departments.kind(draft, caller, kind);
            case Act.Tag tag -> tags(draft, caller, tag);
            case Act.Prioritise prioritise -> priority(draft, caller, prioritise);
            case Act.HandBack handBack -> handBack(draft, caller);
            case Act.Merge merge -> WRONG_STATUS;
            case Act.Split split -> WRONG_STATUS;
        };
    }

    private static Optional<String> take(Draft draft, Caller caller, Username agent) {
        if (draft.care.isWithDepartments()) {
            return WRONG_STATUS;
        }
        Optional<String> old = draft.care.assignee().map(Username::value);
        draft.turn(Optional.empty());
        draft.care = draft.care.taken(Optional.of(agent));
        draft.event(Party.of(caller), "assignee", old, Optional.of(agent.value()), Map.of());
        Moves.to(draft, Party.of(caller), Status.IN_PROGRESS, Optional.empty());
        return DONE;
    }

    private static Optional<String> queue(Draft draft, Caller caller, String reason) {
        Moves.queue(draft, Party.of(caller), reason);
        return DONE;
    }

    /** A person's word takes the ticket from the assistant and the queue, though not from a department. */
    private static Optional<String> say(Draft draft, Caller caller, Act.Say say) {
        if (!say.files().isEmpty()
                && !draft.house().carriesFiles(draft.talk.contact().channel())) {
            return Optional.of("refused.file-channel");
        }
        say.files().forEach(file -> draft.key(file.id().key()));
        draft.tell(Party.of(caller), new Reply(say.text(), List.of(), List.of(), say.files()), Optional.empty());
        draft.turn(Optional.empty());
        boolean unowned = draft.status().owner() == Owner.ASSISTANT
                || draft.status() == Status.QUEUED
                || (draft.status() == Status.AWAITING_CITIZEN && !draft.care.isWithDepartments());
        if (unowned && Sight.isDesk(caller)) {
            take(draft, caller, caller.username());
        }
        if (say.asks() && draft.status().isOpen()) {
            Moves.to(draft, Party.of(caller), Status.AWAITING_CITIZEN, Optional.of("asked"));
        }
        return DONE;
    }

    private static Optional<String> status(Draft draft, Caller caller, Act.ChangeStatus change) {
        Party by = Party.of(caller);
        boolean over = draft.status() == Status.RESOLVED || draft.status() == Status.CLOSED;
        if (over && change.to().isOpen()) {
            Moves.reopen(draft, by, change.reason());
            return change.to() == Status.IN_PROGRESS && !draft.care.isWithDepartments()
                    ? take(draft, caller, caller.username())
                    : DONE;
        }
        if (draft.care.isWithDepartments() && change.to() != Status.AWAITING_CITIZEN) {
            return Optional.of("refused.assignments-open");
        }
        return switch (change.to()) {
            case QUEUED -> queue(draft, caller, change.reason().orElse("queued"));
            case IN_PROGRESS -> take(draft, caller, caller.username());
            case ASSISTANT -> handBack(draft, caller);
            case RESOLVED, CLOSED, SPAM, AWAITING_CITIZEN -> {
                Moves.to(draft, by, change.to(), change.reason());
                yield DONE;
            }
            case NEW, WITH_DEPARTMENT, MERGED -> WRONG_STATUS;
        };
    }

    /** From here on the assistant knows nothing of what was said before, and what it offered no longer stands. */
    private static void afresh(Draft draft, Party by) {
        draft.event(by, TurnViews.AFRESH, Optional.empty(), Optional.empty(), Map.of());
        draft.matter = draft.matter
                .understood()
                .map(Understanding::forgetting)
                .map(draft.matter::understood)
                .orElse(draft.matter);
        draft.talk = draft.talk.offering(List.of());
    }

    private static Optional<String> handBack(Draft draft, Caller caller) {
        if (draft.care.isWithDepartments()) {
            return WRONG_STATUS;
        }
        draft.care = draft.care.taken(Optional.empty());
        afresh(draft, Party.of(caller));
        long heard = draft.heard();
        if (heard <= draft.talk.numbers().answered()) {
            Moves.to(draft, Party.of(caller), Status.AWAITING_CITIZEN, Optional.of("handed back"));
            draft.care = draft.care.to(Status.AWAITING_CITIZEN, Optional.empty());
            return DONE;
        }
        Moves.to(draft, Party.of(caller), Status.ASSISTANT, Optional.of("handed back"));
        draft.turn(Optional.of(new Turn(heard, 0, draft.now(), Optional.empty(), false)));
        return DONE;
    }

    private static Optional<String> tags(Draft draft, Caller caller, Act.Tag tag) {
        Matter.Labels labels = draft.matter.labels();
        draft.matter = draft.matter.marked(new Matter.Labels(labels.priority(), tag.tags()));
        draft.event(
                Party.of(caller),
                "tags",
                Optional.of(String.join(", ", labels.tags())),
                Optional.of(String.join(", ", tag.tags())),
                Map.of());
        return DONE;
    }

    private static Optional<String> priority(Draft draft, Caller caller, Act.Prioritise act) {
        Matter.Labels labels = draft.matter.labels();
        draft.matter = draft.matter.marked(new Matter.Labels(act.priority(), labels.tags()));
        draft.event(
                Party.of(caller),
                "priority",
                Optional.of(labels.priority().wire()),
                Optional.of(act.priority().wire()),
                Map.of());
        return DONE;
    }
}
