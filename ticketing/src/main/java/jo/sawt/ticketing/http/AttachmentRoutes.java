package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.AttachmentId;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.StaffDesk;
import jo.sawt.ticketing.Ticket;

/**
 * Files of staff: {@code POST /api/v1/attachments} stores some, which a reply then names, and {@code GET
 * /api/v1/tickets/{reference}/attachments/{id}} gives out those of the timeline that the caller sees.
 */
public final class AttachmentRoutes implements HttpService {
    private final Files files;
    private final StaffDesk desk;

    public AttachmentRoutes(Files files, StaffDesk desk) {
        this.files = files;
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/api/v1/attachments", this::store).get(TicketRoutes.TICKET + "/attachments/{id}", this::send);
    }

    private void store(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.with(request, Roles.OF_TICKETS);
        Uploads.Upload upload = Uploads.read(request, files, caller.username().value());
        if (upload.files().isEmpty()) {
            throw Problem.invalid(request, "/file", "refused.file-empty");
        }
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        upload.files().forEach(file -> items.add(json(file)));
        response.status(Status.CREATED_201);
        Json.send(response, json);
    }

    private void send(ServerRequest request, ServerResponse response) {
        Caller caller = Callers.of(request);
        Ticket ticket =
                desk.ticket(caller, Answers.reference(request)).orElseThrow(() -> Problem.unknownTicket(request));
        Attachment file = AttachmentId.parse(request.path().pathParameters().get("id"))
                .flatMap(id -> named(ticket, id))
                .orElseThrow(() -> Problem.of(request, Status.NOT_FOUND_404, "staff.unknown.file"));
        Downloads.send(response, file, files);
    }

    /** Only what the timeline shows to this caller. */
    private static Optional<Attachment> named(Ticket ticket, AttachmentId id) {
        return ticket.timeline().entries().stream()
                .flatMap(entry -> entry.files().stream())
                .filter(file -> file.id().equals(id))
                .findFirst();
    }

    static ObjectNode json(Attachment file) {
        return Json.object()
                .put("id", file.id().value())
                .put("name", file.name())
                .put("type", file.type())
                .put("size", file.size());
    }
}
