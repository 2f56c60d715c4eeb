package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.ServiceRecord;

/**
 * What a message may lean on: what the conversation was about before it.
 *
 * @param service the one last talked about
 * @param facet what was last asked of it
 * @param asked the words in which it was asked for
 * @param earlier ids of services talked about before that one
 */
record Context(ServiceRecord service, Optional<Facet> facet, String asked, List<String> earlier) {
    Context {
        earlier = List.copyOf(earlier);
    }

    static Optional<Context> of(Memory memory, Names names) {
        return memory.service()
                .flatMap(names::service)
                .map(service -> new Context(
                        service,
                        memory.facet().flatMap(Facet::parse),
                        memory.text(),
                        memory.services().subList(1, memory.services().size())));
    }

    boolean isAbout(ServiceRecord other) {
        return service.id().equals(other.id());
    }

    /** Names no text, since it is personal. */
    @Override
    public String toString() {
        return "Context[" + service.id() + "]";
    }
}
