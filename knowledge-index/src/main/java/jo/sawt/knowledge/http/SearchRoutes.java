package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Marked;
import jo.sawt.knowledge.Search;

/** {@code /search} over services and documents. */
final class SearchRoutes {
    static final int LONGEST_QUESTION = 2_000;

    private final Search search;

    SearchRoutes(Search search) {
        this.search = search;
    }

    void routing(HttpRules rules) {
        rules.get("/api/v1/search", this::search);
    }

    private void search(ServerRequest request, ServerResponse response) {
        Query query = new Query(request);
        String question = query.text("q", LONGEST_QUESTION).orElseThrow(() -> query.missing("q"));
        Optional<String> type = query.oneOf("type", List.of("service", "document"));
        int limit = query.number("limit", 1, 200).orElse(10);
        Optional<Lang> lang = query.lang();
        List<ObjectNode> items = search.search(question, type, lang, limit).stream()
                .map(hit -> json(hit, search.marked(question, hit, lang)))
                .toList();
        response.header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-cache"));
        Answer.json(response, Answer.list(items, Optional.empty()));
    }

    private static ObjectNode json(Hit hit, Marked marked) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", hit.type())
                .put("id", hit.id())
                .put("version", hit.version())
                .put("title", hit.title())
                .put("score", hit.score())
                .put("passage", marked.text())
                .put("heading", hit.heading())
                .put(
                        "department",
                        hit.department() == null ? null : hit.department().value());
        ArrayNode highlights = json.putArray("highlights");
        marked.marks().forEach(mark -> highlights.addArray().add(mark.start()).add(mark.end()));
        return json;
    }
}
