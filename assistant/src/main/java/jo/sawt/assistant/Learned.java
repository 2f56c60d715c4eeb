package jo.sawt.assistant;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.linear.ModelFolder;
import jo.sawt.knowledge.linear.ModelFormat;
import jo.sawt.knowledge.text.Edition;

/** Trained models kept in a folder, beside those of the sample that come with the program. */
final class Learned {
    /** Rises whenever the same examples and lexicon give other models. */
    private static final int VERSION = 4;

    private static final String FILE = "assistant";

    private Learned() {}

    static Models models(Registry registry, Trainer trainer, Lexicon lexicon, Optional<Path> folder) {
        Examples examples = Examples.of(registry);
        return models(folder)
                .kept(
                        FILE,
                        name(examples, lexicon),
                        () -> Models.train(examples, trainer, lexicon),
                        new Format(lexicon));
    }

    /** What was learned from the sample comes with the program, so that a first start need not wait. */
    static Optional<Models> packaged(String name, Lexicon lexicon) {
        return models(Optional.empty()).packaged(FILE, name, new Format(lexicon));
    }

    private static ModelFolder models(Optional<Path> folder) {
        return new ModelFolder(folder, Learned.class, "learned/");
    }

    /** Changes with whatever is learned from. */
    static String name(Examples examples, Lexicon lexicon) {
        return FILE + "-" + VERSION + "-" + Edition.name() + "-" + digest(examples, lexicon);
    }

    private record Format(Lexicon lexicon) implements ModelFormat<Models> {
        @Override
        public void write(Models models, DataOutput out) throws IOException {
            models.write(out);
        }

        @Override
        public Models read(DataInput in) throws IOException {
            return Models.read(in, lexicon).orElseThrow(() -> new IOException("models of other features"));
        }
    }

    private static String digest(Examples examples, Lexicon lexicon) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(lexicon.toString().getBytes(StandardCharsets.UTF_8));
            for (List<Example> of : List.of(
                    examples.latin(), examples.kinds(), examples.sorts(), examples.facets(), examples.departments())) {
                for (Example example : of) {
                    digest.update((example.label() + "\t" + example.text() + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
