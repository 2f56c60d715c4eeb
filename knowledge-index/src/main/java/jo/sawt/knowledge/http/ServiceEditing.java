package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jo.sawt.knowledge.Days;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Filing;
import jo.sawt.knowledge.Flaw;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Proposal;
import jo.sawt.knowledge.Reading;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordReader;
import jo.sawt.knowledge.RegistryUnavailable;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Text;
import jo.sawt.knowledge.Version;
import jo.sawt.knowledge.Withdrawal;

/** An editor's change of one service. */
final class ServiceEditing {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

    private final LiveRegistry registry;
    private final EditorGate gate;

    ServiceEditing(LiveRegistry registry, EditorGate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    void put(ServerRequest request, ServerResponse response) {
        Proposal proposal = proposal(request, registry, gate.require(request));
        answer(request, response, filed(request, () -> registry.file(proposal)));
    }

    /** The service of a request's body and path, as a proposal. */
    static Proposal proposal(ServerRequest request, LiveRegistry registry, Editor editor) {
        ServiceId id = ServiceRoutes.id(request);
        OptionalInt basedOn = basedOn(request, registry, id);
        ObjectNode body = Body.object(request);
        if (!body.path("id").asText(id.value()).equals(id.value())) {
            throw Problems.invalid(request, List.of(new Flaw("/id", otherId(id))));
        }
        body.put("id", id.value());
        return switch (RecordReader.record(RecordKind.SERVICES, body)) {
            case Reading.Flawed flawed -> throw Problems.invalid(request, flawed.flaws());
            case Reading.Sound sound ->
                new Proposal(sound.record(), sound.effectiveFrom(), basedOn, editor, reason(request, body));
        };
    }

    /** {@code {"reason","effectiveFrom"?}}: the service is no longer offered. */
    void withdraw(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        ServiceId id = ServiceRoutes.id(request);
        OptionalInt basedOn = basedOn(request, registry, id);
        ObjectNode body = Body.object(request);
        String reason = reason(request, body);
        if (reason.isEmpty()) {
            throw Problems.invalid(request, List.of(new Flaw("/reason", Problems.REASON)));
        }
        Optional<LocalDate> from = from(request, body);
        if (registry.versions(id).isEmpty()) {
            throw Problems.of(request, Status.NOT_FOUND_404, Problems.NO_SERVICE);
        }
        Withdrawal withdrawal = new Withdrawal(RecordKind.SERVICES, id.value(), from, basedOn, editor, reason);
        answer(request, response, filed(request, () -> registry.withdraw(withdrawal)));
    }

    static Optional<LocalDate> from(ServerRequest request, ObjectNode body) {
        return Optional.of(body.path("effectiveFrom").asText(""))
                .filter(text -> !text.isEmpty())
                .map(text -> Days.parse(text)
                        .orElseThrow(
                                () -> Problems.invalid(request, List.of(new Flaw("/effectiveFrom", Problems.DATE)))));
    }

    private void answer(ServerRequest request, ServerResponse response, Filing filing) {
        switch (filing) {
            case Filing.Filed filed ->
                sent(request, response, filed.version(), filed.version().number() == 1);
            case Filing.Unchanged unchanged -> sent(request, response, unchanged.version(), false);
            case Filing.Conflict conflict ->
                throw Problems.of(request, Status.CONFLICT_409, Problems.conflict(conflict.newest()));
            case Filing.Refused refused -> throw Problems.invalid(request, refused.flaws());
            case Filing.NotYours notYours -> throw Problems.of(request, Status.FORBIDDEN_403, Problems.NOT_YOURS);
        }
    }

    static Filing filed(ServerRequest request, Supplier<Filing> act) {
        try {
            return act.get();
        } catch (RegistryUnavailable e) {
            throw Problems.away(request);
        }
    }

    private void sent(ServerRequest request, ServerResponse response, Version version, boolean created) {
        ServiceRecord service = registry.versions(new ServiceId(version.key())).stream()
                .filter(one -> one.version() == version.number())
                .findFirst()
                .orElseThrow();
        response.status(created ? Status.CREATED_201 : Status.OK_200);
        if (created) {
            response.header(
                    HeaderValues.create(HeaderNames.LOCATION, request.path().path()));
        }
        response.header(HeaderValues.create(HeaderNames.ETAG, ServiceJson.tag(service.version())));
        Answer.json(response, ServiceJson.of(service, version));
    }

    static Text otherId(Object id) {
        return new Text(
                "المعرف يخالف ما في العنوان؛ اجعله " + id + " أو احذفه",
                "The id differs from the one in the path; make it " + id + ", or leave it out");
    }

    static String reason(ServerRequest request, ObjectNode body) {
        return text(request, body, "reason");
    }

    /** A short text, empty where it is missing. */
    static String text(ServerRequest request, ObjectNode body, String field) {
        String text = body.path(field).asText("").strip();
        if (text.length() > 500) {
            throw Problems.invalid(
                    request,
                    List.of(new Flaw(
                            "/" + field,
                            new Text("أطول من 500 حرف؛ اختصره", "Longer than 500 characters; shorten it"))));
        }
        return text;
    }

    /** {@code If-Match} names the version that the editor has read; {@code If-None-Match: *} says there was none. */
    private static OptionalInt basedOn(ServerRequest request, LiveRegistry registry, ServiceId id) {
        return basedOn(request, !registry.versions(id).isEmpty(), Problems.NO_SERVICE);
    }

    static OptionalInt basedOn(ServerRequest request, boolean known, Text unknown) {
        String match = header(request, HeaderNames.IF_MATCH);
        if (header(request, HeaderNames.IF_NONE_MATCH).equals("*")) {
            return OptionalInt.of(0);
        }
        if (match.isEmpty()) {
            return OptionalInt.empty();
        }
        if (match.equals("*")) {
            if (!known) {
                throw Problems.of(request, Status.NOT_FOUND_404, unknown);
            }
            return OptionalInt.empty();
        }
        Matcher tag = TAG.matcher(match);
        if (!tag.matches()) {
            throw Problems.badParameter(
                    request, "If-Match", new Text("المطلوب رقم نسخة مثل \"3\"", "must be a version such as \"3\""));
        }
        return OptionalInt.of(Integer.parseInt(tag.group(1)));
    }

    private static String header(ServerRequest request, HeaderName name) {
        return request.headers().first(name).map(String::strip).orElse("");
    }
}
