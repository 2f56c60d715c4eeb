package jo.sawt.knowledge.lucene;

import jo.sawt.knowledge.ServiceId;

/** What a text being typed may become, and the service that it asks for. */
public record Suggestion(ServiceId service, String text) {}
