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
        Map<String, List<RegistryRecord>> records = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(RegistryFiles.sample().open(kind), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                RegistryRecord record = sound(RecordReader.line(kind, line));
                records.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records.values().stream().map(SampleRegistry::joined).toList();
    }

    private static RegistryRecord sound(Reading reading) {
        return switch (reading) {
            case Reading.Sound sound -> sound.record();
            case Reading.Flawed flawed -> throw new IllegalStateException("the sample is damaged: " + flawed.flaws());
        };
    }

    /** The lines of one id as one record: only ways of asking have several. */
    private static RegistryRecord joined(List<RegistryRecord> lines) {
        List<Utterance> ways = new ArrayList<>();
        for (RegistryRecord line : lines) {
            if (line instanceof ServiceUtterances utterances) {
                ways.addAll(utterances.ways());
            }
        }
        if (!ways.isEmpty()) {
            return new ServiceUtterances(ways.getFirst().service(), ways);
        }
        if (lines.size() > 1) {
            throw new IllegalStateException("the sample has " + lines.getFirst().key() + " twice");
        }
        return lines.getFirst();
    }
}
