package jo.sawt.assistant;

import java.util.List;
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
        DoubleStream found = Stream.of(words, asking, opening).flatMapToDouble(this::hits);
        DoubleStream length = DoubleStream.of(
                lexicon.has("asks", words) ? 1 : 0,
                lexicon.has("wants", words) ? 1 : 0,
                asking.size() < words.size() ? 1 : 0,
                Math.log1p(words.size()));
        return DoubleStream.concat(found, length).toArray();
    }

    private DoubleStream hits(List<String> words) {
        return Stream.of(Facet.values())
                .mapToDouble(facet -> Math.min(2, lexicon.count("facet-" + facet.wire(), words)));
    }
}
