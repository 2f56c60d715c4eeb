package jo.sawt.channels.server;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import jo.sawt.assistant.http.AssistantRoutes;
import jo.sawt.channels.server.http.ApiPaths;
import jo.sawt.channels.server.http.Problems;
import jo.sawt.channels.server.http.Protection;
import jo.sawt.channels.server.http.RequestIds;
import jo.sawt.channels.server.http.RequestLimits;
import jo.sawt.channels.web.WebChat;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.http.DraftRoutes;
import jo.sawt.knowledge.http.FreshnessRoutes;
import jo.sawt.knowledge.http.HeardRoutes;
import jo.sawt.knowledge.http.ImportRoutes;
import jo.sawt.knowledge.http.KnowledgeRoutes;
import jo.sawt.knowledge.http.RecordRoutes;
import jo.sawt.knowledge.http.SuggestRoutes;
import jo.sawt.knowledge.http.UtteranceRoutes;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Lessons;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.Ticketing;
import jo.sawt.ticketing.http.ActRoutes;
import jo.sawt.ticketing.http.AttachmentRoutes;
import jo.sawt.ticketing.http.Callers;
import jo.sawt.ticketing.http.CorrectionRoutes;
import jo.sawt.ticketing.http.FeedRoutes;
import jo.sawt.ticketing.http.GapRoutes;
import jo.sawt.ticketing.http.OutboxRoutes;
import jo.sawt.ticketing.http.SignInRoutes;
import jo.sawt.ticketing.http.TicketRoutes;
import jo.sawt.ticketing.http.TrackingRoutes;
import jo.sawt.ticketing.http.UserRoutes;

/** Mounts the routes of all modules behind the one edge that they share. */
final class Routes {
    private static final Set<Role> EDITORS = Set.of(Role.EDITOR, Role.ADMIN);
    /** Whom a reminder of a department's stale services is for. */
    private static final Set<Role> REMINDED = Set.of(Role.RESPONDER, Role.MANAGER, Role.EDITOR, Role.ADMIN);

    private final ApiPaths paths = ApiPaths.load();
    private final List<HttpService> services;
    private final List<HttpService> channels;
    private final Staff staff;
    private final WebChat chat;
    private final boolean limited;

    Routes(Parts parts, FeedRoutes feed, List<HttpService> channels, boolean limited, Clock clock) {
        this.channels = List.copyOf(channels);
        this.staff = parts.staff();
        this.chat = parts.chat();
        this.limited = limited;
        Ticketing ticketing = parts.desk().ticketing();
        Lessons lessons = parts.desk().lessons();
        Departments departments = parts.departments();
        Knowledge knowledge = parts.knowledge();
        this.services = List.of(
                paths,
                new KnowledgeRoutes(knowledge.registry(), knowledge.index(), Routes::editor),
                new DraftRoutes(knowledge.registry(), knowledge.editorial().workflow(), Routes::editor),
                new ImportRoutes(knowledge.registry(), knowledge.editorial().imports(), Routes::editor, clock),
                new RecordRoutes(knowledge.registry(), Routes::editor),
                new FreshnessRoutes(
                        knowledge.registry(), knowledge.editorial().freshness(), Routes::reminded, Routes::editor),
                new UtteranceRoutes(knowledge.registry(), knowledge.index()::confusions, Routes::editor),
                new HeardRoutes(
                        knowledge.editorial().gathering(), new Confirmed(ticketing.staff()), Routes::editor, clock),
                new SuggestRoutes(knowledge.index()),
                new AssistantRoutes(parts.learning()::get, clock),
                new SignInRoutes(staff.sessions()),
                new UserRoutes(staff.accounts(), departments),
                new TicketRoutes(ticketing.staff(), departments, clock),
                new ActRoutes(
                        ticketing.staff(),
                        staff.accounts(),
                        departments,
                        parts.desk().files()),
                new AttachmentRoutes(parts.desk().files(), ticketing.staff()),
                feed,
                new OutboxRoutes(ticketing.staff()),
                new GapRoutes(lessons.gaps(), ticketing.staff(), departments),
                new CorrectionRoutes(lessons.corrections(), clock),
                new TrackingRoutes(
                        ticketing.tracking(),
                        parts.desk().proving(),
                        parts.desk().codes(),
                        departments,
                        clock,
                        limited));
    }

    /** What the routes act on. */
    record Parts(
            Knowledge knowledge,
            Learning learning,
            FrontDesk desk,
            Staff staff,
            Departments departments,
            WebChat chat) {}

    void mount(HttpRouting.Builder routing) {
        new Problems(paths).install(routing);
        routing.addFilter(new RequestIds());
        routing.addFilter(new Protection());
        if (limited) {
            routing.addFilter(new RequestLimits());
        }
        routing.addFilter(new Callers(staff.sessions()));
        services.forEach(routing::register);
        channels.forEach(routing::register);
        chat.routes(routing);
    }

    /** An editor of the Commission may change all records, one of a department only its own. */
    private static Editor editor(ServerRequest request) {
        return scoped(Callers.with(request, EDITORS));
    }

    private static Editor reminded(ServerRequest request) {
        return scoped(Callers.with(request, REMINDED));
    }

    private static Editor scoped(Caller caller) {
        return new Editor(
                caller.username().value(),
                caller.department().map(it -> new jo.sawt.knowledge.DepartmentId(it.value())));
    }
}
