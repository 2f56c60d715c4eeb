package jo.sawt.knowledge.mongo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jo.sawt.knowledge.Reading;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordReader;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.RegistryRecord;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceUtterances;
import jo.sawt.knowledge.Utterance;
import jo.sawt.knowledge.Version;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * A version as a document: {@code {_id, kind, key, version, from, withdrawn, by, at, reason, record}}. The id is
 * KIND/KEY/VERSION, of utterances KIND/KEY.
 */
final class StoredVersion {
    private StoredVersion() {}

    static BsonDocument write(Version version) {
        boolean replaced = version.kind() == RecordKind.UTTERANCES;
        return new BsonDocument(
                        "_id", new BsonString(replaced ? version.kind().wire() + "/" + version.key() : version.id()))
                .append("kind", new BsonString(version.kind().wire()))
                .append("key", new BsonString(version.key()))
                .append("version", new BsonInt32(version.number()))
                .append("from", new BsonString(version.effectiveFrom().toString()))
                .append("withdrawn", BsonBoolean.valueOf(version.withdrawn()))
                .append("by", new BsonString(version.origin().by()))
                .append("at", new BsonDateTime(version.origin().at().toEpochMilli()))
                .append("reason", new BsonString(version.origin().reason()))
                .append("record", BsonJson.bson(RecordWriter.write(version.record())));
    }

    /** The version's own id, read from the fields {@code _id}, {@code kind} and {@code version}. */
    static String id(BsonDocument stored) {
        String id = stored.getString("_id").getValue();
        return stored.getString("kind").getValue().equals(RecordKind.UTTERANCES.wire())
                ? id + "/" + stored.getNumber("version").intValue()
                : id;
    }

    static Version read(BsonDocument stored) {
        RecordKind kind = RecordKind.parse(stored.getString("kind").getValue())
                .orElseThrow(() -> damaged(stored, "its kind is unknown"));
        JsonNode json = BsonJson.json(stored.get("record"));
        return new Version(
                kind == RecordKind.UTTERANCES ? utterances(stored, json) : record(stored, kind, json),
                stored.getNumber("version").intValue(),
                LocalDate.parse(stored.getString("from").getValue()),
                stored.getBoolean("withdrawn").getValue(),
                new Version.Origin(
                        stored.getString("by").getValue(),
                        Instant.ofEpochMilli(stored.getDateTime("at").getValue()),
                        stored.getString("reason").getValue()));
    }

    private static RegistryRecord record(BsonDocument stored, RecordKind kind, JsonNode json) {
        return switch (RecordReader.record(kind, json)) {
            case Reading.Sound sound -> sound.record();
            case Reading.Flawed flawed ->
                throw damaged(stored, flawed.flaws().getFirst().toString());
        };
    }

    private static RegistryRecord utterances(BsonDocument stored, JsonNode json) {
        List<Utterance> ways = new ArrayList<>();
        for (JsonNode way : json.path("ways")) {
            ObjectNode line = ((ObjectNode) way).set("service", json.path("service"));
            if (record(stored, RecordKind.UTTERANCES, line) instanceof ServiceUtterances one) {
                ways.addAll(one.ways());
            }
        }
        return new ServiceUtterances(new ServiceId(json.path("service").asText()), ways);
    }

    private static IllegalStateException damaged(BsonDocument stored, String why) {
        return new IllegalStateException("the registry's record " + stored.get("_id") + " is damaged: " + why);
    }
}
