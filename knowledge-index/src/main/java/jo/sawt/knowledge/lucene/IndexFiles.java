package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * The files of one index, in a folder that keeps them from start to start, or in memory. They are brought in step with the
 * texts: only what is new or has changed is read again. Files that are damaged are built again; readers of before go on.
 */
final class IndexFiles {
    static final String NAME = "name";
    private static final String PRINT = "print";
    private static final Logger LOG = System.getLogger(IndexFiles.class.getName());

    private final Directory directory;
    private final boolean kept;

    private IndexFiles(Directory directory, boolean kept) {
        this.directory = directory;
        this.kept = kept;
    }

    static IndexFiles inMemory() {
        // As plain arrays: buffers are duplicated for every term of every question.
        return new IndexFiles(
                new ByteBuffersDirectory(
                        new SingleInstanceLockFactory(),
                        ByteBuffersDataOutput::new,
                        ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY),
                false);
    }

    /** Of a folder, or in memory where there is none or it cannot be used. */
    static IndexFiles in(Optional<Path> folder) {
        if (folder.isEmpty()) {
            return inMemory();
        }
        try {
            return new IndexFiles(FSDirectory.open(folder.get()), true);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the index cannot be kept for the next start and is built in memory: {0}",
                    e.toString());
            return inMemory();
        }
    }

    /** A reader of exactly these texts. */
    DirectoryReader read(TextIndex.Kind kind, List<IndexedText> texts) {
        try {
            return inStep(kind, texts);
        } catch (LockObtainFailedException e) {
            LOG.log(Level.WARNING, "another process keeps the index of this folder; it is built in memory");
            return inMemory().read(kind, texts);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            if (!kept) {
                throw new IllegalStateException("an index in memory cannot fail", e);
            }
            LOG.log(Level.WARNING, "the index is damaged and is built again: {0}", e.toString());
            return rebuilt(kind, texts);
        }
    }

    private DirectoryReader rebuilt(TextIndex.Kind kind, List<IndexedText> texts) {
        try {
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
            return inStep(kind, texts);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the index cannot be kept for the next start and is built in memory: {0}",
                    e.toString());
            return inMemory().read(kind, texts);
        }
    }

    private DirectoryReader inStep(TextIndex.Kind kind, List<IndexedText> texts) throws IOException {
        Map<String, String> known = known();
        List<IndexedText> changed = texts.stream()
                .filter(text -> !text.print(kind).equals(known.get(text.name())))
                .toList();
        Set<String> gone = new HashSet<>(known.keySet());
        texts.forEach(text -> gone.remove(text.name()));
        if (known.isEmpty() || !changed.isEmpty() || !gone.isEmpty()) {
            if (kept) {
                LOG.log(Level.INFO, "indexing {0} of {1} texts", changed.size(), texts.size());
            }
            write(kind, changed, gone, changed.size() == texts.size());
        }
        return DirectoryReader.open(directory);
    }

    /** What is indexed, and a digest of what each text was; all files are checked on the way. */
    private Map<String, String> known() throws IOException {
        Map<String, String> known = new HashMap<>();
        if (!DirectoryReader.indexExists(directory)) {
            return known;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader files) {
                    files.checkIntegrity();
                }
                StoredFields stored = leaf.reader().storedFields();
                var live = leaf.reader().getLiveDocs();
                for (int at = 0; at < leaf.reader().maxDoc(); at++) {
                    if (live == null || live.get(at)) {
                        Document document = stored.document(at);
                        known.put(document.get(NAME), document.get(PRINT));
                    }
                }
            }
        }
        return known;
    }

    private void write(TextIndex.Kind kind, List<IndexedText> changed, Set<String> gone, boolean all)
            throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(null))) {
            for (String name : gone) {
                writer.deleteDocuments(new Term(NAME, name));
            }
            changed.parallelStream().forEach(text -> put(writer, kind, text));
            if (all) {
                // Each part of an index costs every question all its terms again; changes are merged in as they come.
                writer.forceMerge(1);
            } else {
                writer.forceMergeDeletes();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void put(IndexWriter writer, TextIndex.Kind kind, IndexedText text) {
        Document document = new Document();
        document.add(new StringField(NAME, text.name(), Store.YES));
        document.add(new StoredField(PRINT, text.print(kind)));
        kind.fields(text.read()).forEach(document::add);
        try {
            writer.updateDocument(new Term(NAME, text.name()), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
