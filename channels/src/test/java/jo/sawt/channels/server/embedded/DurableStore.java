package jo.sawt.channels.server.embedded;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** The embedded store as Sawt opens it, synced to a folder of its own, with as many empty databases as a test asks for. */
final class DurableStore implements AutoCloseable {
    private final Path folder;
    private final EmbeddedStore store;
    private final MongoClient client;

    DurableStore() {
        try {
            folder = Files.createTempDirectory("sawt-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = EmbeddedStore.open(folder, Clock.systemUTC());
        client = MongoClients.create(store.settings());
    }

    MongoDatabase database() {
        return client.getDatabase("t" + UUID.randomUUID().toString().replace("-", ""))
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public void close() {
        client.close();
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
