package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Utterance;
import jo.sawt.knowledge.text.Words;

/** Completes what is typed to names of services and short ways of asking for them. Does not change once built. */
final class Suggestions {
    /** A longer way of asking tells somebody's story, and nobody else's. */
    private static final int SHORT = 45;

    private static final int BEGINNING = 2;
    private static final int MOST_TYPED = 200;

    private final Map<String, List<Entry>> byBeginning = new HashMap<>();

    private Suggestions() {}

    static Suggestions of(Registry registry) {
        Suggestions suggestions = new Suggestions();
        for (ServiceRecord service : registry.services()) {
            for (Lang lang : Lang.values()) {
                suggestions.add(service.id(), lang, service.name().in(lang), 0);
                service.aliases().in(lang).forEach(alias -> suggestions.add(service.id(), lang, alias, 1));
            }
        }
        for (Utterance way : registry.utterances()) {
            if (way.text().length() <= SHORT && registry.service(way.service()).isPresent()) {
                suggestions.add(way.service(), Languages.of(way.text()), way.text(), 2);
            }
        }
        return suggestions;
    }

    private void add(ServiceId service, Lang lang, String text, int rank) {
        String normal = Words.normalise(text);
        Entry entry = new Entry(service, lang, text, " " + normal, rank);
        Set<String> beginnings = new HashSet<>();
        for (String word : normal.split(" ", -1)) {
            beginnings.add(word.substring(0, Math.min(BEGINNING, word.length())));
        }
        beginnings.forEach(beginning -> byBeginning
                .computeIfAbsent(beginning, start -> new ArrayList<>())
                .add(entry));
    }

    List<Suggestion> of(String typed, Lang lang, int limit) {
        String normal = Words.normalise(typed.substring(0, Math.min(typed.length(), MOST_TYPED)));
        List<String> parts = List.of(normal.split(" ", -1));
        return fewest(parts).stream()
                .filter(entry -> entry.lang() == lang && entry.completes(parts))
                .sorted(Comparator.comparingInt((Entry entry) -> entry.normal().startsWith(" " + normal) ? 0 : 1)
                        .thenComparingInt(Entry::rank)
                        .thenComparingInt(entry -> entry.text().length())
                        .thenComparing(Entry::text))
                .map(entry -> new Suggestion(entry.service(), entry.text()))
                .distinct()
                .limit(Math.max(0, limit))
                .toList();
    }

    /** The shortest list of entries that any of the words typed begins a word of. */
    private List<Entry> fewest(List<String> parts) {
        return parts.stream()
                .filter(part -> part.length() >= BEGINNING)
                .map(part -> byBeginning.getOrDefault(part.substring(0, BEGINNING), List.of()))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private record Entry(ServiceId service, Lang lang, String text, String normal, int rank) {
        /** Whether every word typed begins a word of this text. */
        boolean completes(List<String> parts) {
            return parts.stream().allMatch(part -> normal.contains(" " + part));
        }
    }
}
