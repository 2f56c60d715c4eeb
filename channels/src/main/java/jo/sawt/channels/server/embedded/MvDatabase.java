package jo.sawt.channels.server.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One database: for each collection a map of documents and one of counters, for each unique index a map of keys. */
final class MvDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    private static final String DOCUMENTS = "documents.";
    private static final String META = "meta.";
    private static final String INDEX = "index.";
    private final MVStore store;

    MvDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    /** The names of the databases that a store holds. */
    static List<String> names(MVStore store) {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.', DOCUMENTS.length())))
                .distinct()
                .toList();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        MVMap.Builder<Object, Document> documents = new MVMap.Builder<Object, Document>().valueType(new BsonType());
        return new MvCollection(
                this,
                collection,
                options,
                new MvCollection.Maps(
                        store.openMap(DOCUMENTS + getFullCollectionNamespace(collection), documents),
                        store.openMap(META + getFullCollectionNamespace(collection))),
                cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        MVMap.Builder<KeyValue, Object> positions = new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType());
        return new MvUniqueIndex(store.openMap(indexMap(collection, name), positions), name, keys, sparse);
    }

    private String indexMap(String collection, String index) {
        return INDEX + getFullCollectionNamespace(collection) + "." + index;
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String index) {
        super.dropIndex(collection, index);
        remove(indexMap(collection.getCollectionName(), index));
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        super.dropCollection(collection, oplog);
        remove(DOCUMENTS + getFullCollectionNamespace(collection));
        remove(META + getFullCollectionNamespace(collection));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        for (String prefix : List.of(DOCUMENTS, META, INDEX)) {
            store.getMapNames().stream()
                    .filter(name -> name.startsWith(prefix + databaseName + "."))
                    .toList()
                    .forEach(this::remove);
        }
    }

    private void remove(String map) {
        if (store.hasMap(map)) {
            store.removeMap(map);
        }
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String to) {
        throw new MongoServerError(115, "CommandNotSupported", "a collection cannot be renamed here");
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
