package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Opening;
import jo.sawt.ticketing.Page;
import jo.sawt.ticketing.StaffDesk;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.TicketQuery;
import jo.sawt.ticketing.Topic;
import jo.sawt.ticketing.Username;

/** {@code /api/v1/tickets}: lists, one ticket, and a new one for somebody on the phone or at a counter. */
public final class TicketRoutes implements HttpService {
    static final String TICKETS = "/api/v1/tickets";
    static final String TICKET = TICKETS + "/{reference}";
    private static final String OVERDUE = "overdue";
    /** Those whose clock runs. */
    private static final Set<Status> RUNNING =
            EnumSet.of(Status.NEW, Status.ASSISTANT, Status.QUEUED, Status.IN_PROGRESS, Status.WITH_DEPARTMENT);

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_ID = 64;

    private final StaffDesk desk;
    private final Departments departments;
    private final InstantSource clock;
    private final Answers answers;

    public TicketRoutes(StaffDesk desk, Departments departments, InstantSource clock) {
        this.desk = desk;
        this.departments = departments;
        this.clock = clock;
        this.answers = new Answers(desk);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(TICKETS, this::list).post(TICKETS, this::open).get(TICKET, this::get);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, Roles.OF_TICKETS);
        Page page = page(request, caller, query(new Query(request), caller));
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        page.tickets().forEach(ticket -> items.add(TicketJson.line(ticket)));
        Json.put(json, "next", page.next());
        Json.send(response, json);
    }

    private Page page(ServerRequest request, Caller caller, TicketQuery query) {
        try {
            return desk.list(caller, query);
        } catch (IllegalArgumentException e) {
            // Of all that the query holds only the cursor is not checked yet: the store alone can read it.
            throw Problem.malformed(request, "staff.cursor");
        }
    }

    private TicketQuery query(Query query, Caller caller) {
        Set<Status> statuses = Set.copyOf(query.values("status", Status::parse));
        boolean overdue = query.text("due").filter(OVERDUE::equals).isPresent();
        TicketQuery.Filter filter = new TicketQuery.Filter(
                query.value("kind", Kind::parse),
                query.value("department", Parse::department),
                query.value(
                        "assignee", name -> name.equals("me") ? Optional.of(caller.username()) : Username.parse(name)),
                query.value("channel", Channel::parse),
                query.text("service"),
                overdue ? Optional.of(clock.instant()) : query.value("due", Parse::instant));
        return new TicketQuery(
                overdue && statuses.isEmpty() ? RUNNING : statuses,
                filter,
                query.text("q"),
                query.value("sort", TicketQuery.Sort::parse).orElse(TicketQuery.Sort.NEWEST),
                query.text("cursor"),
                query.limit());
    }

    private void get(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.of(request);
        Ticket ticket =
                desk.ticket(caller, Answers.reference(request)).orElseThrow(() -> Problem.unknownTicket(request));
        answers.send(request, response, caller, ticket);
    }

    private void open(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.of(request);
        Body body = Body.of(request);
        Optional<Channel> channel = body.value("channel", TicketRoutes::spoken);
        Optional<Kind> kind = body.value("kind", Kind::parse);
        Optional<DepartmentId> department = body.optionalValue("department", Parse::department);
        if (department.filter(id -> departments.name(id, Lang.AR).isEmpty()).isPresent()) {
            body.wrong("department", "staff.unknown.department");
        }
        String subject = body.text("subject", LONGEST_SUBJECT);
        String text = body.text("text", Body.LONG);
        Optional<Lang> lang = body.optionalValue("lang", Lang::parse);
        Topic topic = new Topic(body.optionalText("service", LONGEST_ID), department, Optional.empty());
        Optional<String> address = body.optionalText("address", LONGEST_ADDRESS);
        body.check();
        Opening opening = new Opening(
                channel.orElseThrow(), address, kind.orElseThrow(), subject, text, lang.orElse(Lang.AR), topic);
        Ticket ticket = Answers.done(request, desk.open(caller, opening, Preconditions.of(request)));
        response.status(io.helidon.http.Status.CREATED_201);
        response.header(HeaderNames.LOCATION, TICKETS + "/" + ticket.reference());
        answers.send(request, response, caller, ticket);
    }

    /** Only somebody who speaks to an agent has a ticket opened for them; the other channels open their own. */
    private static Optional<Channel> spoken(String wire) {
        return Channel.parse(wire).filter(channel -> channel == Channel.PHONE || channel == Channel.COUNTER);
    }
}
