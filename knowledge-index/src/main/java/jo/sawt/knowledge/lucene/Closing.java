package jo.sawt.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import org.apache.lucene.index.DirectoryReader;

/** Closes a reader when no search can come any more, so that the files it holds are freed. */
final class Closing {
    private static final Cleaner CLEANER = Cleaner.create();

    private Closing() {}

    /** Once nobody holds what searches it; that must not be reachable from the reader. */
    static void after(Object searched, DirectoryReader reader) {
        CLEANER.register(searched, () -> close(reader));
    }

    private static void close(DirectoryReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
