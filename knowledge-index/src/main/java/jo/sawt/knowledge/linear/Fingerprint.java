package jo.sawt.knowledge.linear;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.text.Edition;

/** Names what a model was trained from: the examples, in order, and how texts are read and trained from. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(List<Example> examples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Example example : examples) {
                digest.update(example.label().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(example.text().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 1);
            }
            return Edition.name() + "." + Trainer.VERSION + "." + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
