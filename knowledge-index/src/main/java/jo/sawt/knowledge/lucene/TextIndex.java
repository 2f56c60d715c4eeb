package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jo.sawt.knowledge.text.Word;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A Lucene index in memory over numbered texts: stems with skeletons, and character 4-grams. Does not change once built. */
final class TextIndex {
    private static final String NUMBER = "number";
    private static final String STEMS = "stems";
    private static final String GRAMS = "grams";

    private final Kind kind;
    private final IndexSearcher searcher;
    private final int[] numbers;

    private TextIndex(Kind kind, IndexSearcher searcher, int[] numbers) {
        this.kind = kind;
        this.searcher = searcher;
        this.numbers = numbers;
    }

    static TextIndex of(Kind kind, List<List<Word>> texts) {
        try {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(null))) {
                IntStream.range(0, texts.size())
                        .parallel()
                        .forEach(number -> add(writer, document(kind, number, texts.get(number))));
            }
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
            searcher.setSimilarity(new BM25Similarity(kind.k1(), Tuning.B));
            return new TextIndex(kind, searcher, numbers(searcher));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be written", e);
        }
    }

    private static void add(IndexWriter writer, Document document) {
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be written", e);
        }
    }

    private static Document document(Kind kind, int number, List<Word> words) {
        Document document = new Document();
        document.add(new NumericDocValuesField(NUMBER, number));
        document.add(TermStream.field(STEMS, kind.terms(words)));
        document.add(TermStream.field(GRAMS, Terms.grams(words)));
        return document;
    }

    /** Lucene may order documents as it likes; the number of each is looked up once. */
    private static int[] numbers(IndexSearcher searcher) throws IOException {
        int[] numbers = new int[searcher.getIndexReader().maxDoc()];
        for (var leaf : searcher.getIndexReader().leaves()) {
            var values = leaf.reader().getNumericDocValues(NUMBER);
            for (int document = values.nextDoc(); document < leaf.reader().maxDoc(); document = values.nextDoc()) {
                numbers[leaf.docBase + document] = (int) values.longValue();
            }
        }
        return numbers;
    }

    List<Hit> byStems(List<Word> question, int most) {
        return found(Terms.any(STEMS, kind.terms(question)), most);
    }

    List<Hit> byGrams(List<Word> question, int most) {
        return found(Terms.any(GRAMS, Terms.grams(question)), most);
    }

    /** By stems and 4-grams together. */
    List<Hit> byBoth(List<Word> question, int most) {
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        both.add(Terms.any(STEMS, kind.terms(question)), Occur.SHOULD);
        both.add(new BoostQuery(Terms.any(GRAMS, Terms.grams(question)), Tuning.GRAMS_IN_PROSE), Occur.SHOULD);
        return found(both.build(), most);
    }

    private List<Hit> found(Query query, int most) {
        if (most < 1 || numbers.length == 0) {
            return List.of();
        }
        try {
            return Stream.of(searcher.search(query, Math.min(most, numbers.length)).scoreDocs)
                    .map(hit -> new Hit(numbers[hit.doc], hit.score))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    /** What is indexed: the ways of asking for a service, or prose. */
    enum Kind {
        ASKED,
        PROSE;

        float k1() {
            return this == ASKED ? Tuning.ASKED_K1 : Tuning.PROSE_K1;
        }

        List<String> terms(List<Word> words) {
            return this == ASKED ? Terms.meanings(words) : Terms.stems(words);
        }
    }

    /** The number of a text and its BM25 score. */
    record Hit(int number, float score) {}
}
