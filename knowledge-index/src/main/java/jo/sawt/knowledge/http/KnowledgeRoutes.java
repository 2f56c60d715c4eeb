package jo.sawt.knowledge.http;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import jo.sawt.knowledge.LiveRegistry;
import jo.sawt.knowledge.Search;

/** All routes of the registry, below {@code /api/v1}. */
public final class KnowledgeRoutes implements HttpService {
    private final ServiceRoutes services;
    private final DirectoryRoutes directory;
    private final SearchRoutes search;

    /** Changes are taken from whom the gate lets pass; all the rest is public. */
    public KnowledgeRoutes(LiveRegistry registry, Search search, EditorGate gate) {
        this.services = new ServiceRoutes(registry, search, gate);
        this.directory = new DirectoryRoutes(registry);
        this.search = new SearchRoutes(search);
    }

    @Override
    public void routing(HttpRules rules) {
        services.routing(rules);
        directory.routing(rules);
        search.routing(rules);
    }
}
