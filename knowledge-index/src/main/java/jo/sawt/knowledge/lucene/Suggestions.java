package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.text.Words;

/** Completes what is typed to names of services. Does not change once built. */
final class Suggestions {
    private final List<Entry> entries;

    private Suggestions(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static Suggestions of(Registry registry) {
        List<Entry> entries = new ArrayList<>();
        for (ServiceRecord service : registry.services()) {
            for (Lang lang : Lang.values()) {
                add(entries, lang, service.name().in(lang), 0);
                service.aliases().in(lang).forEach(alias -> add(entries, lang, alias, 1));
            }
        }
        return new Suggestions(entries);
    }

    private static void add(List<Entry> entries, Lang lang, String text, int rank) {
        entries.add(new Entry(lang, text, " " + Words.normalise(text), rank));
    }

    List<String> of(String typed, Lang lang, int limit) {
        String[] parts = Words.normalise(typed).split(" ", -1);
        return entries.stream()
                .filter(entry -> entry.lang() == lang && entry.completes(parts))
                .sorted(Comparator.comparingInt((Entry entry) -> entry.normal().startsWith(" " + parts[0]) ? 0 : 1)
                        .thenComparingInt(Entry::rank)
                        .thenComparingInt(entry -> entry.text().length()))
                .map(Entry::text)
                .distinct()
                .limit(limit)
                .toList();
    }

    private record Entry(Lang lang, String text, String normal, int rank) {
        /** Whether every word typed begins a word of this text. */
        boolean completes(String[] parts) {
            for (String part : parts) {
                if (part.isEmpty() || !normal.contains(" " + part)) {
                    return false;
                }
            }
            return true;
        }
    }
}
