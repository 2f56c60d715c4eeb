package jo.sawt.knowledge;

/** What editors work with beside the registry itself. */
public record Editorial(Workflow workflow, Gathering gathering, Imports imports, Freshness freshness) {}
