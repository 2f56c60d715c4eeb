package jo.sawt.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One way in which people ask about a service: the strongest evidence for finding it.
 *
 * @param register msa, jordanian, arabizi, english, misspelled, mixed
 * @param facet what the asker wants to know, null where it is open
 */
public record Utterance(
        ServiceId service,
        String text,
        String register,
        @Nullable Facet facet) {
    private static final int ID_BYTES = 8;

    /** Names it among the ways of its service; the same text always has the same id. */
    public String id() {
        return digest(text, ID_BYTES);
    }

    /** The first bytes of the SHA-256 of a text, in hexadecimal. */
    static String digest(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
