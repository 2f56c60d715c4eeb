package jo.sawt.channels.email;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Letters of a mailbox that are taken together, so that they share the syncs of the store: those of one sender one after the
 * other, in the order of the mailbox.
 */
final class MailBatch implements AutoCloseable {
    /** So many at a time. */
    static final int MOST = 16;

    private final MailIntake intake;
    private final Map<String, List<Fetched>> bySender = new LinkedHashMap<>();
    private final Set<Long> stored = ConcurrentHashMap.newKeySet();

    private record Fetched(long uid, RawLetter raw) {}

    MailBatch(MailIntake intake) {
        this.intake = intake;
    }

    /** One more, which is closed with the batch. */
    void add(long uid, RawLetter raw) {
        bySender.computeIfAbsent(LetterReader.sender(raw), sender -> new ArrayList<>())
                .add(new Fetched(uid, raw));
    }

    /** Takes them all; what went wrong with one that is not stored, where something did. */
    Optional<RuntimeException> take() {
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Fetched> letters : bySender.values()) {
                senders.add(threads.submit(() -> letters.forEach(this::take)));
            }
        }
        return senders.stream().flatMap(sender -> failure(sender).stream()).findFirst();
    }

    private void take(Fetched letter) {
        intake.take(letter.raw());
        stored.add(letter.uid());
    }

    private static Optional<RuntimeException> failure(Future<?> done) {
        try {
            done.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(
                    e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new IllegalStateException("stopped while letters were taken", e));
        }
    }

    /** The numbers of those that are stored. */
    Set<Long> stored() {
        return new HashSet<>(stored);
    }

    @Override
    public void close() {
        bySender.values()
                .forEach(letters -> letters.forEach(letter -> letter.raw().close()));
    }
}
