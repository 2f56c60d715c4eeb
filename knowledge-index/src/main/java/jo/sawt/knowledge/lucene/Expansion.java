package jo.sawt.knowledge.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jo.sawt.knowledge.Synonym;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;

/** Adds to a question what editors say that its words mean. Nothing is learned or indexed with it. Does not change once built. */
final class Expansion {
    /** More than this would drown what was asked. */
    private static final int MOST_ADDED = 40;

    private final Map<String, List<Said>> byFirst = new HashMap<>();

    private Expansion() {}

    static Expansion of(List<Synonym> synonyms) {
        Expansion expansion = new Expansion();
        for (Synonym synonym : synonyms) {
            List<Word> means = synonym.means().stream()
                    .flatMap(text -> Words.of(text).stream())
                    .toList();
            for (String said : synonym.said()) {
                List<String> stems = Words.of(said).stream().map(Word::stem).toList();
                if (!stems.isEmpty()) {
                    expansion
                            .byFirst
                            .computeIfAbsent(stems.getFirst(), first -> new ArrayList<>())
                            .add(new Said(stems, means));
                }
            }
        }
        return expansion;
    }

    /** The question with what its words also mean; the question itself where nothing is known of them. */
    List<Word> expanded(List<Word> question) {
        if (byFirst.isEmpty()) {
            return question;
        }
        List<String> stems = question.stream().map(Word::stem).toList();
        Set<String> present = new HashSet<>(stems);
        List<Word> added = new ArrayList<>();
        for (int at = 0; at < stems.size(); at++) {
            for (Said said : byFirst.getOrDefault(stems.get(at), List.of())) {
                if (said.isAt(stems, at)) {
                    said.means().stream()
                            .filter(word -> present.add(word.stem()) && added.size() < MOST_ADDED)
                            .forEach(added::add);
                }
            }
        }
        if (added.isEmpty()) {
            return question;
        }
        List<Word> both = new ArrayList<>(question);
        both.addAll(added);
        return both;
    }

    private record Said(List<String> stems, List<Word> means) {
        boolean isAt(List<String> question, int at) {
            return at + stems.size() <= question.size()
                    && question.subList(at, at + stems.size()).equals(stems);
        }
    }
}
