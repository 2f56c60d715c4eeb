package jo.sawt.knowledge.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RegistryUnavailable;
import jo.sawt.knowledge.Version;
import jo.sawt.knowledge.Versions;
import org.bson.BsonDocument;

/** Versions in the collection {@code registry}, and the revision in {@code registry_state}. */
final class MongoVersions implements Versions {
    private static final int FETCH = 500;
    private static final String STATE = "state";

    private final MongoCollection<BsonDocument> versions;
    private final MongoCollection<BsonDocument> state;

    MongoVersions(MongoDatabase database) {
        this.versions = database.getCollection("registry", BsonDocument.class);
        this.state = database.getCollection("registry_state", BsonDocument.class);
    }

    @Override
    public long revision() {
        return guarded(() -> {
            BsonDocument found = state.find(eq("_id", STATE)).first();
            return found == null || !found.containsKey("revision")
                    ? 0
                    : found.getNumber("revision").longValue();
        });
    }

    @Override
    public long raise() {
        return guarded(() -> retried(() -> {
            BsonDocument raised = state.findOneAndUpdate(
                    eq("_id", STATE),
                    inc("revision", 1L),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            return raised == null ? 0L : raised.getNumber("revision").longValue();
        }));
    }

    /** Two upserts of one new document at the same moment may collide; the second try finds it there. */
    private static <T> T retried(Supplier<T> upsert) {
        try {
            return upsert.get();
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return upsert.get();
            }
            throw e;
        }
    }

    @Override
    public List<Version> except(Set<String> known) {
        return guarded(() -> {
            List<Version> found = new ArrayList<>();
            if (known.isEmpty()) {
                versions.find().forEach(stored -> found.add(StoredVersion.read(stored)));
                return found;
            }
            List<String> missing = new ArrayList<>();
            versions.find().projection(include("kind", "version")).forEach(stored -> {
                if (!known.contains(StoredVersion.id(stored))) {
                    missing.add(stored.getString("_id").getValue());
                }
            });
            for (int from = 0; from < missing.size(); from += FETCH) {
                versions.find(in("_id", missing.subList(from, Math.min(from + FETCH, missing.size()))))
                        .forEach(stored -> found.add(StoredVersion.read(stored)));
            }
            return found;
        });
    }

    @Override
    public List<Version> add(List<Version> fresh) {
        return guarded(() -> {
            List<Version> late = new ArrayList<>();
            List<Version> inserts = new ArrayList<>();
            for (Version version : fresh) {
                if (version.kind() != RecordKind.UTTERANCES || version.number() == 1) {
                    inserts.add(version);
                } else if (!replace(version)) {
                    late.add(version);
                }
            }
            insert(inserts).forEach(index -> late.add(inserts.get(index)));
            return late;
        });
    }

    private boolean replace(Version version) {
        BsonDocument document = StoredVersion.write(version);
        return versions.replaceOne(and(eq("_id", document.get("_id")), eq("version", version.number() - 1)), document)
                        .getMatchedCount()
                == 1;
    }

    /** Returns the places of those that are there already. */
    private List<Integer> insert(List<Version> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        try {
            versions.insertMany(
                    fresh.stream().map(StoredVersion::write).toList(), new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                return e.getWriteErrors().stream().map(BulkWriteError::getIndex).toList();
            }
            throw e;
        }
    }

    @Override
    public boolean founded() {
        return guarded(() -> {
            BsonDocument found = state.find(eq("_id", STATE)).first();
            return found != null && found.containsKey("founded");
        });
    }

    @Override
    public void markFounded() {
        guarded(() -> retried(
                () -> state.updateOne(eq("_id", STATE), set("founded", true), new UpdateOptions().upsert(true))));
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoWriteException e) {
            throw new RegistryUnavailable("the registry's store refused a write, code " + e.getCode(), e);
        } catch (MongoException e) {
            throw new RegistryUnavailable("the registry's store is away", e);
        }
    }
}
