package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How fast one number of ours may go: so many messages a second, give or take a moment, in the order in which they came, and
 * not at all until the time that Twilio named when it throttled us. A message that has to wait gets a place and finds it again
 * when it comes back.
 */
final class Pace {
    static final Duration SLOWEST = Duration.ofMinutes(5);
    private static final Duration FIRST = Duration.ofSeconds(10);
    /** As good as now, since coming back costs two writes and up to a second; the places after it stay where they are. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** After which nobody comes back for a place. */
    private static final Duration STALE = Duration.ofMinutes(10);

    private final Duration each;
    private final Map<String, Instant> places = new LinkedHashMap<>();
    private Instant free = Instant.MIN;
    private Instant until = Instant.MIN;

    Pace(int perSecond) {
        this.each = Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /** Why a message waits, and how long from now. */
    record Hold(String code, Duration length) {}

    /** Lets a message go, which takes a place, or tells how long it has to wait for the one that it has now. */
    synchronized Optional<Hold> hold(String id, Instant now) {
        Instant place = places.computeIfAbsent(id, unused -> take(now));
        if (!now.isBefore(until) && !place.isAfter(now.plus(MOMENT))) {
            places.remove(id);
            return Optional.empty();
        }
        forgetStale(now);
        return Optional.of(new Hold(now.isBefore(until) ? "throttled" : "paced", Duration.between(now, place)));
    }

    /** Lets a message go before those that wait; none goes while throttled. */
    synchronized Optional<Hold> ahead(Instant now) {
        if (now.isBefore(until)) {
            return Optional.of(new Hold("throttled", Duration.between(now, until)));
        }
        take(now);
        return Optional.empty();
    }

    /** Nothing goes before a time; those that wait get new places after it as they come back. */
    synchronized void holdUntil(Instant end) {
        if (end.isAfter(until)) {
            until = end;
            free = later(free, end);
            places.clear();
        }
    }

    private Instant take(Instant now) {
        Instant place = later(free, now);
        free = place.plus(each);
        return place;
    }

    private void forgetStale(Instant now) {
        Iterator<Instant> oldest = places.values().iterator();
        while (oldest.hasNext() && oldest.next().isBefore(now.minus(STALE))) {
            oldest.remove();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** 10 s, 20 s, 40 s … up to five minutes, each up to a quarter longer by chance. */
    static Duration backOff(int attempt) {
        long millis = Math.min(FIRST.toMillis() << Math.min(attempt - 1, 10), SLOWEST.toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }
}
