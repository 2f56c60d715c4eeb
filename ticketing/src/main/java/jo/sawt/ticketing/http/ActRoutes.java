package jo.sawt.ticketing.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jo.sawt.ticketing.Accounts;
import jo.sawt.ticketing.Act;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.AttachmentId;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Condition;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Outcome;
import jo.sawt.ticketing.Priority;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.StaffDesk;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.User;
import jo.sawt.ticketing.Username;

/** What staff do to one ticket: {@code POST /api/v1/tickets/{reference}/…}. Each answers with the ticket as it is then. */
public final class ActRoutes implements HttpService {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TAG = 64;
    private static final int MOST_TAGS = 20;
    private static final String SHARE = TicketRoutes.TICKET + "/assignments/{department}";

    private final StaffDesk desk;
    private final Accounts accounts;
    private final Departments departments;
    private final Files files;
    private final Answers answers;

    public ActRoutes(StaffDesk desk, Accounts accounts, Departments departments, Files files) {
        this.desk = desk;
        this.accounts = accounts;
        this.departments = departments;
        this.files = files;
        this.answers = new Answers(desk);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(TicketRoutes.TICKET + "/take", act(body -> new Act.Take()))
                .post(TicketRoutes.TICKET + "/release", act(body -> new Act.Release()))
                .post(TicketRoutes.TICKET + "/assistant", act(body -> new Act.HandBack()))
                .post(TicketRoutes.TICKET + "/assignee", act(this::assignee))
                .post(TicketRoutes.TICKET + "/replies", this::reply)
                .post(TicketRoutes.TICKET + "/notes", act(body -> new Act.Note(body.text("text", Body.LONG))))
                .post(TicketRoutes.TICKET + "/status", act(ActRoutes::status))
                .post(TicketRoutes.TICKET + "/kind", act(ActRoutes::kind))
                .post(TicketRoutes.TICKET + "/tags", act(ActRoutes::tags))
                .post(TicketRoutes.TICKET + "/priority", act(ActRoutes::priority))
                .post(TicketRoutes.TICKET + "/merge", act(ActRoutes::merge))
                .post(TicketRoutes.TICKET + "/split", act(ActRoutes::split))
                .post(TicketRoutes.TICKET + "/assignments", act(this::refer))
                .post(SHARE + "/accept", act(body -> new Act.Accept(share(body))))
                .post(SHARE + "/answer", act(ActRoutes::answer))
                .post(SHARE + "/transfer", act(this::transfer));
    }

    /** Reads the act from the body, refuses a wrong body, and has the desk do it. */
    private Handler act(Function<Body, Act> read) {
        return (request, response) -> {
            Caller caller = Callers.of(request);
            Reference reference = Answers.reference(request);
            Body body = Body.of(request);
            Optional<String> clientId = body.optionalText("clientId", LONGEST_SUBJECT);
            Act act = read.apply(body);
            body.check();
            Condition condition = Preconditions.of(request, clientId);
            Outcome outcome = desk.act(caller, reference, act, condition);
            answers.send(request, response, caller, outcome);
        };
    }

    private Act assignee(Body body) {
        Username agent = required(body, body.value("assignee", Username::parse));
        if (accounts.find(agent).filter(ActRoutes::takesTickets).isEmpty()) {
            body.wrong("assignee", "staff.unknown.agent");
        }
        body.check();
        return new Act.AssignTo(agent);
    }

    private static boolean takesTickets(User user) {
        return user.enabled() && user.roles().stream().anyMatch(Set.of(Role.AGENT, Role.SUPERVISOR)::contains);
    }

    private void reply(ServerRequest request, ServerResponse response) throws Exception {
        Caller caller = Callers.of(request);
        act(body -> reply(body, caller)).handle(request, response);
    }

    private Act reply(Body body, Caller caller) {
        String owner = caller.username().value();
        List<Attachment> said = body.has("attachments")
                ? body.values(
                        "attachments",
                        InboundMessage.MOST_FILES,
                        id -> AttachmentId.parse(id).flatMap(known -> files.handedIn(known, owner)))
                : List.of();
        return new Act.Say(body.text("text", Body.LONG), body.has("asks") && body.flag("asks"), said);
    }

    private static Act status(Body body) {
        Status to = required(body, body.value("to", Status::parse));
        return new Act.ChangeStatus(to, body.optionalText("reason", Body.SHORT));
    }

    private static Act kind(Body body) {
        Kind kind = required(body, body.value("kind", Kind::parse));
        return new Act.ChangeKind(kind, body.optionalText("reason", Body.SHORT));
    }

    private static Act tags(Body body) {
        return new Act.Tag(body.values(
                "tags",
                MOST_TAGS,
                tag -> Optional.of(tag.strip()).filter(it -> !it.isEmpty() && it.length() <= LONGEST_TAG)));
    }

    private static Act priority(Body body) {
        return new Act.Prioritise(required(body, body.value("priority", Priority::parse)));
    }

    private static Act merge(Body body) {
        return new Act.Merge(required(body, body.value("into", Reference::parse)));
    }

    private static Act split(Body body) {
        long seq = body.number("seq", 1, Integer.MAX_VALUE);
        Kind kind = required(body, body.value("kind", Kind::parse));
        return new Act.Split(seq, kind, body.text("subject", LONGEST_SUBJECT));
    }

    private Act refer(Body body) {
        DepartmentId department = department(body, "department");
        return new Act.Refer(department, body.text("reason", Body.SHORT), body.has("lead") && body.flag("lead"));
    }

    private Act transfer(Body body) {
        DepartmentId to = department(body, "to");
        return new Act.Transfer(share(body), to, body.text("reason", Body.SHORT));
    }

    private static Act answer(Body body) {
        boolean done = required(body, body.value("outcome", ActRoutes::outcome));
        Optional<String> reason = body.optionalText("reason", Body.SHORT);
        if (!done && reason.isEmpty()) {
            body.wrong("reason", "staff.field.reason");
        }
        return new Act.Answer(
                share(body), body.text("text", Body.LONG), body.optionalText("evidence", Body.LONG), done, reason);
    }

    private static Optional<Boolean> outcome(String wire) {
        return switch (wire) {
            case "done" -> Optional.of(true);
            case "unable" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private DepartmentId department(Body body, String field) {
        DepartmentId department = required(body, body.value(field, Parse::department));
        if (departments.name(department, Lang.AR).isEmpty()) {
            body.wrong(field, "staff.unknown.department");
        }
        return department;
    }

    private static DepartmentId share(Body body) {
        return Parse.department(body.request().path().pathParameters().get("department"))
                .orElseThrow(() -> Problem.unknownTicket(body.request()));
    }

    /** A value without which the act cannot be formed; all that was wrong before it is told too. */
    private static <T> T required(Body body, Optional<T> value) {
        if (value.isEmpty()) {
            body.check();
        }
        return value.orElseThrow();
    }
}
