package jo.sawt.knowledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes charters, agreements, indicators and synonyms. */
final class StandardsWriter {
    private StandardsWriter() {}

    static ObjectNode write(Charter charter) {
        ObjectNode json = RecordWriter.start(charter.id(), charter.name());
        json.put("department", charter.department().value()).put("service", value(charter.service()));
        json.set("promise", RecordWriter.text(charter.promise()));
        json.set("targets", targets(charter.targets()));
        json.put("confidence", charter.confidence()).set("sources", RecordWriter.list(charter.sources()));
        return json;
    }

    static ObjectNode write(Agreement agreement) {
        ObjectNode json = RecordWriter.start(agreement.id(), agreement.name());
        json.set(
                "parties",
                RecordWriter.list(
                        agreement.parties().stream().map(DepartmentId::value).toList()));
        json.put("lead", RecordWriter.value(agreement.lead())).put("service", value(agreement.service()));
        json.set("purpose", RecordWriter.text(agreement.purpose()));
        json.set("targets", targets(agreement.targets()));
        json.put("confidence", agreement.confidence()).set("sources", RecordWriter.list(agreement.sources()));
        return json;
    }

    static ObjectNode write(Indicator indicator) {
        ObjectNode json = RecordWriter.start(indicator.id(), indicator.name()).put("dimension", indicator.dimension());
        json.set("formula", RecordWriter.text(indicator.formula()));
        json.put("unit", indicator.unit())
                .put("bound", indicator.bound().wire())
                .put("target", indicator.target())
                .put("department", RecordWriter.value(indicator.department()))
                .put("service", value(indicator.service()));
        ArrayNode values = json.putArray("values");
        indicator
                .values()
                .forEach(value ->
                        values.addObject().put("period", value.period()).put("value", value.value()));
        json.put("confidence", indicator.confidence()).set("sources", RecordWriter.list(indicator.sources()));
        return json;
    }

    static ObjectNode write(Synonym synonym) {
        ObjectNode json = RecordWriter.object().put("id", synonym.id());
        json.set("said", RecordWriter.list(synonym.said()));
        json.set("means", RecordWriter.list(synonym.means()));
        return json.put("note", synonym.note());
    }

    private static ArrayNode targets(List<Target> targets) {
        ArrayNode list = RecordWriter.array();
        for (Target target : targets) {
            ObjectNode json = list.addObject();
            json.set("label", RecordWriter.text(target.label()));
            json.put("bound", target.bound().wire())
                    .put("value", target.value())
                    .put("unit", target.unit());
        }
        return list;
    }

    private static @Nullable String value(@Nullable ServiceId id) {
        return id == null ? null : id.value();
    }
}
