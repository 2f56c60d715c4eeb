package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.Export;
import jo.sawt.knowledge.Flaw;
import jo.sawt.knowledge.Form;
import jo.sawt.knowledge.ImportJob;
import jo.sawt.knowledge.ImportReport;
import jo.sawt.knowledge.ImportRun;
import jo.sawt.knowledge.Imports;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RegistryUnavailable;

/** {@code /registry/import}, {@code /registry/imports} and {@code /registry/export}: many records at once, one JSON object a line or one row a record. */
public final class ImportRoutes implements HttpService {
    private static final long MOST_BYTES = 512L << 20;
    private static final List<String> TYPES = List.of(
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/json",
            "text/plain",
            "text/csv");
    private static final List<String> FORMS =
            Arrays.stream(Form.values()).map(Form::wire).toList();
    private static final List<String> KINDS =
            Arrays.stream(RecordKind.values()).map(RecordKind::wire).toList();

    private final LiveRegistry registry;
    private final Imports imports;
    private final EditorGate gate;
    private final InstantSource clock;

    public ImportRoutes(LiveRegistry registry, Imports imports, EditorGate gate, InstantSource clock) {
        this.registry = registry;
        this.imports = imports;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/api/v1/registry/import", this::take)
                .get("/api/v1/registry/imports", this::list)
                .get("/api/v1/registry/imports/{id}", this::one)
                .get("/api/v1/registry/export", this::give);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        Page page = Page.of(new Query(request));
        List<ImportRun> runs = UtteranceRoutes.reached(request, () -> imports.newest(editor));
        Page.Part<ImportRun> part = page.of(runs, ImportRun::id);
        List<ObjectNode> items = part.items().stream().map(this::json).toList();
        Answer.json(response, Answer.list(items, part.next()));
    }

    private void one(ServerRequest request, ServerResponse response) {
        Editor editor = gate.require(request);
        String id = request.path().pathParameters().get("id");
        ImportRun run = UtteranceRoutes.reached(request, () -> imports.of(id, editor))
                .orElseThrow(() -> Problems.of(request, Status.NOT_FOUND_404, Problems.NO_IMPORT));
        Answer.json(response, json(run));
    }

    private ObjectNode json(ImportRun run) {
        return counts(run.job(), run.report())
                .put("id", run.id())
                .put("by", run.job().editor().username())
                .put("state", run.stateAt(clock.instant()).wire())
                .put("lines", run.lines())
                .put("startedAt", run.startedAt().toString())
                .put("updatedAt", run.updatedAt().toString());
    }

    /** Open data, but for the ways people ask, which are the editors'. */
    private void give(ServerRequest request, ServerResponse response) {
        Query query = new Query(request);
        RecordKind kind = kind(query);
        Form form = query.oneOf("format", FORMS).flatMap(Form::parse).orElse(Form.NDJSON);
        if (kind == RecordKind.UTTERANCES || kind == RecordKind.SYNONYMS) {
            gate.require(request);
        }
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, form.mediaType() + "; charset=utf-8"));
        if (form == Form.CSV) {
            response.header(HeaderValues.create(
                    HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + kind.wire() + ".csv\""));
        }
        try (OutputStream out = new BufferedOutputStream(response.outputStream(), 1 << 16)) {
            Export.write(registry.snapshot(), kind, form, out);
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
        ImportJob job = new ImportJob(kind, form(request, query), editor, dryRun);
        try (InputStream lines = new BoundedStream(request.content().inputStream(), MOST_BYTES)) {
            ImportRun run = imports.run(job, lines);
            Answer.json(response, json(run, Problems.language(request)));
        } catch (BoundedStream.Exceeded e) {
            throw Problems.of(request, Status.REQUEST_ENTITY_TOO_LARGE_413, Problems.TOO_LARGE);
        } catch (RegistryUnavailable e) {
            throw Problems.away(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code format} says, else by the type of the body. */
    private static Form form(ServerRequest request, Query query) {
        return query.oneOf("format", FORMS)
                .flatMap(Form::parse)
                .orElseGet(() -> request.headers()
                                .first(HeaderNames.CONTENT_TYPE)
                                .filter(type -> type.startsWith(Form.CSV.mediaType()))
                                .isPresent()
                        ? Form.CSV
                        : Form.NDJSON);
    }

    private static ObjectNode json(ImportRun run, Lang lang) {
        ObjectNode json = counts(run.job(), run.report()).put("id", run.id());
        ArrayNode refusals = json.putArray("refusals");
        run.report()
                .refusals()
                .forEach(refusal -> refusals.add(json(refusal, run.job().form(), lang)));
        return json;
    }

    private static ObjectNode counts(ImportJob job, ImportReport report) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", job.kind().wire())
                .put("format", job.form().wire())
                .put("dryRun", report.dryRun())
                .put("created", report.created())
                .put("updated", report.updated())
                .put("unchanged", report.unchanged())
                .put("refused", report.refused());
    }

    private static ObjectNode json(ImportReport.Refusal refusal, Form form, Lang lang) {
        Flaw first = refusal.flaws().getFirst();
        String field = form == Form.CSV ? Imports.column(first.pointer()) : first.pointer();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("line", refusal.line())
                .put("id", refusal.id().isEmpty() ? null : refusal.id())
                .put(
                        "reason",
                        (field.isEmpty() ? "" : field + ": ") + first.remedy().in(lang));
        ArrayNode errors = json.putArray("errors");
        refusal.flaws().forEach(flaw -> {
            ObjectNode error = errors.addObject().put("pointer", flaw.pointer());
            if (form == Form.CSV) {
                error.put("column", Imports.column(flaw.pointer()));
            }
            error.put("detail", flaw.remedy().in(lang));
        });
        return json;
    }
}
