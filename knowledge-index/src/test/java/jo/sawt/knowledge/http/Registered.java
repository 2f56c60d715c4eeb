package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jo.sawt.knowledge.Confusion;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Editorial;
import jo.sawt.knowledge.Gathering;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RegistryFiles;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.mongo.MongoEditorial;
import jo.sawt.knowledge.mongo.MongoRegistry;
import org.jspecify.annotations.Nullable;

/** The sample registry on a store of its own, with all routes. An editor signs in by the name of a department, or as "all". */
final class Registered implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-06-01T09:00:00Z"));
    private final MongoServer store = new MongoServer(H2Backend.inMemory());
    private static final Confusion CONFUSED =
            new Confusion(new ServiceId("passport-lost"), new ServiceId("passport-damaged"), 0.3, "ضاع جوازي وتلف");

    private @Nullable LiveRegistry opened;
    private @Nullable Editorial open;
    private final MongoClient client = MongoClients.create(store.bindAndGetConnectionString());

    void routes(HttpRouting.Builder routing) {
        MongoDatabase database = client.getDatabase("http");
        LiveRegistry registry = MongoRegistry.open(database, CLOCK);
        try {
            registry.importIfEmpty(RegistryFiles.sample());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EditorGate gate = request -> editor(request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .orElseThrow(() -> new HttpException("sign in", Status.UNAUTHORIZED_401)));
        Editorial editorial = MongoEditorial.open(database, registry, CLOCK);
        opened = registry;
        open = editorial;
        routing.register(new KnowledgeRoutes(registry, byArabicName(registry), gate))
                .register(new DraftRoutes(registry, editorial.workflow(), gate))
                .register(new ImportRoutes(registry, editorial.imports(), gate, CLOCK))
                .register(new RecordRoutes(registry, gate))
                .register(new FreshnessRoutes(registry, editorial.freshness(), gate, gate))
                .register(new UtteranceRoutes(registry, () -> Optional.of(List.of(CONFUSED)), gate))
                .register(new HeardRoutes(editorial.gathering(), Registered::said, gate, CLOCK))
                .error(InvalidBody.class, (request, response, invalid) -> {
                    ObjectNode json = JSON.createObjectNode().put("detail", invalid.getMessage());
                    invalid.errors()
                            .forEach(error ->
                                    json.withArray("errors").addObject().put("pointer", error.pointer()));
                    response.status(invalid.status()).send(json.toString());
                });
    }

    LiveRegistry registry() {
        return Objects.requireNonNull(opened);
    }

    Gathering gathering() {
        return Objects.requireNonNull(open).gathering();
    }

    /** One ticket with one message. */
    private static Optional<Conversations.Said> said(ServerRequest request, String ticket, long seq) {
        return ticket.equals("T9") && seq == 1
                ? Optional.of(new Conversations.Said("قديش رسوم الباسبور إذا بدي إياه", "phone", "agent"))
                : Optional.empty();
    }

    private static Editor editor(String name) {
        return new Editor(name, name.equals("all") ? Optional.empty() : Optional.of(new DepartmentId(name)));
    }

    /** Finds services whose Arabic name holds the words, as a search with an index would, and better. */
    private static Search byArabicName(LiveRegistry registry) {
        return (question, type, lang, limit) -> registry.services().stream()
                .filter(service -> service.name().ar().contains(question))
                .limit(limit)
                .map(service -> new Hit(
                        "service",
                        service.id().value(),
                        service.version(),
                        service.effectiveFrom(),
                        service.name().in(lang.orElse(Lang.AR)),
                        1,
                        service.summary().in(lang.orElse(Lang.AR)),
                        null,
                        service.department()))
                .toList();
    }

    @Override
    public void close() {
        client.close();
        store.shutdownNow();
    }
}
