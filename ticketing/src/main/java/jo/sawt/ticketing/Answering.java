package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Has the assistant decide on turns, and applies what it decides if nothing newer has happened meanwhile. */
final class Answering implements Duty {
    private static final Logger LOG = System.getLogger(Answering.class.getName());
    private static final int FAILURES = 2;

    private final Clerk clerk;
    private final House house;
    private final Chains chains;
    private final Responder responder;
    private final Deciding deciding;
    private final ExecutorService turns = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("turn-", 0).factory());

    Answering(Clerk clerk, Chains chains, Responder responder) {
        this.clerk = clerk;
        this.house = clerk.house();
        this.chains = chains;
        this.responder = responder;
        this.deciding = new Deciding(house);
    }

    @Override
    public boolean isDue(Ticket ticket) {
        Optional<Turn> turn = ticket.talk().owed().turn();
        return turn.isPresent()
                && !turn.get().due().isAfter(house.now())
                && house.isFree(turn.get().lease());
    }

    @Override
    public void work(Ticket ticket) {
        Optional<Ticket> claimed = claim(ticket);
        if (claimed.isEmpty()) {
            return;
        }
        Ticket mine = claimed.get();
        if (Chains.unanswered(mine).isEmpty()) {
            finish(mine, "nothing", draft -> draft.turn(Optional.empty()));
            return;
        }
        Optional<Decision> decision = TurnViews.isWordless(mine) ? Optional.of(Deciding.onFiles(mine)) : decide(mine);
        if (decision.isEmpty() || !applied(mine, decision.get())) {
            failed(mine);
        }
    }

    private Optional<Ticket> claim(Ticket ticket) {
        Turn turn = ticket.talk().owed().turn().orElseThrow();
        Instant enough = house.now().plus(house.settings().patience().turn());
        boolean mine = turn.lease()
                .filter(lease ->
                        lease.isOf(house.settings().node()) && lease.until().isAfter(enough))
                .isPresent();
        if (mine) {
            return Optional.of(ticket);
        }
        Draft draft = Draft.of(house, ticket).silently();
        draft.turn(Optional.of(turn.leased(house.lease())));
        Change change = draft.done();
        return clerk.save(change) == Tickets.Saved.STORED ? Optional.of(change.next()) : Optional.empty();
    }

    private Optional<Decision> decide(Ticket ticket) {
        Future<Decision> future = turns.submit(() -> responder.respond(TurnViews.of(ticket)));
        try {
            long patience = house.settings().patience().turn().toMillis();
            return Optional.of(future.get(patience, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            future.cancel(true);
            LOG.log(Level.WARNING, "the assistant was too slow on ticket " + ticket.reference());
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "the assistant failed on ticket " + ticket.reference() + ": " + kind(e));
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** What failed, without its message, which may quote the citizen. */
    private static String kind(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** False where the decision itself could not be applied; true also where something newer came before it. */
    private boolean applied(Ticket mine, Decision decision) {
        try {
            if (Deciding.isNewMatter(mine, decision)) {
                split(mine, decision);
            } else {
                finish(mine, decision.getClass().getSimpleName(), draft -> deciding.apply(draft, decision));
            }
            return true;
        } catch (DeskUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a decision does not fit ticket " + mine.reference(), e);
            return false;
        }
    }

    /** Applies to the ticket as it was read, or, where only other things have changed, as it is now. */
    private void finish(Ticket mine, String result, Consumer<Draft> step) {
        Draft first = Draft.of(house, mine);
        step.accept(first);
        if (clerk.save(first.done()) == Tickets.Saved.STORED) {
            count(result);
            return;
        }
        Optional<Ticket> now = clerk.edit(mine.reference(), ticket -> {
            Draft draft = Draft.of(house, ticket);
            if (isStill(mine, ticket)) {
                step.accept(draft);
                return Optional.of(draft.done());
            }
            return released(ticket, draft);
        });
        count(now.filter(ticket -> ticket.talk().owed().turn().isEmpty()).isPresent() ? result : "dropped");
    }

    /** Whether the turn is the one that was taken: no newer message, nobody else on it. */
    private boolean isStill(Ticket mine, Ticket now) {
        long upTo = mine.talk().owed().turn().map(Turn::upTo).orElse(0L);
        return now.talk()
                .owed()
                .turn()
                .filter(turn -> turn.upTo() == upTo
                        && turn.lease()
                                .filter(lease -> lease.isOf(house.settings().node()))
                                .isPresent())
                .isPresent();
    }

    private Optional<Change> released(Ticket ticket, Draft draft) {
        LOG.log(Level.INFO, "a decision came too late for ticket " + ticket.reference() + " and was dropped");
        Optional<Turn> turn = ticket.talk()
                .owed()
                .turn()
                .filter(t -> t.lease()
                        .filter(lease -> lease.isOf(house.settings().node()))
                        .isPresent());
        if (turn.isEmpty()) {
            return Optional.empty();
        }
        draft.silently().turn(Optional.of(turn.get().released(house.now())));
        return Optional.of(draft.done());
    }

    /** The conversation goes on in a new ticket for the new matter; the old one stays with its departments. */
    private void split(Ticket mine, Decision decision) {
        Change sealed = chains.seal(mine, Links.Reason.SPLIT).done();
        if (clerk.save(sealed) != Tickets.Saved.STORED) {
            clerk.edit(mine.reference(), ticket -> released(ticket, Draft.of(house, ticket)));
            count("dropped");
            return;
        }
        Links.Next next = sealed.next().talk().links().next().orElseThrow();
        Draft draft = chains.continuation(sealed.next(), next);
        Moves.to(draft, Party.SYSTEM, Status.ASSISTANT, Optional.empty());
        deciding.apply(draft, decision);
        clerk.save(draft.done());
        chains.made(sealed.next(), next);
        count("split");
    }

    private void failed(Ticket mine) {
        int failures = mine.talk().owed().turn().map(Turn::failures).orElse(0) + 1;
        finish(mine, failures < FAILURES ? "failed" : "given-up", draft -> {
            Turn turn = draft.talk.owed().turn().orElseThrow();
            if (failures < FAILURES) {
                draft.silently();
                draft.turn(Optional.of(
                        turn.failed(house.now().plus(house.settings().patience().again()))));
            } else {
                Deciding.giveUp(draft);
            }
        });
    }

    private static void count(String result) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_turns")
                        .description("Turns of the assistant, by how they ended")
                        .tags(List.of(Tag.create("result", result.toLowerCase(Locale.ROOT)))))
                .increment();
    }

    void close() {
        turns.shutdownNow();
    }
}
