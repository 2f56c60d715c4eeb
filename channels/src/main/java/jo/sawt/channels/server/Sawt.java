package jo.sawt.channels.server;

import io.helidon.webserver.WebServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import jo.sawt.assistant.Listening;
import jo.sawt.channels.server.http.Health;
import jo.sawt.channels.web.Sayings;
import jo.sawt.channels.web.WebChat;
import jo.sawt.channels.web.WebChatSettings;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.CountedGuesses;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Lessons;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.TicketingSettings;
import jo.sawt.ticketing.TrackingCodes;
import jo.sawt.ticketing.WorkingDeadlines;
import jo.sawt.ticketing.http.FeedRoutes;
import jo.sawt.ticketing.mongo.MongoAttachments;
import jo.sawt.ticketing.mongo.MongoCodes;
import jo.sawt.ticketing.mongo.MongoTickets;

/** The whole of Sawt, running. What was opened last is closed first. */
final class Sawt implements AutoCloseable {
    private static final Duration REFRESH = Duration.ofMillis(400);
    /** Where reports of violations go, if the registry has it. */
    private static final DepartmentId COMMISSION = new DepartmentId("spac");

    private static final Duration TEACH = Duration.ofSeconds(1);
    private static final Duration EMBED = Duration.ofSeconds(5);
    private static final Duration TIDY = Duration.ofMinutes(10);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Settings settings;
    private final Clock clock;
    private final Console console;
    private final AtomicBoolean serving = new AtomicBoolean();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private Sawt(Settings settings, Clock clock, Console console) {
        this.settings = settings;
        this.clock = clock;
        this.console = console;
    }

    /** Opens everything, or closes again what was opened and throws. */
    static Sawt start(Settings settings, Clock clock, Console console) {
        Sawt sawt = new Sawt(settings, clock, console);
        try {
            sawt.open();
            return sawt;
        } catch (RuntimeException e) {
            sawt.close();
            throw e;
        }
    }

    private void open() {
        WebServers.checkFree(settings.listening());
        Store store = console.step("Opening the store", () -> opened(Store.open(settings.storage(), clock)));
        Knowledge knowledge = Knowledge.open(store, settings, clock, console);
        Staff staff = Staff.open(store.database(), clock);
        RegistryDepartments departments = new RegistryDepartments(knowledge.registry());
        MongoTickets tickets = MongoTickets.open(store.database(), clock);
        Files files = new Files(MongoAttachments.open(store.database(), clock), tickets, clock);
        Channels channels = Channels.open(settings, store.database(), files, clock);
        List<ChannelSender> senders = channels.senders();
        TrackingCodes codes = new TrackingCodes(new MongoCodes(store.database()), tickets, senders, clock);
        Lessons lessons = Teaching.lessons(store.database(), clock);
        CompletableFuture<FrontDesk> desk = new CompletableFuture<>();
        ProvenTracking tracking =
                (asker, reference, proof) -> desk.join().proving().look(asker, reference, proof);
        // turns are taken up once there is somebody to take them
        Learning learning =
                new Learning(() -> knowledge.learn(clock, settings.services().model(), tracking), () -> {
                    knowledge.awaitTrainedShortly();
                    desk.join().ticketing().start();
                    knowledge.awaitTrained();
                    Footprint.settle();
                });
        Listening listening = new Listening(learning, knowledge.editorial().gathering(), clock);
        Sayings sayings = new Sayings();
        Ticketing ticketing = opened(Ticketing.open(
                tickets,
                new Ticketing.Ports(
                                departments,
                                WorkingDeadlines.jordan(),
                                sayings.of(listening),
                                senders,
                                Optional.of(codes))
                        .learning(lessons),
                clock,
                desk(store, departments)));
        opened(ticketing.feed().subscribe(event -> {
            if (event.type().equals("rated")) {
                tickets.find(event.ticket()).ifPresent(listening::rated);
            }
        }));
        staff.found(settings.adminPassword(), knowledge.founded() && settings.startsOnSample(), console);
        FeedRoutes feed = new FeedRoutes(ticketing.feed(), tickets, ticketing.staff(), staff.sessions());
        WebChat chat = new WebChat(ticketing.desk(), ticketing.feed(), files, clock, chatSettings(), sayings);
        ProvenTracking proving = new CountedGuesses(
                ticketing.tracking(), codes, clock, settings.listening().rateLimits());
        FrontDesk front = new FrontDesk(ticketing, files, codes, proving, lessons);
        Routes routes = new Routes(
                new Routes.Parts(knowledge, learning, front, staff, departments, chat),
                feed,
                channels.routes(ticketing, tickets),
                settings.listening().rateLimits(),
                clock);
        WebServer server = WebServers.start(
                settings.listening(),
                new WebServers.Mounted(
                        routing -> {
                            routes.mount(routing);
                            channels.mount(routing, ticketing);
                        },
                        chat::sockets,
                        chat.protocol(),
                        Health.of(store::isReady, serving::get, learning::isReady, channels())));
        opened.push(server::stop);
        opened.push(feed);
        opened.push(chat); // before the server, so that browsers are told to come back
        Rhythm rhythm = opened(new Rhythm());
        rhythm.every(REFRESH, "registry refresh", knowledge.registry()::refresh);
        rhythm.every(TIDY, "stale services", knowledge.editorial().freshness()::runDue);
        rhythm.every(TEACH, "corrections", new Teaching(lessons.corrections(), learning));
        rhythm.every(TIDY, "code upkeep", codes::removeExpired);
        rhythm.every(SWEEP, "file upkeep", files::sweep);
        rhythm.every(TIDY, "session upkeep", staff.sessions()::removeExpired);
        // on threads of its own, since a pass waits for a model
        opened(new Rhythm()).every(EMBED, "vectors", knowledge.index()::embedDue);
        opened(channels).start(ticketing);
        desk.complete(front);
        serving.set(true);
        console.line("Sawt is ready: http://" + settings.listening().host() + ":" + server.port() + "/");
    }

    private static TicketingSettings desk(Store store, Departments departments) {
        TicketingSettings usual = TicketingSettings.defaults(store.isSole());
        return departments.name(COMMISSION, Lang.AR).isPresent() ? usual.reportsTo(COMMISSION) : usual;
    }

    private WebChatSettings chatSettings() {
        WebChatSettings standard = WebChatSettings.standard();
        return new WebChatSettings(
                standard.origins(), settings.listening().rateLimits(), standard.mostReaders(), standard.heartbeat());
    }

    private Map<String, Boolean> channels() {
        Map<String, Boolean> channels = new LinkedHashMap<>();
        channels.put("web", true);
        channels.put("sms", settings.twilio().flatMap(Settings.Twilio::sender).isPresent());
        channels.put(
                "whatsapp", settings.twilio().flatMap(Settings.Twilio::whatsApp).isPresent());
        channels.put("email", settings.mail().on());
        return channels;
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    /** No new work; what is in hand is finished or given back, and the store is closed last. */
    @Override
    public void close() {
        serving.set(false);
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.getLogger(Sawt.class.getName()).log(System.Logger.Level.WARNING, "could not close in order", e);
            }
        }
    }
}
