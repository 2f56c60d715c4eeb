package jo.sawt.knowledge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes records in the one form in which {@link RecordReader} takes them; the same content always gives the same bytes. */
public final class RecordWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordWriter() {}

    /** The fields of a record without version and dates; of utterances, {@code service} and the list {@code ways}. */
    public static ObjectNode write(RegistryRecord record) {
        return switch (record) {
            case ServiceRecord service -> service(service);
            case Department department -> department(department);
            case Center center -> center(center);
            case LifeEvent event -> start(event.id(), event.name()).set("services", list(ids(event.services())));
            case Document document -> document(document);
            case ServiceUtterances utterances -> utterances(utterances);
            case Charter charter -> StandardsWriter.write(charter);
            case Agreement agreement -> StandardsWriter.write(agreement);
            case Indicator indicator -> StandardsWriter.write(indicator);
            case Synonym synonym -> StandardsWriter.write(synonym);
        };
    }

    /** One way of asking, as a line of an import. */
    public static ObjectNode write(Utterance way) {
        return NODES.objectNode()
                .put("service", way.service().value())
                .put("text", way.text())
                .put("register", way.register())
                .put("facet", way.facet() == null ? null : way.facet().wire());
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array() {
        return NODES.arrayNode();
    }

    static ObjectNode start(String id, Text name) {
        ObjectNode json = NODES.objectNode().put("id", id);
        json.set("name", text(name));
        return json;
    }

    private static ObjectNode service(ServiceRecord service) {
        ObjectNode json = NODES.objectNode()
                .put("id", service.id().value())
                .put("department", service.department().value());
        json.set("name", text(service.name()));
        json.set("aliases", texts(service.aliases()));
        json.set("summary", text(service.summary()));
        json.set("audience", list(service.audience()));
        json.set("conditions", texts(service.conditions()));
        json.set("documents", texts(service.documents()));
        json.set("steps", texts(service.steps()));
        ArrayNode fees = json.putArray("fees");
        service.fees().forEach(fee -> fees.add(fee(fee)));
        json.putObject("duration")
                .put("days", service.duration().days())
                .set("text", text(service.duration().text()));
        json.set("channels", list(service.channels()));
        json.set("locations", texts(service.locations()));
        json.put("url", service.url().isEmpty() ? null : service.url());
        json.set("legalBasis", text(service.legalBasis()));
        json.set("lifeEvents", list(service.lifeEvents()));
        json.set("related", list(ids(service.related())));
        json.put("confidence", service.confidence());
        json.set("illustrativeFields", list(new TreeSet<>(service.illustrativeFields())));
        json.set("sources", list(service.sources()));
        return json;
    }

    private static ObjectNode fee(Fee fee) {
        ObjectNode json = NODES.objectNode();
        json.set("label", text(fee.label()));
        json.put("amount", fee.amount()).put("currency", fee.currency());
        json.set("note", text(fee.note()));
        return json;
    }

    private static ObjectNode department(Department department) {
        ObjectNode json = start(department.id().value(), department.name());
        json.set("aliases", texts(department.aliases()));
        json.put("parent", value(department.parent()))
                .put("serviceCount", department.serviceCount())
                .put("automatedCount", department.automatedCount())
                .set("complaintSubjects", texts(department.complaintSubjects()));
        return json.put("confirmEveryDays", department.confirmEveryDays()).put("confidence", department.confidence());
    }

    private static ObjectNode center(Center center) {
        ObjectNode json = start(center.id(), center.name())
                .put("governorate", center.governorate())
                .put("lat", center.lat())
                .put("lon", center.lon())
                .put("operator", value(center.operator()))
                .put("status", center.status());
        json.set(
                "departments",
                list(center.departments().stream().map(DepartmentId::value).toList()));
        json.set("hours", text(center.hours()));
        json.put("confidence", center.confidence()).set("sources", list(center.sources()));
        return json;
    }

    private static ObjectNode document(Document document) {
        return NODES.objectNode()
                .put("id", document.id())
                .put("title", document.title())
                .put("text", document.text())
                .put("lang", document.lang().tag())
                .put("source", document.source())
                .put("department", value(document.department()));
    }

    private static ObjectNode utterances(ServiceUtterances utterances) {
        ObjectNode json = NODES.objectNode().put("service", utterances.service().value());
        ArrayNode ways = json.putArray("ways");
        utterances.ways().forEach(way -> ways.add(write(way).without("service")));
        return json;
    }

    static @Nullable String value(@Nullable DepartmentId id) {
        return id == null ? null : id.value();
    }

    private static List<String> ids(List<ServiceId> services) {
        return services.stream().map(ServiceId::value).toList();
    }

    static ObjectNode text(Text text) {
        return NODES.objectNode().put("ar", text.ar()).put("en", text.en());
    }

    private static ObjectNode texts(Texts texts) {
        ObjectNode json = NODES.objectNode();
        json.set("ar", list(texts.ar()));
        json.set("en", list(texts.en()));
        return json;
    }

    static ArrayNode list(Collection<String> values) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(list::add);
        return list;
    }
}
