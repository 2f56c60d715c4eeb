package jo.sawt.knowledge;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The way of a change from a department's proposal over the Commission's review to publication. */
public final class Workflow {
    private final LiveRegistry registry;
    private final Drafts drafts;
    private final InstantSource clock;

    public Workflow(LiveRegistry registry, Drafts drafts, InstantSource clock) {
        this.registry = registry;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The drafts in progress that an editor may see, by service. */
    public List<Draft> open(Editor editor) {
        return drafts.open().stream()
                .filter(draft -> editor.department()
                        .map(draft.record().department()::equals)
                        .orElse(true))
                .toList();
    }

    public Optional<Draft> draft(ServiceId id) {
        return drafts.of(id);
    }

    /** Proposes a change, or writes one again that is not in review yet; it is checked as it will be at publication. */
    public Drafting propose(ServiceRecord record, Proposal proposal) {
        Optional<Draft> before = drafts.of(record.id());
        if (before.filter(draft -> draft.stage() == Draft.Stage.IN_REVIEW).isPresent()) {
            return new Drafting.Clash();
        }
        registry.refresh();
        Filing filing = new Ledger(registry.snapshot(), clock.instant()).judge(proposal);
        return switch (filing) {
            case Filing.NotYours none -> new Drafting.NotAllowed();
            case Filing.Refused refused -> new Drafting.Refused(refused.flaws());
            case Filing.Conflict conflict -> new Drafting.Outdated(conflict.newest());
            case Filing.Unchanged none -> new Drafting.Refused(List.of(new Flaw("", Remedy.SAME)));
            case Filing.Filed filed ->
                saved(draft(record, proposal, filed.version().number() - 1, before));
        };
    }

    private Draft draft(ServiceRecord record, Proposal proposal, int basedOn, Optional<Draft> before) {
        String author = proposal.editor().username();
        List<Draft.Step> steps =
                new ArrayList<>(before.filter(Draft::open).map(Draft::steps).orElse(List.of()));
        steps.add(new Draft.Step(Draft.Stage.DRAFT, author, clock.instant(), proposal.reason()));
        int revision = before.map(Draft::revision).orElse(0) + 1;
        return new Draft(record, author, proposal.effectiveFrom(), basedOn, Draft.Stage.DRAFT, revision, steps);
    }

    private Drafting saved(Draft next) {
        return drafts.save(next) ? new Drafting.Moved(next) : new Drafting.Clash();
    }

    /** Takes a draft one step on. */
    public Drafting act(ServiceId id, DraftAct act, Editor editor, String reason) {
        Optional<Draft> found = drafts.of(id);
        if (found.isEmpty() || !act.startsAt(found.get().stage())) {
            return new Drafting.Clash();
        }
        Draft draft = found.get();
        if (!act.allowedTo(editor, draft)) {
            return new Drafting.NotAllowed();
        }
        if (act.reasoned() && reason.isBlank()) {
            return new Drafting.Refused(List.of(new Flaw("/reason", Remedy.REQUIRED)));
        }
        Draft next = draft.moved(new Draft.Step(act.to(), editor.username(), clock.instant(), reason));
        return act == DraftAct.PUBLISH ? published(draft, next, editor, reason) : saved(next);
    }

    /** The version is stored first: a node that dies in between leaves a draft whose publication then only has to be noted. */
    private Drafting published(Draft draft, Draft next, Editor editor, String reason) {
        LocalDate today = Days.today(clock);
        Optional<LocalDate> from = draft.effectiveFrom().filter(day -> !day.isBefore(today));
        String why = reason.isBlank() ? draft.reason() : reason;
        Filing filing = registry.file(new Proposal(draft.record(), from, OptionalInt.of(draft.basedOn()), editor, why));
        return switch (filing) {
            case Filing.Filed filed -> saved(next);
            case Filing.Unchanged unchanged -> saved(next);
            case Filing.Conflict conflict -> isLatest(draft) ? saved(next) : new Drafting.Outdated(conflict.newest());
            case Filing.Refused refused -> new Drafting.Refused(refused.flaws());
            case Filing.NotYours none -> new Drafting.NotAllowed();
        };
    }

    private boolean isLatest(Draft draft) {
        List<Version> history =
                registry.snapshot().history(RecordKind.SERVICES, draft.id().value());
        return !history.isEmpty()
                && history.getLast().number() == draft.basedOn() + 1
                && history.getLast().record().equals(draft.record().content());
    }
}
