package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.ServiceFinder;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Kind;

/** Understands a message in the light of what the conversation was about. Safe for many threads. */
final class Understander {
    private static final int CANDIDATES = 8;

    private final Models models;
    private final ServiceFinder finder;
    private final Lexicon lexicon;
    private final Territories territories;
    private final FacetReader facets;

    Understander(Models models, ServiceFinder finder, Lexicon lexicon, Territories territories, FacetReader facets) {
        this.models = models;
        this.finder = finder;
        this.lexicon = lexicon;
        this.territories = territories;
        this.facets = facets;
    }

    /** @param before the service last talked about */
    Meaning understand(Reading reading, Optional<ServiceRecord> before) {
        Map<Kind, Double> kinds = new EnumMap<>(Kind.class);
        models.kinds()
                .probabilities(reading.text())
                .forEach((label, p) -> Kind.parse(label).ifPresent(kind -> kinds.put(kind, p)));
        List<String> content = content(reading);
        boolean leaning = content.isEmpty();
        return new Meaning(
                reading,
                kinds,
                models.sorts().probabilities(reading.text()),
                findings(reading, before, leaning),
                facets(reading),
                content.size());
    }

    /** What is left once words of asking, of politeness, of places and persons are taken away. */
    List<String> content(Reading reading) {
        List<String> names =
                new ArrayList<>(List.of("asks", "only-polite", "thanks", "greeting", "next", "self", "home"));
        for (Facet facet : Facet.values()) {
            names.addFirst("facet-" + facet.wire());
        }
        return lexicon.without(reading.words(), names.toArray(String[]::new));
    }

    private Findings findings(Reading reading, Optional<ServiceRecord> before, boolean leaning) {
        Findings own = finder.find(reading.text(), CANDIDATES);
        if (before.isEmpty()) {
            return placed(own, reading);
        }
        ServiceRecord previous = before.get();
        if (leaning) {
            return new Findings(List.of(new Candidate(previous, 0.9)), Math.max(0.9, own.answerable()));
        }
        boolean correction = lexicon.has("correction", reading.words());
        Findings together =
                finder.find(previous.name().in(Names.in(reading.lang())) + " " + reading.text(), CANDIDATES);
        return placed(
                mixed(own, together, previous, correction, content(reading).size()), reading);
    }

    /** The shorter the message, the more it means what was talked about. */
    private static Findings mixed(
            Findings own, Findings together, ServiceRecord previous, boolean correction, int contentWords) {
        double sure = own.answerable()
                * (own.candidates().isEmpty() ? 0 : own.candidates().getFirst().probability());
        double alone = Math.min(0.95, Math.max(sure, Math.min(1, contentWords / 4.0) * 0.8));
        Map<ServiceRecord, Double> scores = new LinkedHashMap<>();
        own.candidates().forEach(c -> scores.merge(c.service(), alone * c.probability(), Double::sum));
        together.candidates().stream()
                .filter(c -> !c.service().equals(previous))
                .forEach(c -> scores.merge(c.service(), (1 - alone) * c.probability(), Double::sum));
        if (correction) {
            scores.computeIfPresent(previous, (service, score) -> score * 0.1);
        } else {
            scores.merge(previous, (1 - alone) * 0.5, Double::sum);
        }
        scores.replaceAll((service, score) -> score * (related(previous, service) ? 1.5 : 1));
        return new Findings(normalised(scores), Math.max(own.answerable(), 0.9 * (1 - alone) * together.answerable()));
    }

    private static boolean related(ServiceRecord previous, ServiceRecord service) {
        return previous.related().contains(service.id()) || service.related().contains(previous.id());
    }

    /** A service of a department that does not serve the place named counts for less. */
    private Findings placed(Findings findings, Reading reading) {
        if (reading.entities().governorate().isEmpty()) {
            return findings;
        }
        Map<ServiceRecord, Double> scores = new LinkedHashMap<>();
        for (Candidate candidate : findings.candidates()) {
            double fit = territories.fit(
                    candidate.service().department().value(), reading.entities().governorate());
            scores.put(candidate.service(), candidate.probability() * fit);
        }
        return new Findings(normalised(scores), findings.answerable());
    }

    private static List<Candidate> normalised(Map<ServiceRecord, Double> scores) {
        double sum = Math.max(
                1, scores.values().stream().mapToDouble(Double::doubleValue).sum());
        return scores.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue() / sum))
                .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
                .limit(CANDIDATES)
                .toList();
    }

    List<Facet> facets(Reading reading) {
        return facets.read(reading.text());
    }
}
