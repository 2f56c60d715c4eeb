package jo.sawt.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines and records that tests hand in. */
public final class Records {
    private static final JsonMapper JSON = new JsonMapper();

    private Records() {}

    public static InputStream stream(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    public static String department(String id) {
        return """
                {"id":"%s","name":{"ar":"دائرة %s","en":"Department %s"}}""".formatted(id, id, id);
    }

    /** A service with one fee and no references but its department. */
    public static ObjectNode service(String id, String department, String fee) {
        return tree("""
                {"id":"%s","department":"%s","name":{"ar":"خدمة %s","en":"Service %s"},
                 "summary":{"ar":"ملخص","en":"Summary"},
                 "fees":[{"label":{"ar":"رسم","en":"Fee"},"amount":%s,"currency":"JOD","note":{"ar":"","en":""}}]}""".formatted(id, department, id, id, fee));
    }

    public static ObjectNode tree(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static RegistryRecord record(RecordKind kind, ObjectNode json) {
        return switch (RecordReader.record(kind, json)) {
            case Reading.Sound sound -> sound.record();
            case Reading.Flawed flawed -> throw new IllegalArgumentException(flawed.toString());
        };
    }
}
