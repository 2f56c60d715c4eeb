package jo.sawt.knowledge.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jo.sawt.knowledge.text.Meanings;
import jo.sawt.knowledge.text.Word;
import jo.sawt.knowledge.text.Words;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** Tells the words of a question that a passage is looked for by from those that stand in any text. */
final class Prose {
    private static final Set<String> COMMON = common();

    private Prose() {}

    /** Without prepositions, pronouns and words of mere asking; all of them where nothing else was said. */
    static List<Word> telling(List<Word> question) {
        List<Word> telling = question.stream()
                .filter(word -> !COMMON.contains(word.form())
                        && !Meanings.of(List.of(word)).isEmpty())
                .toList();
        return telling.isEmpty() ? question : telling;
    }

    private static Set<String> common() {
        Set<String> common = new HashSet<>();
        Stream.of(ArabicAnalyzer.getDefaultStopSet(), EnglishAnalyzer.getDefaultStopSet())
                .flatMap(CharArraySet::stream)
                .forEach(word -> Words.of(new String((char[]) word)).forEach(read -> common.add(read.form())));
        return common;
    }
}
