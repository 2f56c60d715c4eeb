package jo.sawt.ticketing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes into its ticket that a message came back, once. */
final class ReturnedLetters implements Returns {
    private static final String EVENT = "undeliverable";

    private final Clerk clerk;

    ReturnedLetters(Clerk clerk) {
        this.clerk = clerk;
    }

    @Override
    public boolean returned(String id, String code) {
        return edited(id, (ticket, seq) -> returned(ticket, seq, code));
    }

    @Override
    public boolean again(String id, String code, Duration after) {
        return edited(id, (ticket, seq) -> again(ticket, seq, code, after));
    }

    private boolean edited(String id, BiFunction<Ticket, Long, Optional<Change>> step) {
        Optional<Long> seq = seq(id);
        Optional<Reference> reference = Reference.parse(id.substring(0, Math.max(0, id.lastIndexOf('-'))));
        if (seq.isEmpty() || reference.isEmpty()) {
            return false;
        }
        return clerk.edit(reference.get(), ticket -> step.apply(ticket, seq.get()))
                .isPresent();
    }

    private Optional<Change> again(Ticket ticket, long seq, String code, Duration after) {
        return ticket.talk().owed().outbox().stream()
                .filter(entry -> entry.seq() == seq
                        && entry.kind() == OutboxEntry.Kind.SEND
                        && entry.state() == OutboxEntry.State.SENT)
                .findFirst()
                .map(entry -> {
                    Draft draft = Draft.of(clerk.house(), ticket);
                    draft.outboxBecomes(entry.again(code, draft.now().plus(after)));
                    draft.event(
                            Party.SYSTEM, "sent-again", Optional.of(String.valueOf(seq)), Optional.of(code), Map.of());
                    return draft.done();
                });
    }

    private Optional<Change> returned(Ticket ticket, long seq, String code) {
        boolean told = ticket.timeline()
                .bySeq(seq)
                .filter(it -> it.what() instanceof Entry.Told)
                .isPresent();
        if (!told || isKnown(ticket, seq)) {
            return Optional.empty();
        }
        Draft draft = Draft.of(clerk.house(), ticket);
        ticket.talk().owed().outbox().stream()
                .filter(entry -> entry.seq() == seq)
                .findFirst()
                .ifPresent(entry -> draft.outboxBecomes(entry.dead(code)));
        draft.event(Party.SYSTEM, EVENT, Optional.of(String.valueOf(seq)), Optional.of(code), Map.of());
        return Optional.of(draft.done());
    }

    /** Since it was last owed again. */
    private static boolean isKnown(Ticket ticket, long seq) {
        boolean known = false;
        for (Entry entry : ticket.timeline().entries()) {
            if (entry.what() instanceof Entry.Event event
                    && event.old().filter(String.valueOf(seq)::equals).isPresent()) {
                known = event.name().equals(EVENT) || (known && !event.name().equals("retried"));
            }
        }
        return known;
    }

    private static Optional<Long> seq(String id) {
        String last = id.substring(id.lastIndexOf('-') + 1);
        return last.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(last)) : Optional.empty();
    }
}
