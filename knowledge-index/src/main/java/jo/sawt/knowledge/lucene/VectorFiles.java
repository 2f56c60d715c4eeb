package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The vectors of one model, all of one length, in a folder that keeps them from start to start, or in memory. What is put is
 * kept at once, so that no text need be given to the model twice. Not safe for two threads.
 */
final class VectorFiles {
    static final String SERVICE = "service";
    static final String VECTOR = "vector";
    private static final String KEY = "key";
    private static final String MODEL = "model";
    private static final String LENGTH = "length";

    private final Optional<Path> folder;
    private Optional<Directory> directory = Optional.empty();

    VectorFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * What the files hold.
     *
     * @param model empty where they hold nothing
     * @param length of each vector
     * @param keys of the texts
     */
    record Held(Optional<String> model, int length, Set<String> keys) {
        static final Held NOTHING = new Held(Optional.empty(), 0, Set.of());
    }

    /** Opened when first needed: without a model of vectors nothing is. */
    private Directory directory() throws IOException {
        if (directory.isEmpty()) {
            directory = Optional.of(folder.isPresent() ? FSDirectory.open(folder.get()) : new ByteBuffersDirectory());
        }
        return directory.get();
    }

    /** All files are checked on the way. */
    Held held() throws IOException {
        if (!DirectoryReader.indexExists(directory())) {
            return Held.NOTHING;
        }
        Set<String> keys = new HashSet<>();
        try (DirectoryReader reader = DirectoryReader.open(directory())) {
            for (var leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader files) {
                    files.checkIntegrity();
                }
                var stored = leaf.reader().storedFields();
                var live = leaf.reader().getLiveDocs();
                for (int at = 0; at < leaf.reader().maxDoc(); at++) {
                    if (live == null || live.get(at)) {
                        keys.add(stored.document(at, Set.of(KEY)).get(KEY));
                    }
                }
            }
            Map<String, String> told = reader.getIndexCommit().getUserData();
            return new Held(
                    Optional.ofNullable(told.get(MODEL)), Integer.parseInt(told.getOrDefault(LENGTH, "0")), keys);
        }
    }

    /** Vectors of that model, each of the text beside it. */
    void put(String model, List<Training> texts, List<float[]> vectors) throws IOException {
        try (IndexWriter writer = writer()) {
            Map<String, String> told = new HashMap<>();
            told.put(MODEL, model);
            told.put(LENGTH, Integer.toString(vectors.getFirst().length));
            writer.setLiveCommitData(told.entrySet());
            for (int at = 0; at < texts.size(); at++) {
                Training text = texts.get(at);
                Document document = new Document();
                document.add(new StringField(KEY, text.key(), Store.YES));
                document.add(new StoredField(SERVICE, text.service()));
                document.add(new KnnFloatVectorField(VECTOR, vectors.get(at), VectorSimilarityFunction.COSINE));
                writer.updateDocument(new Term(KEY, text.key()), document);
            }
        }
    }

    void remove(Set<String> keys) throws IOException {
        try (IndexWriter writer = writer()) {
            writer.deleteDocuments(keys.stream().map(key -> new Term(KEY, key)).toArray(Term[]::new));
        }
    }

    private IndexWriter writer() throws IOException {
        return new IndexWriter(directory(), new IndexWriterConfig(null).setCodec(LongVectors.codec()));
    }

    /** Readers of before go on. */
    void clear() throws IOException {
        for (String file : directory().listAll()) {
            directory().deleteFile(file);
        }
    }

    DirectoryReader read() throws IOException {
        return DirectoryReader.open(directory());
    }
}
