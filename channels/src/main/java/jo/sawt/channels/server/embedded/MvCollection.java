package jo.sawt.channels.server.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that takes a unique index also where the query asks for more than its key, such as {@code {_id, version}}.
 * The library alone would read every document for that.
 */
final class MvCollection extends H2Collection {
    MvCollection(MongoDatabase database, String name, CollectionOptions options, Maps maps, CursorRegistry cursors) {
        super(database, name, options, maps.documents(), maps.meta(), cursors);
    }

    /** What a collection keeps. */
    record Maps(MVMap<Object, Document> documents, MVMap<String, Object> meta) {}

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        for (Index<Object> index : getIndexes()) {
            Optional<Document> part = part(query, index);
            if (part.isPresent()) {
                Iterable<Object> positions = index.getPositions(part.get());
                return matchDocuments(query, positions, orderBy, skip, limit, batchSize, fields);
            }
        }
        return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** The part of a query that names all the keys of an index, where the index can look it up. */
    private static Optional<Document> part(Document query, Index<Object> index) {
        Document part = new Document();
        for (IndexKey key : index.getKeys()) {
            if (!query.containsKey(key.getKey())) {
                return Optional.empty();
            }
            part.put(key.getKey(), query.get(key.getKey()));
        }
        return part.isEmpty() || !index.canHandle(part) ? Optional.empty() : Optional.of(part);
    }
}
