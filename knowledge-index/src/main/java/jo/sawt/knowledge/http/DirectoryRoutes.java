package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import jo.sawt.knowledge.Center;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Governorates;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RecordWriter;
import jo.sawt.knowledge.RegistryRecord;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.Snapshot;

/** {@code /departments}, {@code /centers} and {@code /life-events}. */
final class DirectoryRoutes {
    private final LiveRegistry registry;

    DirectoryRoutes(LiveRegistry registry) {
        this.registry = registry;
    }

    void routing(HttpRules rules) {
        rules.get("/api/v1/departments", (request, response) -> list(request, response, Snapshot::departments))
                .get("/api/v1/life-events", (request, response) -> list(request, response, Snapshot::lifeEvents))
                .get("/api/v1/centers", this::centers);
    }

    private void list(
            ServerRequest request,
            ServerResponse response,
            Function<Snapshot, List<? extends RegistryRecord>> records) {
        Page page = Page.of(new Query(request));
        Snapshot snapshot = registry.snapshot();
        Page.Part<RegistryRecord> part = page.of(List.copyOf(records.apply(snapshot)), RegistryRecord::key);
        List<ObjectNode> items = part.items().stream().map(RecordWriter::write).toList();
        Answer.tagged(request, response, "W/\"" + snapshot.revision() + "\"", Answer.list(items, part.next()));
    }

    private void centers(ServerRequest request, ServerResponse response) {
        Query query = new Query(request);
        Page page = Page.of(query);
        Optional<Query.Place> near = query.place("near");
        Optional<String> department = query.id("department");
        Snapshot snapshot = registry.snapshot();
        List<Center> wanted = snapshot.centers().stream()
                .filter(inGovernorate(query.text("governorate", 100)))
                .filter(serving(query.id("service"), snapshot))
                .filter(center ->
                        department.isEmpty() || center.departments().contains(new DepartmentId(department.get())))
                .sorted(order(near))
                .toList();
        Page.Part<Center> part = page.of(wanted, Center::id);
        List<ObjectNode> items =
                part.items().stream().map(center -> json(center, near)).toList();
        Answer.tagged(request, response, "W/\"" + snapshot.revision() + "\"", Answer.list(items, part.next()));
    }

    private static Predicate<Center> inGovernorate(Optional<String> asked) {
        return center -> asked.isEmpty() || Governorates.same(asked.get(), center.governorate());
    }

    /** A center serves a service where it has a desk of the service's department. */
    private static Predicate<Center> serving(Optional<String> asked, Snapshot snapshot) {
        if (asked.isEmpty()) {
            return center -> true;
        }
        Optional<DepartmentId> department =
                snapshot.service(new ServiceId(asked.get())).map(service -> service.department());
        return center -> department.isPresent() && center.departments().contains(department.get());
    }

    private static Comparator<Center> order(Optional<Query.Place> near) {
        return near.isPresent()
                ? Comparator.comparingDouble(center -> distance(near.get(), center))
                : Comparator.comparing(Center::id);
    }

    private static double distance(Query.Place from, Center center) {
        return from.kilometresTo(new Query.Place(center.lat(), center.lon()));
    }

    private static ObjectNode json(Center center, Optional<Query.Place> near) {
        ObjectNode json = RecordWriter.write(center);
        near.ifPresent(place -> json.put("distanceKm", Math.round(distance(place, center) * 10) / 10.0));
        return json;
    }
}
