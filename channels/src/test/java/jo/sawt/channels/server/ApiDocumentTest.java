package jo.sawt.channels.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import jo.sawt.assistant.Assistant;
import jo.sawt.channels.server.http.ApiPaths;
import jo.sawt.channels.web.WebChat;
import jo.sawt.channels.web.WebChatSettings;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.lucene.KnowledgeIndex;
import jo.sawt.knowledge.mongo.MongoEditorial;
import jo.sawt.knowledge.mongo.MongoRegistry;
import jo.sawt.ticketing.CountedGuesses;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.TicketingSettings;
import jo.sawt.ticketing.TrackingCodes;
import jo.sawt.ticketing.WorkingDeadlines;
import jo.sawt.ticketing.http.FeedRoutes;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoCodes;
import jo.sawt.ticketing.mongo.MongoTickets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API is well formed, and describes what is mounted, all of it and nothing else. */
class ApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @TempDir
    Path folder;

    private static String document() throws IOException {
        try (InputStream in = ApiPaths.class.getResourceAsStream("openapi.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void itIsWellFormed() throws IOException {
        SwaggerParseResult parsed = new OpenAPIParser().readContents(document(), List.of(), new ParseOptions());
        assertThat(parsed.getMessages()).isNullOrEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void itDescribesWhatIsMountedAndNothingElse() throws IOException {
        Set<String> described = new TreeSet<>();
        JsonNode paths = new ObjectMapper().readTree(document()).path("paths");
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method) && isRouted(path.getKey())) {
                        described.add(method + " " + path.getKey());
                    }
                }));
        assertThat(mounted()).isEqualTo(described);
    }

    /** What Helidon's observers serve is no route of ours. */
    private static boolean isRouted(String path) {
        return !path.startsWith("/observe/");
    }

    private Set<String> mounted() {
        Set<String> mounted = new TreeSet<>();
        Clock clock = Clock.systemUTC();
        var storage = new Settings.Storage(folder, Optional.empty(), Optional.empty(), Optional.empty());
        try (Store store = Store.open(storage, clock)) {
            LiveRegistry registry = MongoRegistry.open(store.database(), clock);
            Knowledge knowledge = new Knowledge(
                    registry,
                    MongoEditorial.open(store.database(), registry, clock),
                    KnowledgeIndex.open(registry, Optional.empty()),
                    Optional.empty(),
                    folder,
                    false);
            // Nobody asks anything of the assistant here, so it may learn for ever.
            Learning learning = new Learning(new CompletableFuture<Assistant>()::join, () -> {});
            RegistryDepartments departments = new RegistryDepartments(registry);
            Staff staff = Staff.open(store.database(), clock);
            MongoTickets tickets = MongoTickets.open(store.database(), clock);
            Files files = new Files(MongoAttachments.open(store.database(), clock), tickets, clock);
            TrackingCodes codes = new TrackingCodes(new MongoCodes(store.database()), tickets, List.of(), clock);
            var ports = new Ticketing.Ports(departments, WorkingDeadlines.jordan(), learning, List.of());
            try (Ticketing ticketing = Ticketing.open(tickets, ports, clock, TicketingSettings.defaults(true));
                    FeedRoutes feed = new FeedRoutes(ticketing.feed(), tickets, ticketing.staff(), staff.sessions());
                    WebChat chat =
                            new WebChat(ticketing.desk(), ticketing.feed(), files, clock, WebChatSettings.standard())) {
                var parts = new Routes.Parts(
                        knowledge,
                        learning,
                        new FrontDesk(
                                ticketing,
                                files,
                                codes,
                                new CountedGuesses(ticketing.tracking(), codes, clock, true),
                                Teaching.lessons(store.database(), clock)),
                        staff,
                        departments,
                        chat);
                new Routes(parts, feed, channels(store, ticketing, files, tickets, clock), true, clock)
                        .mount(recorder("", mounted));
            }
        }
        return mounted;
    }

    private static List<HttpService> channels(
            Store store, Ticketing ticketing, Files files, MongoTickets tickets, Clock clock) {
        return Channels.open(SettingsReader.read(Map.of(), Map.of()), store.database(), files, clock)
                .routes(ticketing, tickets);
    }

    /** A routing that writes down what is put into it. */
    private static HttpRouting.Builder recorder(String prefix, Set<String> routes) {
        InvocationHandler handler = (proxy, method, args) -> {
            if (METHODS.contains(method.getName()) && args.length > 0 && args[0] instanceof String path) {
                String whole = prefix + path;
                if (whole.startsWith("/api/") || whole.equals("/openapi") || whole.equals("/chat")) {
                    routes.add(method.getName().toLowerCase(Locale.ROOT) + " " + whole);
                }
            } else if (method.getName().equals("register")) {
                String under = args[0] instanceof String path && !path.equals("/") ? prefix + path : prefix;
                Object services = args[args.length - 1];
                if (services instanceof HttpService[] all) {
                    Arrays.stream(all).forEach(service -> service.routing(recorder(under, routes)));
                }
            }
            return proxy;
        };
        return (HttpRouting.Builder) Proxy.newProxyInstance(
                ApiDocumentTest.class.getClassLoader(), new Class<?>[] {HttpRouting.Builder.class}, handler);
    }
}
