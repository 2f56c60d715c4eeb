package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.LifeEvent;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Snapshot;
import jo.sawt.knowledge.Text;

/** How many of the services found are of each department and life event; each counts as if nothing was chosen of it. */
final class ServiceFacets {
    private ServiceFacets() {}

    static ObjectNode of(List<ServiceRecord> byDepartment, List<ServiceRecord> byLifeEvent, Snapshot snapshot) {
        Map<String, Text> events =
                snapshot.lifeEvents().stream().collect(Collectors.toMap(LifeEvent::id, LifeEvent::name));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set(
                "departments",
                counted(
                        byDepartment.stream()
                                .map(service -> service.department().value()),
                        id -> snapshot.department(new DepartmentId(id)).map(department -> department.name())));
        json.set(
                "lifeEvents",
                counted(
                        byLifeEvent.stream().flatMap(service -> service.lifeEvents().stream()),
                        id -> Optional.ofNullable(events.get(id))));
        return json;
    }

    /** The most frequent first. */
    private static ArrayNode counted(Stream<String> ids, Function<String, Optional<Text>> name) {
        Map<String, Long> counts = ids.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> {
                    ObjectNode one = list.addObject().put("id", entry.getKey()).put("count", entry.getValue());
                    name.apply(entry.getKey())
                            .ifPresent(text ->
                                    one.putObject("name").put("ar", text.ar()).put("en", text.en()));
                });
        return list;
    }
}
