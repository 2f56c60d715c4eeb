package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jo.sawt.knowledge.text.Word;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * A Lucene index over named texts: stems with skeletons, and character 4-grams. Does not change once opened; a later one of
 * the same files may be opened beside it.
 */
final class TextIndex {
    private static final String STEMS = "stems";
    private static final String GRAMS = "grams";

    private final Kind kind;
    private final IndexSearcher searcher;
    private final String[] names;

    private TextIndex(Kind kind, IndexSearcher searcher, String[] names) {
        this.kind = kind;
        this.searcher = searcher;
        this.names = names;
    }

    static TextIndex of(Kind kind, IndexFiles files, List<IndexedText> texts) {
        DirectoryReader reader = files.read(kind, texts);
        try {
            var searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            searcher.setSimilarity(new BM25Similarity(kind.k1(), Tuning.B));
            TextIndex index = new TextIndex(kind, searcher, names(reader));
            Closing.after(index, reader);
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    /** Lucene may order documents as it likes; the name of each is looked up once. */
    private static String[] names(DirectoryReader reader) throws IOException {
        String[] names = new String[reader.maxDoc()];
        var stored = reader.storedFields();
        for (int document = 0; document < names.length; document++) {
            names[document] = stored.document(document, Set.of(IndexFiles.NAME)).get(IndexFiles.NAME);
        }
        return names;
    }

    List<Hit> byStems(List<Word> question, int most) {
        return found(Terms.any(STEMS, kind.terms(question)), most);
    }

    List<Hit> byGrams(List<Word> question, int most) {
        return found(Terms.any(GRAMS, Terms.grams(question)), most);
    }

    /** By stems and 4-grams together; a word whose stem is nowhere is looked for by its sound. */
    List<Hit> byBoth(List<Word> question, int most) {
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        both.add(Terms.any(STEMS, Terms.stems(Prose.telling(question), this::isIndexed)), Occur.SHOULD);
        both.add(new BoostQuery(Terms.any(GRAMS, Terms.grams(question)), Tuning.GRAMS_IN_PROSE), Occur.SHOULD);
        return found(both.build(), most);
    }

    private boolean isIndexed(String stem) {
        try {
            return searcher.getIndexReader().docFreq(new Term(STEMS, stem)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    private List<Hit> found(Query query, int most) {
        if (most < 1 || names.length == 0) {
            return List.of();
        }
        try {
            int wanted = Math.min(most, names.length);
            // Counted no further than asked for, so that what cannot be among the best is skipped.
            var best = new TopScoreDocCollectorManager(wanted, null, wanted);
            return Stream.of(searcher.search(query, best).scoreDocs)
                    .map(hit -> new Hit(names[hit.doc], hit.score))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        } finally {
            Reference.reachabilityFence(this);
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

        List<Field> fields(List<Word> words) {
            return List.of(TermStream.field(STEMS, terms(words)), TermStream.field(GRAMS, Terms.grams(words)));
        }
    }

    /** The name of a text and its BM25 score. */
    record Hit(String name, float score) {}
}
