package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Samples.NOW;

    private final Pace pace = new Pace(2);

    @Test
    void messagesGoInTheOrderInWhichTheyCame() {
        assertThat(pace.hold("a", NOW)).isEmpty();
        assertThat(pace.hold("b", NOW)).isEqualTo(paced(500));
        assertThat(pace.hold("c", NOW)).isEqualTo(paced(1_000));
        assertThat(pace.hold("c", NOW.plusMillis(600))).isEqualTo(paced(400));
        assertThat(pace.hold("b", NOW.plusMillis(600))).isEmpty();
        assertThat(pace.hold("c", NOW.plusMillis(1_000))).isEmpty();
        assertThat(pace.hold("d", NOW.plusMillis(1_000))).isEqualTo(paced(500));
    }

    @Test
    void afterAQuietTimeThereIsNoBurst() {
        assertThat(pace.hold("a", NOW)).isEmpty();
        Instant later = NOW.plusSeconds(60);
        assertThat(pace.hold("b", later)).isEmpty();
        assertThat(pace.hold("c", later)).isEqualTo(paced(500));
    }

    @Test
    void aMomentIsNotWaitedForAndTheNextOnesKeepThePaceAllTheSame() {
        Pace fast = new Pace(100);
        for (int n = 0; n <= 5; n++) {
            assertThat(fast.hold("now " + n, NOW)).isEmpty();
        }
        assertThat(fast.hold("a", NOW)).isEqualTo(paced(60));
        assertThat(fast.hold("b", NOW)).isEqualTo(paced(70));
        assertThat(fast.hold("c", NOW.plusMillis(10))).isEqualTo(paced(70));
        assertThat(fast.hold("a", NOW.plusMillis(10))).isEmpty();
        fast.holdUntil(NOW.plusMillis(120));
        assertThat(fast.hold("b", NOW.plusMillis(100))).isEqualTo(throttled(20));
        assertThat(fast.hold("b", NOW.plusMillis(120))).isEmpty();
    }

    @Test
    void whatIsOfNoUseLaterGoesBeforeAndTakesAPlaceAllTheSame() {
        assertThat(pace.hold("a", NOW)).isEmpty();
        assertThat(pace.ahead(NOW)).isEmpty();
        assertThat(pace.hold("b", NOW)).isEqualTo(paced(1_000));
    }

    @Test
    void nothingGoesWhileThrottledAndThenOneAfterTheOther() {
        assertThat(pace.hold("a", NOW)).isEmpty();
        assertThat(pace.hold("b", NOW)).isEqualTo(paced(500));
        pace.holdUntil(NOW.plusSeconds(10));
        assertThat(pace.ahead(NOW)).isEqualTo(throttled(10_000));
        assertThat(pace.hold("b", NOW.plusSeconds(1))).isEqualTo(throttled(9_000));
        assertThat(pace.hold("c", NOW.plusSeconds(1))).isEqualTo(throttled(9_500));
        assertThat(pace.hold("b", NOW.plusSeconds(10))).isEmpty();
        assertThat(pace.hold("c", NOW.plusSeconds(10))).isEqualTo(paced(500));
        pace.holdUntil(NOW.plusSeconds(5));
        assertThat(pace.hold("c", NOW.plusMillis(10_500))).isEmpty();
    }

    private static Optional<Pace.Hold> paced(long millis) {
        return Optional.of(new Pace.Hold("paced", Duration.ofMillis(millis)));
    }

    private static Optional<Pace.Hold> throttled(long millis) {
        return Optional.of(new Pace.Hold("throttled", Duration.ofMillis(millis)));
    }
}
