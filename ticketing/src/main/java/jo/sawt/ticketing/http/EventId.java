package jo.sawt.ticketing.http;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.TicketEvent;

/** The id of an event of the feed: when, which ticket, and its version then. */
record EventId(Instant at, Reference ticket, long version) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})-([0-9A-Z]{10})-([0-9]{1,15})");

    static EventId of(TicketEvent event) {
        return new EventId(Instant.ofEpochMilli(event.at().toEpochMilli()), event.ticket(), event.version());
    }

    static Optional<EventId> parse(String wire) {
        var matcher = FORM.matcher(wire.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
        long version = Long.parseLong(matcher.group(3));
        return Reference.parse(matcher.group(2)).map(ticket -> new EventId(at, ticket, version));
    }

    String wire() {
        return at.toEpochMilli() + "-" + ticket + "-" + version;
    }
}
