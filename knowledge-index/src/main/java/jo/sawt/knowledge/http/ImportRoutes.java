package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Export;
import jo.sawt.knowledge.Flaw;
import jo.sawt.knowledge.ImportReport;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RegistryUnavailable;

/** {@code /registry/import} and {@code /registry/export}: many records at once, one JSON object a line, read and written as they go. */
final class ImportRoutes {
    private static final long MOST_BYTES = 512L << 20;
    private static final List<String> TYPES = List.of(
            "application/x-ndjson", "application/ndjson", "application/jsonl", "application/json", "text/plain");
    private static final List<String> KINDS =
            Arrays.stream(RecordKind.values()).map(RecordKind::wire).toList();

    private final LiveRegistry registry;
    private final EditorGate gate;

    ImportRoutes(LiveRegistry registry, EditorGate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    void routing(HttpRules rules) {
        rules.post("/api/v1/registry/import", this::take).get("/api/v1/registry/export", this::give);
    }

    /** Open data, but for the ways people ask, which are the editors'. */
    private void give(ServerRequest request, ServerResponse response) {
        RecordKind kind = kind(new Query(request));
        if (kind == RecordKind.UTTERANCES) {
            gate.require(request);
        }
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/x-ndjson; charset=utf-8"));
        try (OutputStream out = new BufferedOutputStream(response.outputStream(), 1 << 16)) {
            Export.write(registry.snapshot(), kind, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordKind kind(Query query) {
        return query.oneOf("kind", KINDS).flatMap(RecordKind::parse).orElseThrow(() -> query.missing("kind"));
    }

    private void take(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        Query query = new Query(request);
        RecordKind kind = kind(query);
        boolean dryRun = query.flag("dryRun");
        Body.demand(request, TYPES);
        try (InputStream lines = new BoundedStream(request.content().inputStream(), MOST_BYTES)) {
            ImportReport report = registry.importLines(kind, lines, editor, dryRun);
            Answer.json(response, json(kind, report, Problems.language(request)));
        } catch (BoundedStream.Exceeded e) {
            throw Problems.of(request, Status.REQUEST_ENTITY_TOO_LARGE_413, Problems.TOO_LARGE);
        } catch (RegistryUnavailable e) {
            throw Problems.away(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode json(RecordKind kind, ImportReport report, Lang lang) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind.wire())
                .put("dryRun", report.dryRun())
                .put("created", report.created())
                .put("updated", report.updated())
                .put("unchanged", report.unchanged())
                .put("refused", report.refused());
        ArrayNode refusals = json.putArray("refusals");
        report.refusals().forEach(refusal -> refusals.add(json(refusal, lang)));
        return json;
    }

    private static ObjectNode json(ImportReport.Refusal refusal, Lang lang) {
        Flaw first = refusal.flaws().getFirst();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("line", refusal.line())
                .put("id", refusal.id().isEmpty() ? null : refusal.id())
                .put(
                        "reason",
                        (first.pointer().isEmpty() ? "" : first.pointer() + ": ")
                                + first.remedy().in(lang));
        ArrayNode errors = json.putArray("errors");
        refusal.flaws()
                .forEach(flaw -> errors.addObject()
                        .put("pointer", flaw.pointer())
                        .put("detail", flaw.remedy().in(lang)));
        return json;
    }
}
