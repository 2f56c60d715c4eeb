package jo.sawt.ticketing.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jo.sawt.ticketing.TicketQuery;

/** The parameters of a request's address. One that cannot be read is refused by its name. */
final class Query {
    private static final int USUAL = 50;
    private static final int LONGEST = 1_000;

    private final ServerRequest request;

    Query(ServerRequest request) {
        this.request = request;
    }

    Optional<String> text(String name) {
        Optional<String> value =
                request.query().first(name).asOptional().map(String::strip).filter(it -> !it.isEmpty());
        if (value.filter(it -> it.length() > LONGEST).isPresent()) {
            throw Problem.invalid(request, "/" + name, "staff.field.text", String.valueOf(LONGEST));
        }
        return value;
    }

    <T> Optional<T> value(String name, Function<String, Optional<T>> parse) {
        return text(name).map(wire -> parsed(name, wire, parse));
    }

    /** Several values, by commas or by the parameter again. */
    <T> List<T> values(String name, Function<String, Optional<T>> parse) {
        List<T> values = new ArrayList<>();
        for (String list : request.query().all(name, List::of)) {
            for (String wire : list.split(",", -1)) {
                if (!wire.isBlank()) {
                    values.add(parsed(name, wire.strip(), parse));
                }
            }
        }
        return values;
    }

    int limit() {
        long limit = value("limit", Parse::number).orElse((long) USUAL);
        if (limit < 1) {
            throw Problem.invalid(request, "/limit", "staff.field.number", "1", String.valueOf(TicketQuery.MOST));
        }
        return (int) Math.min(limit, TicketQuery.MOST);
    }

    private <T> T parsed(String name, String wire, Function<String, Optional<T>> parse) {
        return parse.apply(wire).orElseThrow(() -> Problem.invalid(request, "/" + name, "staff.field.value"));
    }
}
