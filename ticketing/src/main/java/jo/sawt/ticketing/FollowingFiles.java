package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes late files into their tickets. A file that follows owes no turn, since its message had one; where the conversation
 * goes on in another ticket by now, the file is seen there.
 */
final class FollowingFiles implements LateFiles {
    private final Clerk clerk;
    private final Chains chains;

    FollowingFiles(Clerk clerk, Chains chains) {
        this.clerk = clerk;
        this.chains = chains;
    }

    @Override
    public boolean isAwaited(String message, int number) {
        return !isKnown(key(message, number)) && holder(message).isPresent();
    }

    @Override
    public boolean arrived(String message, int number, Attachment file) {
        String key = key(message, number);
        return written(message, key, draft -> follow(draft, key, file));
    }

    @Override
    public boolean lost(String message, int number, String code) {
        String key = key(message, number);
        return written(
                message,
                key,
                draft -> draft.key(key)
                        .event(
                                Party.SYSTEM,
                                "file-lost",
                                Optional.of(String.valueOf(number)),
                                Optional.of(code),
                                Map.of()));
    }

    private static String key(String message, int number) {
        return "late-file:" + number + ":" + message;
    }

    private boolean isKnown(String key) {
        return !clerk.tickets().byKeys(List.of(key)).isEmpty();
    }

    private Optional<Ticket> holder(String message) {
        return clerk.tickets().byKeys(List.of(message)).stream().findFirst();
    }

    private boolean written(String message, String key, Consumer<Draft> step) {
        return clerk.again(() -> attempt(message, key, step));
    }

    private Optional<Boolean> attempt(String message, String key, Consumer<Draft> step) {
        Optional<Ticket> holder = holder(message);
        if (holder.isEmpty() || isKnown(key)) {
            return Optional.of(false);
        }
        boolean sealed = holder.get().talk().links().next().isPresent();
        Ticket at = sealed ? chains.head(holder.get()) : holder.get();
        Draft draft = sealed ? chains.end(at) : Draft.of(clerk.house(), at);
        step.accept(draft);
        if (clerk.save(draft.done()) != Tickets.Saved.STORED) {
            return Optional.empty();
        }
        if (sealed) {
            at.talk().links().next().ifPresent(next -> chains.made(at, next));
        }
        return Optional.of(true);
    }

    /** Nobody waits for an answer to it who did not wait before. */
    private static void follow(Draft draft, String key, Attachment file) {
        Optional<Instant> waiting = draft.care.milestones().waitingSince();
        boolean answered = draft.heard() <= draft.talk.numbers().answered();
        Entry entry = draft.hear(
                new Entry.Said(new InboundMessage.Content.Words("", List.of(file)), ""),
                Optional.of(key),
                draft.isHead());
        draft.key(file.id().key());
        draft.care = draft.care.with(draft.care.milestones().waiting(waiting));
        if (answered) {
            draft.talk = draft.talk.numbered(draft.talk.numbers().answered(entry.seq()));
        }
    }
}
