package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jo.sawt.knowledge.Difference;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Version;

/** A service as the API shows it: the fields of its record, then its version and dates. */
final class ServiceJson {
    private ServiceJson() {}

    static ObjectNode of(ServiceRecord service) {
        return RecordWriter.write(service)
                .put("version", service.version())
                .put("effectiveFrom", service.effectiveFrom().toString())
                .put(
                        "effectiveTo",
                        service.effectiveTo() == null
                                ? null
                                : service.effectiveTo().toString());
    }

    /** The same with how the version came to be. */
    static ObjectNode of(ServiceRecord service, Version version) {
        return of(service)
                .put("withdrawn", version.withdrawn())
                .put("changedAt", version.origin().at().toString())
                .put("reason", version.origin().reason());
    }

    /** One change between two versions, with a sentence for people. */
    static ObjectNode of(Difference.Change change, Lang lang) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("pointer", change.pointer())
                .put("text", change.told(lang));
        json.set("before", change.before());
        json.set("after", change.after());
        return json;
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }
}
