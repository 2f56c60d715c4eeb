package jo.sawt.channels.server.http;

import io.helidon.http.HttpException;
import java.util.List;

/** What each module tells of a body that it cannot take. */
final class Details {
    private Details() {}

    static List<Problem.Detail> of(HttpException refused) {
        return switch (refused) {
            case jo.sawt.assistant.http.InvalidBody body ->
                body.errors().stream()
                        .map(error -> new Problem.Detail(error.pointer(), error.detail()))
                        .toList();
            case jo.sawt.knowledge.http.InvalidBody body ->
                body.errors().stream()
                        .map(error -> new Problem.Detail(error.pointer(), error.detail()))
                        .toList();
            case jo.sawt.ticketing.http.InvalidBody body ->
                body.errors().stream()
                        .map(error -> new Problem.Detail(error.pointer(), error.detail()))
                        .toList();
            case jo.sawt.channels.web.InvalidBody body ->
                body.problems().stream()
                        .map(problem -> new Problem.Detail(problem.pointer(), problem.detail()))
                        .toList();
            default -> List.of();
        };
    }
}
