package jo.sawt.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Names the way in which texts are read now. It changes with the features and with the lexicon, so that what was derived
 * from texts before is not taken for what would be derived now.
 */
public final class Edition {
    private static final String NAME = Features.VERSION + "-" + Long.toHexString(sum("lexicon.tsv"));

    private Edition() {}

    public static String name() {
        return NAME;
    }

    private static long sum(String resource) {
        try (var in = Objects.requireNonNull(Edition.class.getResourceAsStream(resource), resource)) {
            CRC32 sum = new CRC32();
            sum.update(in.readAllBytes());
            return sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
