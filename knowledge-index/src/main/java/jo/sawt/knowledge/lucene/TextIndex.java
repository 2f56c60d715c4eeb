package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import jo.sawt.knowledge.text.Word;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A Lucene index in memory over numbered texts: stems with skeletons, and character 4-grams. Does not change once built. */
final class TextIndex {
    private static final String NUMBER = "number";
    private static final String STEMS = "stems";
    private static final String GRAMS = "grams";
    /** Of the 4-grams beside the stems; measured flat from 0.2 to 1. */
    private static final float GRAM_WEIGHT = 0.35f;

    private final IndexSearcher searcher;
    private final int[] numbers;

    private TextIndex(IndexSearcher searcher, int[] numbers) {
        this.searcher = searcher;
        this.numbers = numbers;
    }

    static TextIndex of(List<List<Word>> texts) {
        try {
            var directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(null))) {
                for (int number = 0; number < texts.size(); number++) {
                    writer.addDocument(document(number, texts.get(number)));
                }
                writer.forceMerge(1);
            }
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
            return new TextIndex(searcher, numbers(searcher));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be written", e);
        }
    }

    private static Document document(int number, List<Word> words) {
        Document document = new Document();
        document.add(new NumericDocValuesField(NUMBER, number));
        document.add(new TextField(STEMS, new TermStream(Terms.stems(words))));
        document.add(new TextField(GRAMS, new TermStream(Terms.grams(words))));
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
        return found(Terms.any(STEMS, Terms.stems(question)), most);
    }

    List<Hit> byGrams(List<Word> question, int most) {
        return found(Terms.any(GRAMS, Terms.grams(question)), most);
    }

    /** By stems and 4-grams together. */
    List<Hit> byBoth(List<Word> question, int most) {
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        both.add(Terms.any(STEMS, Terms.stems(question)), Occur.SHOULD);
        both.add(new BoostQuery(Terms.any(GRAMS, Terms.grams(question)), GRAM_WEIGHT), Occur.SHOULD);
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

    /** The number of a text and its BM25 score. */
    record Hit(int number, float score) {}
}
