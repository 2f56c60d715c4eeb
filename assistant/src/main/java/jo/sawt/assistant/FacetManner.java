package jo.sawt.assistant;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import jo.sawt.knowledge.Facet;

/** The question words in a text that point to a facet: anywhere, in the clause that asks, and at the very beginning of it. */
final class FacetManner {
    private final Lexicon lexicon;
    private final Manner manner;

    FacetManner(Lexicon lexicon, Manner manner) {
        this.lexicon = lexicon;
        this.manner = manner;
    }

    Weighed.View view() {
        return new Weighed.View(this::counts, manner::asking);
    }

    private double[] counts(String text) {
        List<String> words = Words.of(text);
        List<String> asking = Words.of(manner.asking(text));
        List<String> opening = asking.subList(0, Math.min(3, asking.size()));
        Map<String, Integer> all = lexicon.scan(words);
        DoubleStream found =
                Stream.of(all, lexicon.scan(asking), lexicon.scan(opening)).flatMapToDouble(FacetManner::hits);
        DoubleStream length = DoubleStream.of(
                all.containsKey("asks") ? 1 : 0,
                all.containsKey("wants") ? 1 : 0,
                asking.size() < words.size() ? 1 : 0,
                Math.log1p(words.size()));
        return DoubleStream.concat(found, length).toArray();
    }

    private static DoubleStream hits(Map<String, Integer> found) {
        return Stream.of(Facet.values())
                .mapToDouble(facet -> Math.min(2, found.getOrDefault("facet-" + facet.wire(), 0)));
    }
}
