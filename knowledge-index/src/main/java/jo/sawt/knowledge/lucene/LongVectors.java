package jo.sawt.knowledge.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own format of vectors, which lets none have more than 1,024 numbers unless it is asked to; many models' have
 * 1,536 or 3,072. It is written under its own name, so that any Lucene reads it.
 */
final class LongVectors extends KnnVectorsFormat {
    /** Of one vector. */
    static final int MOST_NUMBERS = 4_096;

    /**
     * Where a search of the graph would look at as many, all are looked at: with this, up to about 50,000 vectors have no graph,
     * which finds the nearest for certain, also among many that are the same.
     */
    private static final int GRAPH_FROM = 5_000;

    private static final KnnVectorsFormat USUAL = new Lucene99HnswVectorsFormat(
            Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
            Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
            Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
            null,
            GRAPH_FROM);

    private LongVectors() {
        super(USUAL.getName());
    }

    static Codec codec() {
        KnnVectorsFormat vectors = new LongVectors();
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return vectors;
            }
        };
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
        return USUAL.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
        return USUAL.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
        return MOST_NUMBERS;
    }
}
