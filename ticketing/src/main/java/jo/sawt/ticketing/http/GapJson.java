package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import jo.sawt.ticketing.Askings;
import jo.sawt.ticketing.Gap;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Username;

/**
 * A knowledge gap as staff see it. Nameless, it has nothing that one citizen alone wrote: no samples, no tickets, and of its
 * words those that two used.
 */
final class GapJson {
    private static final int MOST_WORDS = 8;
    private static final int MOST_TICKETS = 50;

    private GapJson() {}

    static ObjectNode line(Gap gap, boolean nameless) {
        ObjectNode json = Json.object()
                .put("id", gap.id())
                .put("version", gap.version())
                .put("status", gap.standing().status().wire());
        Json.put(json, "department", gap.department());
        ArrayNode topic = json.putArray("topic");
        words(gap, nameless).forEach(topic::add);
        Askings askings = gap.askings();
        json.put("count", askings.counts().tickets())
                .put("firstSeen", askings.first().toString())
                .put("lastSeen", askings.last().toString());
        counts(json.putObject("registers"), askings.counts().registers());
        counts(json.putObject("channels"), askings.counts().channels());
        Json.put(json, "service", gap.standing().service());
        if (!nameless) {
            ArrayNode samples = json.putArray("samples");
            askings.samples()
                    .forEach(sample -> samples.addObject()
                            .put("text", sample.text())
                            .put("register", sample.register())
                            .put("channel", sample.channel().wire())
                            .put("at", sample.at().toString()));
        }
        return json;
    }

    static ObjectNode whole(Gap gap, boolean nameless, Predicate<Reference> maySee, boolean mayAct) {
        ObjectNode json = line(gap, nameless);
        ArrayNode events = json.putArray("events");
        for (Gap.Event event : gap.standing().events()) {
            ObjectNode line = events.addObject()
                    .put("what", event.what())
                    .put("at", event.at().toString());
            Json.putIfPresent(line, "by", event.by().map(Username::value));
            if (!nameless) {
                Json.putIfPresent(line, "reason", Optional.of(event.reason()).filter(text -> !text.isEmpty()));
            }
            Json.putIfPresent(line, "value", Optional.of(event.value()).filter(text -> !text.isEmpty()));
        }
        if (!nameless) {
            ArrayNode tickets = json.putArray("tickets");
            gap.askings().tickets().stream()
                    .limit(MOST_TICKETS)
                    .filter(maySee)
                    .forEach(reference -> tickets.add(reference.value()));
        }
        ArrayNode actions = json.putArray("actions");
        if (mayAct) {
            actions.add(gap.standing().status() == Gap.Status.OPEN ? "close" : "reopen");
            actions.add("department");
        }
        return json;
    }

    private static List<String> words(Gap gap, boolean nameless) {
        return gap.askings().counts().terms().entrySet().stream()
                .filter(entry -> !nameless || entry.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void counts(ObjectNode json, Map<String, Integer> counts) {
        new TreeMap<>(counts).forEach(json::put);
    }
}
