package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Utterance;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int SERVICES = 20;

    @Test
    void probabilitiesOfWaysThatWereNotLearnedFromComeTrue() throws InterruptedException {
        Registry few = new Few(SampleRegistry.load(InstantSource.system()));
        KnowledgeIndex index = KnowledgeIndex.open(
                new FewerWays(few, way -> !FewerWays.aside(way), Integer.MAX_VALUE), Optional.empty());
        assertThat(index.awaitTrained(Duration.ofMinutes(5))).isTrue();
        Calibration calibration = Evaluation.of(index, Evaluation.aside(few)).calibration();
        assertThat(calibration.error()).as(calibration.table()).isLessThan(0.1);
    }

    @Test
    void errorIsHowFarNamedAndTrueAreApart() {
        Calibration calibration = new Calibration();
        for (int at = 0; at < 10; at++) {
            calibration.add(0.85, at < 5);
            calibration.add(0.25, at < 3);
        }
        assertThat(calibration.error()).isCloseTo((0.35 + 0.05) / 2, within(1e-9));
    }

    /** The first services of the sample. */
    private static final class Few extends RegistryView {
        private final List<ServiceRecord> services;
        private final List<Utterance> ways;

        Few(Registry sample) {
            super(() -> sample);
            services = sample.services().stream().limit(SERVICES).toList();
            Set<ServiceId> ids = services.stream().map(ServiceRecord::id).collect(Collectors.toSet());
            ways = sample.utterances().stream()
                    .filter(way -> ids.contains(way.service()))
                    .toList();
        }

        @Override
        public List<ServiceRecord> services() {
            return services;
        }

        @Override
        public List<Utterance> utterances() {
            return ways;
        }
    }
}
