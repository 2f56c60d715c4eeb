package jo.sawt.channels.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
    @TempDir
    Path temporary;

    private EmbeddedStore open() {
        return EmbeddedStore.open(temporary.resolve("data"), Clock.systemUTC());
    }

    private static MongoCollection<Document> tickets(MongoClient client) {
        MongoCollection<Document> tickets = client.getDatabase("sawt").getCollection("tickets");
        tickets.createIndex(
                Indexes.ascending("keys"), new IndexOptions().unique(true).sparse(true));
        return tickets;
    }

    @Test
    void documentsAndUniqueKeysSurviveARestart() {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.settings())) {
            tickets(client).insertOne(new Document("_id", "a").append("keys", List.of("web:1:1", "web:1:2")));
        }
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.settings())) {
            MongoCollection<Document> tickets = tickets(client);
            assertThat(tickets.find(Filters.eq("keys", "web:1:2")).first()).containsEntry("_id", "a");
            assertThatThrownBy(() -> tickets.insertOne(new Document("_id", "b").append("keys", List.of("web:1:2"))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void anUpdateFindsItsDocumentByIdThoughItAsksForMore() {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.settings())) {
            MongoCollection<Document> tickets = tickets(client);
            tickets.insertOne(new Document("_id", "a").append("version", 1));
            assertThat(update(tickets, Filters.eq("version", 1))).isEqualTo(1);
            assertThat(update(tickets, Filters.eq("version", 1))).isZero();
            assertThat(update(tickets, Filters.ne("version", 1))).isEqualTo(1);
        }
    }

    private static long update(MongoCollection<Document> tickets, org.bson.conversions.Bson condition) {
        return tickets.updateOne(Filters.and(Filters.eq("_id", "a"), condition), Updates.inc("version", 1))
                .getModifiedCount();
    }

    @Test
    void sixtyFourInsertsOfOneKeyStoreOne() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.settings());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MongoCollection<Document> tickets = tickets(client);
            Callable<Boolean> insert = () -> {
                try {
                    tickets.insertOne(new Document("keys", List.of("twilio:SM1")));
                    return true;
                } catch (MongoWriteException e) {
                    return false;
                }
            };
            int stored = 0;
            for (Future<Boolean> outcome : threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(i -> insert).toList())) {
                stored += outcome.get() ? 1 : 0;
            }
            assertThat(stored).isEqualTo(1);
            assertThat(tickets.countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void aReaderNeverSeesHalfOfAnUpdate() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.settings());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MongoCollection<Document> tickets = tickets(client);
            tickets.insertOne(new Document("_id", "a").append("left", 0).append("right", 0));
            Future<?> writer = threads.submit(() -> {
                for (int i = 1; i <= 500; i++) {
                    tickets.updateOne(
                            Filters.eq("_id", "a"),
                            Updates.combine(
                                    Updates.set("left", i), Updates.set("extra" + i, i), Updates.set("right", i)));
                }
            });
            while (!writer.isDone()) {
                Document seen = Objects.requireNonNull(
                        tickets.find(Filters.eq("_id", "a")).first());
                assertThat(seen.getInteger("left")).isEqualTo(seen.getInteger("right"));
            }
            writer.get();
        }
    }

    @Test
    void aDuplicateKeyIsNotQuotedInTheError() {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.settings())) {
            MongoCollection<Document> tickets = tickets(client);
            tickets.insertOne(new Document("keys", List.of("sms:+962790000001")));
            assertThatThrownBy(() -> tickets.insertOne(new Document("keys", List.of("sms:+962790000001"))))
                    .hasMessageNotContaining("962790000001");
        }
    }

    @Test
    void aClientWithoutThePasswordIsRefused() {
        try (EmbeddedStore store = open()) {
            MongoClientSettings open = store.settings();
            MongoClientSettings anonymous = MongoClientSettings.builder()
                    .applyToClusterSettings(cluster -> cluster.applySettings(open.getClusterSettings()))
                    .build();
            try (MongoClient client = MongoClients.create(anonymous)) {
                for (String command : List.of("find", "insert", "listDatabases", "serverStatus", "dropDatabase")) {
                    assertThatThrownBy(() -> client.getDatabase("sawt").runCommand(new Document(command, "tickets")))
                            .isInstanceOf(MongoCommandException.class)
                            .hasMessageContaining("needs authentication");
                }
            }
            MongoClientSettings guess = MongoClientSettings.builder(anonymous)
                    .credential(MongoCredential.createPlainCredential(
                            "sawt", "$external", "0".repeat(64).toCharArray()))
                    .build();
            try (MongoClient client = MongoClients.create(guess)) {
                assertThatThrownBy(() -> tickets(client).countDocuments()).isInstanceOf(MongoSecurityException.class);
            }
        }
    }

    @Test
    void aStrangerThatSendsTooMuchIsCutOff() throws IOException {
        try (EmbeddedStore store = open();
                Socket stranger = connect(store)) {
            stranger.setSoTimeout((int) TimeUnit.SECONDS.toMillis(5));
            byte[] block = new byte[64 * 1024];
            block[3] = 2; // the head of a message of 32 MiB
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 64; i++) {
                            stranger.getOutputStream().write(block);
                        }
                        if (stranger.getInputStream().read() < 0) {
                            throw new IOException("closed");
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageNotContaining("timed out");
        }
    }

    private static Socket connect(EmbeddedStore store) throws IOException {
        var address = store.settings().getClusterSettings().getHosts().get(0);
        return new Socket(address.getHost(), address.getPort());
    }

    @Test
    void theFolderIsItsOwnersAlone() throws IOException {
        Path data = Files.createDirectory(temporary.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedStore store = open();
                Stream<Path> files = Files.list(data)) {
            assertThat(store.failure()).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aFolderInUseIsRefused() {
        try (EmbeddedStore store = open()) {
            assertThat(store.failure()).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("in use by another process");
        }
        open().close();
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAsItIs() throws IOException {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.settings())) {
            tickets(client).insertOne(new Document("_id", "a"));
        }
        Path file = temporary.resolve("data/sawt.mv.db");
        byte[] damaged = Files.readAllBytes(file);
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] ^= 0x55;
        }
        Files.write(file, damaged);
        assertThatThrownBy(this::open).isInstanceOf(StoreFailure.class).hasMessageContaining("is damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void aWriteThatCannotBeMadeDurableIsAnErrorAndTheStoreSaysSo() {
        EmbeddedStore store = open();
        try (MongoClient client = MongoClients.create(store.settings())) {
            MongoCollection<Document> tickets = tickets(client);
            tickets.insertOne(new Document("_id", "a"));
            store.breakFile();
            assertThatThrownBy(() -> tickets.insertOne(new Document("_id", "b")))
                    .isInstanceOf(MongoException.class);
            assertThat(store.failure()).isPresent();
        }
        store.close();
        try (EmbeddedStore again = open();
                MongoClient client = MongoClients.create(again.settings())) {
            assertThat(tickets(client).find(Filters.eq("_id", "a")).first()).isNotNull();
        }
    }
}
