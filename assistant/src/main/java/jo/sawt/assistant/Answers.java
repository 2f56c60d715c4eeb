package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.LifeEvent;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Reply;

/** Answers inquiries: from a service's record, from a life event's bundle, or from a document's article. */
final class Answers {
    private static final int MOST_FACETS = 3;

    private final Registry registry;
    private final Search search;
    private final ServiceAnswers services;
    private final Lexicon lexicon;

    Answers(Registry registry, Search search, ServiceAnswers services, Lexicon lexicon) {
        this.registry = registry;
        this.search = search;
        this.services = services;
        this.lexicon = lexicon;
    }

    Decision service(
            ServiceRecord service, List<Facet> facets, Reading reading, Lang lang, double confidence, Memory memory) {
        List<Passage> passages = facets.stream()
                .limit(MOST_FACETS)
                .map(facet -> services.about(service, facet, lang, reading.entities()))
                .toList();
        Passage whole = Passage.join(passages);
        Facet first = facets.getFirst();
        Noted noted = Noted.of(lang, Kind.INQUIRY, confidence).about(service, Optional.of(first));
        return new Decision.Answer(
                noted.remembering(memory.answered(service.id().value(), Optional.of(first.wire()), reading.text())),
                new Reply(whole.text(), List.of(), whole.citations()));
    }

    /** What a law or regulation on record says, where the message asks for that. */
    Optional<Decision> law(Reading reading, Lang lang, Memory memory) {
        if (!lexicon.has("law", reading.words())) {
            return Optional.empty();
        }
        List<String> numbers =
                reading.words().stream().filter(w -> w.matches("\\d{1,3}")).toList();
        List<Hit> hits = search.search(reading.text(), Optional.of("document"), Optional.empty(), 5);
        return hits.stream()
                .filter(hit -> hit.heading() != null)
                .filter(hit -> numbers.isEmpty()
                        || Words.of(String.valueOf(hit.heading())).containsAll(numbers))
                .findFirst()
                .map(hit -> article(hit, lang, memory));
    }

    private static Decision article(Hit hit, Lang lang, Memory memory) {
        String heading = hit.heading() == null ? "" : hit.heading();
        String title = heading.isEmpty()
                ? Messages.text(lang, "answer.law.plain", hit.title())
                : Messages.text(lang, "answer.law.title", hit.title(), heading);
        Citation citation = new Citation(
                "document", hit.id(), hit.version(), heading.isEmpty() ? "text" : heading, hit.effectiveFrom());
        Noted noted = Noted.of(lang, Kind.INQUIRY, 0.8);
        return new Decision.Answer(
                noted.remembering(memory.settled()),
                new Reply(title + "\n" + hit.passage(), List.of(), List.of(citation)));
    }

    /** The life event that a message names, with its services in force, in order. */
    Optional<LifeEvent> event(Reading reading) {
        return registry.lifeEvents().stream()
                .filter(event -> event.services().size() > 1)
                .filter(event ->
                        names(event.name().ar(), reading) || names(event.name().en(), reading))
                .findFirst();
    }

    private static boolean names(String name, Reading reading) {
        List<String> wanted = Words.of(name);
        return !wanted.isEmpty()
                && wanted.stream().allMatch(word -> reading.words().stream().anyMatch(w -> w.endsWith(word)));
    }

    List<ServiceRecord> bundle(LifeEvent event) {
        List<ServiceRecord> bundle = new ArrayList<>();
        event.services().forEach(id -> registry.service(id).ifPresent(bundle::add));
        return bundle;
    }
}
