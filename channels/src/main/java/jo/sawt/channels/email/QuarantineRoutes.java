package jo.sawt.channels.email;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.http.Callers;
import jo.sawt.ticketing.http.Refused;

/** {@code /api/v1/quarantine}: letters that did not become words of a citizen, and another try for each. */
public final class QuarantineRoutes implements HttpService {
    private static final String ALL = "/api/v1/quarantine";
    private static final String ONE = ALL + "/{id}";
    private static final Set<Role> KEEPERS = Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);
    private static final Status UNPROCESSABLE = Status.create(422, "Unprocessable Content");
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int SHOWN = 2_000;

    private final QuarantineDesk desk;

    public QuarantineRoutes(QuarantineDesk desk) {
        this.desk = desk;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ALL, this::list)
                .get(ONE, this::one)
                .get(ONE + "/raw", this::raw)
                .post(ONE + "/reprocess", this::again);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Callers.with(request, KEEPERS);
        int limit = limit(request);
        Optional<Instant> before = request.query().first("cursor").asOptional().map(QuarantineRoutes::instant);
        List<Quarantine.Kept> kept = desk.list(before, limit);
        ObjectNode json = object();
        ArrayNode items = json.putArray("items");
        kept.forEach(each -> items.add(json(each)));
        if (kept.size() == limit) {
            json.put("next", String.valueOf(kept.getLast().at().toEpochMilli()));
        } else {
            json.putNull("next");
        }
        json.put("total", desk.size());
        send(response, json);
    }

    private void one(ServerRequest request, ServerResponse response) {
        Callers.with(request, KEEPERS);
        Quarantine.Kept kept = desk.find(id(request)).orElseThrow(QuarantineRoutes::unknown);
        ObjectNode json = json(kept);
        desk.raw(kept.key()).ifPresent(raw -> describe(json, raw));
        send(response, json);
    }

    private static void describe(ObjectNode json, RawLetter raw) {
        try (raw) {
            Letter letter = LetterReader.read(raw);
            String text = letter.text();
            json.put("from", letter.from().orElse(""))
                    .put("subject", letter.subject())
                    .put("text", text.substring(0, Math.min(SHOWN, text.length())));
            ArrayNode attachments = json.putArray("attachments");
            letter.attachments().forEach(attachments::add);
        } catch (RuntimeException e) {
            json.put("unreadable", true);
        }
    }

    /** As it came, to be saved and not shown: it may hold anything. */
    private void raw(ServerRequest request, ServerResponse response) {
        Callers.with(request, KEEPERS);
        RawLetter raw = desk.raw(id(request)).orElseThrow(QuarantineRoutes::unknown);
        response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream");
        response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"letter.eml\"");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.contentLength(raw.size());
        try (raw;
                OutputStream out = response.outputStream()) {
            raw.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void again(ServerRequest request, ServerResponse response) {
        Callers.with(request, KEEPERS);
        if (!desk.isOn()) {
            throw new Refused(Status.CONFLICT_409, "mail.refused.off");
        }
        MailIntake.Taken taken = desk.again(id(request)).orElseThrow(QuarantineRoutes::unknown);
        ObjectNode json = object().put("outcome", taken.outcome());
        taken.ticket().ifPresentOrElse(ticket -> json.put("ticket", ticket.value()), () -> json.putNull("ticket"));
        send(response, json);
    }

    private static ObjectNode json(Quarantine.Kept kept) {
        ObjectNode json = object().put("id", kept.key())
                .put("reason", kept.reason())
                .put("at", kept.at().toString())
                .put("bytes", kept.bytes());
        kept.ticket().ifPresentOrElse(ticket -> json.put("ticket", ticket), () -> json.putNull("ticket"));
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String id(ServerRequest request) {
        return request.path().pathParameters().get("id");
    }

    private static int limit(ServerRequest request) {
        try {
            int limit = request.query()
                    .first("limit")
                    .asOptional()
                    .map(Integer::parseInt)
                    .orElse(USUAL);
            if (limit >= 1) {
                return Math.min(limit, MOST);
            }
        } catch (NumberFormatException e) {
            // refused as any other that is none
        }
        throw new Refused(UNPROCESSABLE, "mail.refused.limit", Optional.of("/limit"));
    }

    private static Instant instant(String cursor) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(cursor));
        } catch (NumberFormatException | DateTimeException e) {
            throw new Refused(UNPROCESSABLE, "mail.refused.cursor", Optional.of("/cursor"));
        }
    }

    private static HttpException unknown() {
        return new Refused(Status.NOT_FOUND_404, "mail.refused.unknown");
    }

    private static void send(ServerResponse response, ObjectNode json) {
        response.header(HeaderValues.CONTENT_TYPE_JSON);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
