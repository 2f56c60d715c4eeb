package jo.sawt.knowledge.mongo;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import jo.sawt.knowledge.Editor;
import jo.sawt.knowledge.ImportReport;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Proposal;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.Records;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import org.junit.jupiter.api.BeforeEach;

/** A registry on an empty store, with a clock that a test sets, and what tests file in it. */
abstract class RegistryCase {
    static final Editor EDITOR = new Editor("huda", Optional.empty());
    static final ServiceId CARD = new ServiceId("card");

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T09:00:00Z"));
    final InstantSource clock = now::get;
    MongoDatabase database;
    LiveRegistry registry;

    /** An empty database. */
    abstract MongoDatabase database();

    @BeforeEach
    void openAnEmptyRegistry() {
        database = database();
        registry = MongoRegistry.open(database, clock);
    }

    void foundWithOneService() throws IOException {
        take(RecordKind.DEPARTMENTS, Records.department("cspd"), Records.department("dls"));
        take(RecordKind.SERVICES, Records.service("card", "cspd", "2").toString());
    }

    ImportReport take(RecordKind kind, String... lines) throws IOException {
        return registry.importLines(kind, Records.stream(lines), EDITOR, false);
    }

    static Proposal fee(String amount, OptionalInt basedOn) {
        return fee(amount, basedOn, Optional.empty(), EDITOR);
    }

    static Proposal fee(String amount, OptionalInt basedOn, Optional<LocalDate> from, Editor editor) {
        return new Proposal(
                Records.record(RecordKind.SERVICES, Records.service("card", "cspd", amount)),
                from,
                basedOn,
                editor,
                "");
    }

    static BigDecimal feeOf(Optional<ServiceRecord> service) {
        BigDecimal amount = service.orElseThrow().fees().getFirst().amount();
        return amount == null ? BigDecimal.ONE.negate() : amount;
    }

    static List<Integer> counts(ImportReport report) {
        return List.of(report.created(), report.updated(), report.unchanged(), report.refused());
    }

    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
