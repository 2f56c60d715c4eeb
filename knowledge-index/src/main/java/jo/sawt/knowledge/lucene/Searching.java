package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Document;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.text.Word;
import org.jspecify.annotations.Nullable;

/** Searches services and passages of documents, and brings their scores onto one scale. */
final class Searching {
    /** A passage that matches this well by BM25 is as good as a service that is surely meant. */
    private static final double GOOD_PASSAGE = 30;

    private Searching() {}

    static List<Hit> hits(
            List<Word> question,
            IndexedRegistry registry,
            @Nullable ServiceModel model,
            Optional<String> type,
            Lang lang,
            int limit) {
        List<Hit> hits = new ArrayList<>();
        if (wanted("service", type)) {
            Ranking ranking = Ranking.of(question, registry, model);
            ranking.findings(limit).candidates().forEach(candidate -> hits.add(service(candidate, lang)));
        }
        if (wanted("document", type)) {
            registry.passages().find(question, limit).forEach(found -> hits.add(passage(found)));
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    private static boolean wanted(String kind, Optional<String> type) {
        return type.isEmpty() || type.get().equals(kind);
    }

    private static Hit service(Candidate candidate, Lang lang) {
        ServiceRecord service = candidate.service();
        return new Hit(
                "service",
                service.id().value(),
                service.version(),
                service.effectiveFrom(),
                service.name().in(lang),
                candidate.probability(),
                service.summary().in(lang),
                null,
                service.department());
    }

    private static Hit passage(PassageIndex.Found found) {
        Document document = found.passage().document();
        String heading = found.passage().heading();
        return new Hit(
                "document",
                document.id(),
                document.version(),
                document.effectiveFrom(),
                document.title(),
                found.score() / (found.score() + GOOD_PASSAGE),
                found.passage().text(),
                heading.isEmpty() ? null : heading,
                document.department());
    }
}
