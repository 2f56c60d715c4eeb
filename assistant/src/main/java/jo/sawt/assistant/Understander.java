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
    static final int CANDIDATES = 8;

    private static final double TWIN = 0.04;
    private static final int TOLD = 4;

    /** What the word of the writer weighs beside what the whole message looks like. */
    private static final double SAID = 0.3;

    private final Models models;
    private final ServiceFinder finder;
    private final Lexicon lexicon;
    private final Manner manner;
    private final Territories territories;
    private final FacetReader facets;
    private final Following following;
    private final Judgement judgement;
    private final Taught taught;

    Understander(
            Models models,
            Judgement judgement,
            ServiceFinder finder,
            Lexicon lexicon,
            Territories territories,
            FacetReader facets,
            Taught taught) {
        this.taught = taught;
        this.models = models;
        this.judgement = judgement;
        this.following = new Following(finder, lexicon);
        this.finder = finder;
        this.lexicon = lexicon;
        this.manner = new Manner(lexicon);
        this.territories = territories;
        this.facets = facets;
    }

    Meaning understand(Reading reading, Optional<Context> context) {
        Map<Kind, Double> kinds = new EnumMap<>(Kind.class);
        models.kinds()
                .probabilities(reading.text())
                .forEach((label, p) -> Kind.parse(label).ifPresent(kind -> kinds.put(kind, p)));
        int content = content(reading).size();
        Findings own = finder.find(reading.text(), CANDIDATES);
        Findings findings = context.map(before -> following.weigh(reading, content, own, before, judgement.following()))
                .orElse(own);
        boolean opens = content >= TOLD && manner.announces(reading.text());
        return new Meaning(
                reading,
                context,
                taught.kinds(reading.text(), opens ? opened(reading, kinds) : kinds),
                models.sorts().probabilities(reading.text()),
                own,
                placed(findings, reading),
                facets(reading, context.flatMap(Context::facet)),
                opens,
                content);
    }

    /** Who says what the message is need not be guessed at, whatever questions have the same words. */
    private Map<Kind, Double> opened(Reading reading, Map<Kind, Double> kinds) {
        Map<Kind, Double> opened = new EnumMap<>(Kind.class);
        Kind said = kindOpened(reading);
        for (Kind kind : Kind.values()) {
            double seen = kind == Kind.INQUIRY ? 0 : kinds.getOrDefault(kind, 0.0);
            opened.put(kind, seen + (kind == said ? SAID : 0));
        }
        double sum = opened.values().stream().mapToDouble(Double::doubleValue).sum();
        opened.replaceAll((kind, weight) -> weight / sum);
        return opened;
    }

    /** What kind of matter is announced. */
    Kind kindOpened(Reading reading) {
        if (lexicon.has("wish", reading.words())) {
            return Kind.SUGGESTION;
        }
        return lexicon.has("violation", reading.words()) ? Kind.REPORT : Kind.COMPLAINT;
    }

    /** How likely a text is a report of an error or a violation, whatever else it may be taken for. */
    double isReport(String text) {
        return models.kinds().probabilities(text).getOrDefault(Kind.REPORT.wire(), 0.0);
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

    /** A service of a department that does not serve the place named counts for less. */
    private Findings placed(Findings findings, Reading reading) {
        if (reading.entities().governorate().isEmpty()) {
            return findings.alike().isEmpty() ? parted(findings) : findings;
        }
        Map<ServiceRecord, Double> scores = new LinkedHashMap<>();
        for (Candidate candidate : findings.candidates()) {
            double fit = territories.fit(
                    candidate.service().department().value(), reading.entities().governorate());
            scores.put(candidate.service(), candidate.probability() * fit);
        }
        return new Findings(normalised(scores), findings.answerable(), findings.alike());
    }

    /** Where no place is named, the same service of two departments that share the country between them is left open. */
    private Findings parted(Findings findings) {
        if (findings.candidates().isEmpty()) {
            return findings;
        }
        Candidate best = findings.candidates().getFirst();
        List<Candidate> twins = findings.candidates().stream()
                .filter(other -> other.probability() >= TWIN)
                .filter(other -> territories.parted(
                        best.service().department().value(),
                        other.service().department().value()))
                .limit(1)
                .toList();
        return twins.isEmpty()
                ? findings
                : new Findings(findings.candidates(), findings.answerable(), List.of(best, twins.getFirst()));
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

    /** @param before what was asked before, which a message that asks nothing of its own asks again */
    List<Facet> facets(Reading reading, Optional<Facet> before) {
        return facets.read(reading, content(reading).size(), before, judgement.facets());
    }

    Outcomes outcomes() {
        return new Outcomes(judgement.outcomes(), lexicon);
    }
}
