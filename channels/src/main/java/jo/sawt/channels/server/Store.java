package jo.sawt.channels.server;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jo.sawt.channels.server.embedded.EmbeddedStore;
import jo.sawt.channels.server.embedded.StoreFailure;
import org.bson.Document;

/** The database that everything is kept in: a MongoDB where one is named, else the embedded store. */
final class Store implements AutoCloseable {
    private static final String DATABASE = "sawt";
    private static final int SELECTION_SECONDS = 5;
    private static final int CONNECT_SECONDS = 5;

    private final Optional<EmbeddedStore> embedded;
    private final MongoClient client;
    private final MongoDatabase database;

    private Store(Optional<EmbeddedStore> embedded, MongoClient client, String database) {
        this.embedded = embedded;
        this.client = client;
        this.database = client.getDatabase(database).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Opens it, or throws {@link StoreFailure} or {@link WrongSetting} with one line. */
    static Store open(Settings.Storage settings, Clock clock) {
        return settings.mongo().map(Store::remote).orElseGet(() -> {
            EmbeddedStore store = EmbeddedStore.open(settings.data(), clock);
            return new Store(Optional.of(store), MongoClients.create(store.settings()), DATABASE);
        });
    }

    private static Store remote(Secret uri) {
        ConnectionString connection =
                SettingsSource.parsed("MONGODB_URI", uri.value(), ConnectionString::new, "is not a MongoDB URI");
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(connection)
                .build());
        String name = Optional.ofNullable(connection.getDatabase()).orElse(DATABASE);
        Store store = new Store(Optional.empty(), client, name);
        try {
            store.ping();
            return store;
        } catch (MongoException e) {
            client.close();
            throw new StoreFailure("MONGODB_URI cannot be used: " + reason(e), e);
        }
    }

    private static String reason(MongoException e) {
        return switch (e) {
            case com.mongodb.MongoTimeoutException slow -> "no server answered in " + SELECTION_SECONDS + " s";
            case com.mongodb.MongoSecurityException denied -> "the server refused the sign-in";
            default -> e.getClass().getSimpleName();
        };
    }

    private void ping() {
        database.runCommand(new Document("ping", 1));
    }

    MongoDatabase database() {
        return database;
    }

    /** Whether no other process can share it. */
    boolean isSole() {
        return embedded.isPresent();
    }

    /** Whether it answers and takes writes now. */
    boolean isReady() {
        if (embedded.flatMap(EmbeddedStore::failure).isPresent()) {
            return false;
        }
        try {
            ping();
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
        embedded.ifPresent(EmbeddedStore::close);
    }
}
