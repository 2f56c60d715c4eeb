package jo.sawt.knowledge.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import jo.sawt.knowledge.text.Edition;
import jo.sawt.knowledge.text.Word;

/**
 * A text to index under a name that no other has, in parts that are read one after the other.
 *
 * @param reading makes words of the parts; called only where the text is new or has changed
 */
record IndexedText(String name, List<String> parts, Function<List<String>, List<Word>> reading) {
    /** Rises whenever the same words are indexed under other terms. */
    private static final int VERSION = 1;

    List<Word> read() {
        return reading.apply(parts);
    }

    /** Changes with the parts and with how they are read. */
    String print(TextIndex.Kind kind) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind + "." + VERSION + "." + Edition.name()).getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
