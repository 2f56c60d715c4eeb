package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Knowledge gaps as staff see and settle them, and where questions that could not be answered are recorded. */
public final class GapDesk {
    private static final int ATTEMPTS = 60;
    private static final int NEIGHBOURS = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_SERVICE = 100;

    private final Gaps gaps;
    private final InstantSource time;

    public GapDesk(Gaps gaps, InstantSource time) {
        this.gaps = gaps;
        this.time = time;
    }

    /** Records that a question was asked in vain, once however often it is told. */
    void record(Asking asking) {
        count(
                "sawt_gap_questions",
                "Questions that the registry could not answer, by what came of them",
                attempt(() -> {
                    if (gaps.byKey(asking.key()).isPresent()) {
                        return Optional.of("repeated");
                    }
                    Unanswered question = asking.question();
                    String topic = Gap.topic(question);
                    Optional<Gap> near = gaps.near(topic, question.topic(), NEIGHBOURS).stream()
                            .filter(gap -> gap.topic().equals(topic) || gap.isNear(question))
                            .max(Comparator.comparing((Gap gap) -> gap.topic().equals(topic))
                                    .thenComparingDouble(gap -> gap.likeness(question)));
                    return near.isPresent() ? joined(near.get(), asking) : opened(asking);
                }));
    }

    private Optional<String> opened(Asking asking) {
        return gaps.add(Gap.of(asking)) ? Optional.of("opened") : Optional.empty();
    }

    private Optional<String> joined(Gap gap, Asking asking) {
        boolean known = gap.askings().tickets().contains(asking.ticket());
        return gaps.replace(gap.plus(asking)) ? Optional.of(known ? "same-ticket" : "joined") : Optional.empty();
    }

    /** The gaps of a query that the caller may see. */
    public Gaps.Listed list(Caller caller, GapQuery query) {
        return gaps.list(scope(caller), query);
    }

    public Optional<Gap> find(Caller caller, String id) {
        return gaps.find(id).filter(gap -> maySee(caller, gap));
    }

    /** Whether the caller may close, reopen and move it. */
    public boolean mayAct(Caller caller, Gap gap) {
        boolean all = caller.is(Role.ADMIN)
                || caller.is(Role.SUPERVISOR)
                || (caller.is(Role.EDITOR) && caller.department().isEmpty());
        boolean own = (caller.is(Role.MANAGER) || caller.is(Role.EDITOR))
                && gap.department().isPresent()
                && gap.department().equals(caller.department());
        return all || own;
    }

    public GapOutcome act(Caller caller, String id, GapAct act, Condition condition) {
        Optional<String> refused = refusal(act);
        if (refused.isPresent()) {
            return new GapOutcome.Refused(refused.get());
        }
        GapOutcome outcome = attempt(() -> attempt(caller, id, act, condition));
        if (outcome instanceof GapOutcome.Done) {
            count("sawt_gap_acts", "What staff did to knowledge gaps", act.wire());
        }
        return outcome;
    }

    private Optional<GapOutcome> attempt(Caller caller, String id, GapAct act, Condition condition) {
        Optional<Gap> found = find(caller, id);
        if (found.isEmpty()) {
            return Optional.of(new GapOutcome.Unknown());
        }
        Gap gap = found.get();
        Optional<String> key = condition.key().map(own -> caller.username() + ":" + own);
        if (key.filter(gap::isWritten).isPresent()) {
            return Optional.of(new GapOutcome.Done(gap));
        }
        if (!mayAct(caller, gap)) {
            return Optional.of(new GapOutcome.Forbidden());
        }
        if (condition.version().isPresent() && condition.version().getAsLong() != gap.version()) {
            return Optional.of(new GapOutcome.Stale(gap.version()));
        }
        return applied(caller, gap, act, key);
    }

    private Optional<GapOutcome> applied(Caller caller, Gap gap, GapAct act, Optional<String> key) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean open = gap.standing().status() == Gap.Status.OPEN;
        Optional<Gap> next = switch (act) {
            case GapAct.Close close ->
                open
                        ? Optional.of(gap.closed(
                                event(
                                        "closed",
                                        now,
                                        caller,
                                        close,
                                        close.service().orElse(""),
                                        key),
                                close.service()))
                        : Optional.empty();
            case GapAct.Reopen reopen ->
                open ? Optional.empty() : Optional.of(gap.reopened(event("reopened", now, caller, reopen, "", key)));
            case GapAct.Move move ->
                gap.department().filter(move.to()::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(gap.moved(
                                move.to(),
                                event("moved", now, caller, move, move.to().value(), key)));
        };
        if (next.isEmpty()) {
            return Optional.of(new GapOutcome.Refused("refused.gap"));
        }
        return gaps.replace(next.get()) ? Optional.of(new GapOutcome.Done(next.get())) : Optional.empty();
    }

    private static Gap.Event event(
            String what, Instant at, Caller caller, GapAct act, String value, Optional<String> key) {
        return new Gap.Event(what, at, Optional.of(caller.username()), act.reason(), value, key);
    }

    private static Optional<String> refusal(GapAct act) {
        if (act.reason().isBlank()) {
            return Optional.of("refused.reason-missing");
        }
        boolean tooLong = act.reason().length() > LONGEST_REASON
                || (act instanceof GapAct.Close close
                        && close.service()
                                .filter(id -> id.length() > LONGEST_SERVICE)
                                .isPresent());
        return tooLong ? Optional.of("refused.too-long") : Optional.empty();
    }

    private static boolean maySee(Caller caller, Gap gap) {
        return switch (scope(caller)) {
            case Scope.All all -> true;
            case Scope.Of of -> gap.department().filter(of.department()::equals).isPresent();
            case Scope.Nothing nothing -> false;
        };
    }

    private static Scope scope(Caller caller) {
        if (Sight.isDesk(caller)
                || caller.is(Role.ANALYST)
                || (caller.is(Role.EDITOR) && caller.department().isEmpty())) {
            return new Scope.All();
        }
        boolean member = caller.is(Role.RESPONDER) || caller.is(Role.MANAGER) || caller.is(Role.EDITOR);
        return caller.department()
                .filter(id -> member)
                .<Scope>map(Scope.Of::new)
                .orElseGet(Scope.Nothing::new);
    }

    /** Decides on the newest state again while others write the same, a bounded number of times. */
    private static <R> R attempt(Supplier<Optional<R>> step) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<R> done = step.get();
            if (done.isPresent()) {
                return done.get();
            }
            Clerk.pause(i);
        }
        throw new DeskUnavailable("too many writes of one knowledge gap at the same moment", null);
    }

    private static void count(String name, String description, String result) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder(name).description(description).tags(List.of(Tag.create("result", result))))
                .increment();
    }
}
