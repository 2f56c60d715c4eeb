package jo.sawt.channels.server.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.bson.Document;

/**
 * Prints how many writes a second the embedded store takes, synced and unsynced, with 1, 16 and 64 writers. A document
 * has 0.7 KB, an {@code _id} and a unique key; an update pushes a second unique key and sets a field.
 */
final class StoreBenchmark {
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final String TEXT = "x".repeat(600);

    private StoreBenchmark() {}

    @SuppressWarnings("SystemOut") // its table is its purpose
    public static void main(String[] args) throws Exception {
        System.out.println(
                "| writers | inserts/s, synced | updates/s, synced | inserts/s, not synced | updates/s, not synced |");
        System.out.println("|---|---|---|---|---|");
        run(16, true); // warms up
        for (int writers : new int[] {1, 16, 64}) {
            long[] synced = run(writers, true);
            long[] unsynced = run(writers, false);
            System.out.printf(
                    "| %d | %,d | %,d | %,d | %,d |%n", writers, synced[0], synced[1], unsynced[0], unsynced[1]);
        }
    }

    private static long[] run(int writers, boolean synced) throws Exception {
        Path folder = Files.createTempDirectory("store-benchmark");
        try (EmbeddedStore store = EmbeddedStore.open(folder, Clock.systemUTC(), synced);
                MongoClient client = MongoClients.create(store.settings())) {
            MongoCollection<Document> tickets = client.getDatabase("sawt").getCollection("tickets");
            tickets.createIndex(
                    Indexes.ascending("keys"), new IndexOptions().unique(true).sparse(true));
            AtomicLong inserted = new AtomicLong();
            long inserts = perSecond(writers, i -> {
                tickets.insertOne(new Document("_id", "t" + i)
                        .append("keys", List.of("first-" + i))
                        .append("text", TEXT));
                inserted.accumulateAndGet(i, Math::max);
            });
            long known = inserted.get() / 2; // those have been acknowledged
            long updates = perSecond(
                    writers,
                    i -> tickets.updateOne(
                            Filters.eq("_id", "t" + i % known),
                            Updates.combine(Updates.push("keys", "next-" + i), Updates.set("status", "resolved"))));
            return new long[] {inserts, updates};
        } finally {
            System.err.printf("file of %d MiB%n", Files.size(folder.resolve("sawt.mv.db")) >> 20);
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static long perSecond(int writers, LongConsumer write) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + MEASURED.toNanos();
        CountDownLatch ended = new CountDownLatch(writers);
        for (int w = 0; w < writers; w++) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        write.accept(next.getAndIncrement());
                        done.incrementAndGet();
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        return done.get() / MEASURED.toSeconds();
    }
}
