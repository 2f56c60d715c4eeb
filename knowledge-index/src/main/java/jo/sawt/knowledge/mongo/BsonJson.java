package jo.sawt.knowledge.mongo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** JSON as BSON and back, with decimal numbers kept exactly. */
final class BsonJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BsonJson() {}

    static BsonValue bson(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                BsonDocument document = new BsonDocument();
                json.properties().forEach(field -> document.put(field.getKey(), bson(field.getValue())));
                yield document;
            }
            case ARRAY -> {
                BsonArray array = new BsonArray();
                json.forEach(entry -> array.add(bson(entry)));
                yield array;
            }
            case STRING -> new BsonString(json.textValue());
            case BOOLEAN -> BsonBoolean.valueOf(json.booleanValue());
            case NUMBER -> number(json);
            case NULL -> BsonNull.VALUE;
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("no JSON of a record: " + json.getNodeType());
        };
    }

    private static BsonValue number(JsonNode json) {
        if (json.isIntegralNumber()) {
            return new BsonInt64(json.longValue());
        }
        return json.isBigDecimal()
                ? new BsonDecimal128(new Decimal128(json.decimalValue()))
                : new BsonDouble(json.doubleValue());
    }

    static JsonNode json(@Nullable BsonValue bson) {
        return switch (bson) {
            case null -> NODES.nullNode();
            case BsonNull none -> NODES.nullNode();
            case BsonDocument document -> {
                ObjectNode object = NODES.objectNode();
                document.forEach((name, value) -> object.set(name, json(value)));
                yield object;
            }
            case BsonArray array -> {
                ArrayNode list = NODES.arrayNode();
                array.forEach(value -> list.add(json(value)));
                yield list;
            }
            case BsonString text -> NODES.textNode(text.getValue());
            case BsonBoolean truth -> NODES.booleanNode(truth.getValue());
            case BsonDouble number -> NODES.numberNode(number.getValue());
            case BsonDecimal128 number -> NODES.numberNode(number.getValue().bigDecimalValue());
            case BsonInt64 number -> NODES.numberNode(number.getValue());
            default -> throw new IllegalStateException("a record holds a " + bson.getBsonType());
        };
    }
}
