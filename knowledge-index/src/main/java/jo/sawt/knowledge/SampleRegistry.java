package jo.sawt.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sample registry in memory, without a store: for evaluation, training and trying out. */
public final class SampleRegistry {
    private static final LocalDate EFFECTIVE_FROM = LocalDate.of(2026, 1, 1);

    private SampleRegistry() {}

    /** The day from which a first import counts as in force: it was so before the program knew of it. */
    static LocalDate effectiveFrom(InstantSource clock) {
        LocalDate today = Days.today(clock);
        return today.isBefore(EFFECTIVE_FROM) ? today : EFFECTIVE_FROM;
    }

    public static Snapshot load(InstantSource clock) {
        List<Version> versions = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            for (RegistryRecord record : records(kind)) {
                versions.add(new Version(
                        record, 1, effectiveFrom(clock), false, new Version.Origin("sample", clock.instant(), "")));
            }
        }
        return Snapshot.empty(clock).with(versions, 1);
    }

    private static List<RegistryRecord> records(RecordKind kind) {
        Map<String, RegistryRecord> records = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(RegistryFiles.sample().open(kind), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                RegistryRecord record = sound(RecordReader.line(kind, line));
                records.merge(record.key(), record, SampleRegistry::join);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(records.values());
    }

    private static RegistryRecord sound(Reading reading) {
        return switch (reading) {
            case Reading.Sound sound -> sound.record();
            case Reading.Flawed flawed -> throw new IllegalStateException("the sample is damaged: " + flawed.flaws());
        };
    }

    private static RegistryRecord join(RegistryRecord known, RegistryRecord more) {
        if (known instanceof ServiceUtterances first && more instanceof ServiceUtterances second) {
            return first.and(second.ways());
        }
        throw new IllegalStateException("the sample has " + known.key() + " twice");
    }
}
