package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jo.sawt.knowledge.ServiceId;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;

/** Vectors of texts, and the services whose texts are near another. Does not change once opened. */
final class VectorIndex {
    /** Services that are near: of a few hundred, those further off are near by chance, and a rank would count for them. */
    static final int MOST = 10;

    /** Texts that are looked at: a service that is meant has several of them near the question. */
    private static final int NEAREST = 100;

    private final IndexSearcher searcher;
    private final int length;

    private VectorIndex(IndexSearcher searcher, int length) {
        this.searcher = searcher;
        this.length = length;
    }

    /** @param length of each vector */
    static VectorIndex of(DirectoryReader reader, int length) {
        var searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        VectorIndex index = new VectorIndex(searcher, length);
        Closing.after(index, reader);
        return index;
    }

    int length() {
        return length;
    }

    /** By the nearest text of each, nearest first, at most {@link #MOST}. */
    List<ServiceId> nearest(float[] vector) {
        try {
            Set<ServiceId> services = new LinkedHashSet<>();
            var stored = searcher.storedFields();
            for (ScoreDoc hit :
                    searcher.search(new KnnFloatVectorQuery(VectorFiles.VECTOR, vector, NEAREST), NEAREST).scoreDocs) {
                services.add(new ServiceId(
                        stored.document(hit.doc, Set.of(VectorFiles.SERVICE)).get(VectorFiles.SERVICE)));
            }
            return services.stream().limit(MOST).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the vectors cannot be read", e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
