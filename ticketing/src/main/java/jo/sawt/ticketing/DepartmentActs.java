package jo.sawt.ticketing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What departments do with their shares, and what is done with the shares of departments. */
final class DepartmentActs {
    private static final Optional<String> DONE = Optional.empty();
    private static final Optional<String> NO_SHARE = Optional.of("refused.department-has-not");

    private final House house;

    DepartmentActs(House house) {
        this.house = house;
    }

    Optional<String> refer(Draft draft, Caller caller, Act.Refer act) {
        Optional<String> refused = refusal(draft, act.department());
        if (refused.isPresent()) {
            return refused;
        }
        Moves.assign(draft, Party.of(caller), act.department(), act.lead(), Optional.of(act.reason()));
        named(draft, act.department());
        draft.care = draft.care.taken(Optional.empty());
        if (draft.status() != Status.AWAITING_CITIZEN || draft.care.before().isEmpty()) {
            Moves.to(draft, Party.of(caller), Status.WITH_DEPARTMENT, Optional.empty());
            draft.turn(Optional.empty());
        }
        return DONE;
    }

    private Optional<String> refusal(Draft draft, DepartmentId department) {
        if (house.departments().name(department, Lang.AR).isEmpty()) {
            return Optional.of("refused.department-unknown");
        }
        if (Sight.isSealed(draft.matter, department)) {
            return Optional.of("refused.sealed");
        }
        boolean has =
                draft.care.assignment(department).filter(Assignment::isOpen).isPresent();
        return has ? Optional.of("refused.department-has-it") : DONE;
    }

    /** The department that leads is the one concerned, except of a report, which keeps the one that it names. */
    private static void named(Draft draft, DepartmentId department) {
        boolean leads = draft.care
                .lead()
                .map(Assignment::department)
                .filter(department::equals)
                .isPresent();
        if (leads && draft.matter.kind() != Kind.REPORT) {
            Topic topic = draft.matter.topic();
            draft.matter = draft.matter.about(new Topic(topic.service(), Optional.of(department), topic.facet()));
        }
    }

    Optional<String> accept(Draft draft, Caller caller, Act.Accept act) {
        Optional<Assignment> share = own(draft, caller, act.department());
        if (share.isEmpty()) {
            return NO_SHARE;
        }
        Moves.share(draft, share.get().to(Assignment.State.ACCEPTED));
        draft.care = draft.care.with(draft.care.clocks().responded(draft.now()));
        event(draft, caller, "accepted", share.get(), Map.of());
        return DONE;
    }

    /** The share that the department owes, and the caller may act on. */
    private static Optional<Assignment> own(Draft draft, Caller caller, DepartmentId department) {
        return draft.care.assignment(department).filter(Assignment::isOpen).filter(share -> caller.isOf(department));
    }

    Optional<String> answer(Draft draft, Caller caller, Act.Answer act) {
        Optional<Assignment> share = own(draft, caller, act.department());
        if (share.isEmpty()) {
            return NO_SHARE;
        }
        Moves.share(
                draft,
                share.get()
                        .found(new Assignment.Finding(
                                act.text(),
                                act.done(),
                                act.reason(),
                                act.evidence(),
                                draft.now(),
                                caller.username().value())));
        Map<String, String> details = new HashMap<>(Map.of("outcome", act.done() ? "done" : "unable"));
        act.reason().ifPresent(reason -> details.put("reason", reason));
        act.evidence().ifPresent(evidence -> details.put("evidence", evidence));
        event(draft, caller, "answered", share.get(), details);
        if (!draft.care.isWithDepartments()) {
            settle(draft, caller);
        }
        return DONE;
    }

    /** All have answered: the citizen gets one answer. */
    private void settle(Draft draft, Caller caller) {
        List<Assignment> answered = draft.care.assignments().stream()
                .filter(share -> share.state() == Assignment.State.ANSWERED)
                .sorted((a, b) -> Boolean.compare(b.lead(), a.lead()))
                .toList();
        Party by = new Party(
                Author.DEPARTMENT,
                Optional.of(caller.username().value()),
                Optional.of(answered.getFirst().department()));
        draft.tell(by, Reply.of(text(draft, answered)), Optional.empty());
        draft.turn(Optional.empty());
        Moves.to(draft, Party.of(caller), Status.RESOLVED, Optional.empty());
    }

