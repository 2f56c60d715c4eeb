package jo.sawt.ticketing;

import java.util.Map;
import java.util.Optional;

/** Writes into its ticket that a message came back, once. */
final class ReturnedLetters implements Returns {
    private static final String EVENT = "undeliverable";

    private final Clerk clerk;

    ReturnedLetters(Clerk clerk) {
        this.clerk = clerk;
    }

    @Override
    public boolean returned(String id, String code) {
        Optional<Long> seq = seq(id);
        Optional<Reference> reference = Reference.parse(id.substring(0, Math.max(0, id.lastIndexOf('-'))));
        if (seq.isEmpty() || reference.isEmpty()) {
            return false;
        }
        return clerk.edit(reference.get(), ticket -> returned(ticket, seq.get(), code))
                .isPresent();
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
