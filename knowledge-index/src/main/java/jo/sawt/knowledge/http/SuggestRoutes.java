package jo.sawt.knowledge.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.lucene.KnowledgeIndex;
import jo.sawt.knowledge.lucene.Suggestion;

/** {@code /suggest}: what a text being typed may become, in the language of its letters where none is asked for. */
public final class SuggestRoutes implements HttpService {
    private static final int LONGEST = 200;
    private static final int MOST = 20;

    private final KnowledgeIndex index;

    public SuggestRoutes(KnowledgeIndex index) {
        this.index = index;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/api/v1/suggest", this::suggest);
    }

    private void suggest(ServerRequest request, ServerResponse response) {
        Query query = new Query(request);
        String typed = query.text("q", LONGEST).orElseThrow(() -> query.missing("q"));
        Lang lang = query.lang().orElseGet(() -> written(typed));
        int limit = query.number("limit", 1, MOST).orElse(8);
        List<ObjectNode> items = index.suggest(typed, lang, limit).stream()
                .map(SuggestRoutes::json)
                .toList();
        response.header(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-cache"));
        Answer.json(response, Answer.list(items, Optional.empty()));
    }

    private static Lang written(String typed) {
        boolean latin = typed.codePoints()
                .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN);
        return latin ? Lang.EN : Lang.AR;
    }

    private static ObjectNode json(Suggestion suggestion) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", suggestion.text())
                .put("service", suggestion.service().value());
    }
}