    private String text(Draft draft, List<Assignment> answered) {
        if (answered.size() == 1) {
            return answered.getFirst().finding().orElseThrow().text();
        }
        return answered.stream()
                .map(share -> house.name(share.department(), draft.lang()) + ":\n"
                        + share.finding().orElseThrow().text())
                .collect(Collectors.joining("\n\n"));
    }

    Optional<String> transfer(Draft draft, Caller caller, Act.Transfer act) {
        Optional<Assignment> share = draft.care.assignment(act.department()).filter(Assignment::isOpen);
        if (share.isEmpty() || !(caller.isOf(act.department()) || Sight.isDesk(caller))) {
            return NO_SHARE;
        }
        Optional<String> refused = refusal(draft, act.to());
        if (refused.isPresent()) {
            return refused;
        }
        Moves.share(draft, share.get().to(Assignment.State.TRANSFERRED).leading(false));
        Entry transferred = draft.event(
                Party.of(caller),
                "transferred",
                Optional.of(act.department().value()),
                Optional.of(act.to().value()),
                Map.of("reason", act.reason()));
        if (share.get().lead() && draft.matter.kind() != Kind.REPORT) {
            draft.teach(transferred);
        }
        Moves.assign(draft, Party.of(caller), act.to(), share.get().lead(), Optional.of(act.reason()));
        named(draft, act.to());
        told(draft, act.to());
        return DONE;
    }

    /** The citizen hears who has it now; whether somebody still waits for an answer is not changed by that. */
    private void told(Draft draft, DepartmentId to) {
        Care before = draft.care;
        Numbers numbers = draft.talk.numbers();
        draft.tell(
                Party.SYSTEM,
                Reply.of(Messages.text(
                        draft.lang(), "desk.transferred", draft.reference().value(), house.name(to, draft.lang()))),
                Optional.empty());
        draft.care = draft.care.with(before.milestones());
        Numbers now = draft.talk.numbers();
        draft.talk = draft.talk.numbered(
                new Numbers(now.base(), now.spoken(), numbers.answered(), now.entries(), now.bytes()));
    }

    Optional<String> kind(Draft draft, Caller caller, Act.ChangeKind act) {
        Kind old = draft.matter.kind();
        if (old == act.kind()) {
            return DONE;
        }
        draft.matter = draft.matter.of(act.kind());
        Map<String, String> details = new HashMap<>();
        act.reason().ifPresent(reason -> details.put("reason", reason));
        Entry changed = draft.event(
                Party.of(caller),
                "kind",
                Optional.of(old.wire()),
                Optional.of(act.kind().wire()),
                details);
        if (act.reason().isPresent()) {
            draft.teach(changed);
        }
        clocks(draft);
        sealed(draft, caller);
        return DONE;
    }

    /** The targets of another kind count from the same beginning. */
    private void clocks(Draft draft) {
        Clocks old = draft.care.clocks();
        Deadlines.Due due = house.deadlines()
                .due(draft.matter.kind(), draft.care.lead().map(Assignment::department), draft.createdAt());
        draft.care = draft.care.with(new Clocks(
                Optional.of(due.firstResponse()),
                old.firstRespondedAt(),
                Optional.of(due.resolution()),
                old.pausedSince(),
                old.level()));
    }

    /** What has become a report is taken from the department that it names. */
    private static void sealed(Draft draft, Caller caller) {
        Optional<Assignment> share = draft.matter
                .topic()
                .department()
                .filter(named -> Sight.isSealed(draft.matter, named))
                .flatMap(draft.care::assignment);
        if (share.isPresent()) {
            Moves.share(draft, share.get().to(Assignment.State.TRANSFERRED).leading(false));
            event(draft, caller, "sealed", share.get(), Map.of());
            if (!draft.care.isWithDepartments()) {
                Moves.queue(draft, Party.of(caller), "sealed");
            }
        }
    }

    private static void event(Draft draft, Caller caller, String name, Assignment share, Map<String, String> details) {
        draft.event(
                Party.of(caller),
                name,
                Optional.empty(),
                Optional.of(share.department().value()),
                details);
    }
}
