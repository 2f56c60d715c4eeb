package jo.sawt.assistant;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.TextClassifier.Example;

/** Trained models kept in a folder, under a name that depends on all that they were learned from. */
final class Learned {
    /** Rises whenever the same examples and lexicon give other models. */
    private static final int VERSION = 1;

    private static final String PREFIX = "assistant-";
    private static final String SUFFIX = ".model";
    private static final Logger LOG = System.getLogger(Learned.class.getName());

    private Learned() {}

    static Models models(Registry registry, Trainer trainer, Lexicon lexicon, Optional<Path> folder) {
        Examples examples = Examples.of(registry);
        String name = name(examples, lexicon);
        Optional<Models> packaged = packaged(name, lexicon);
        if (packaged.isPresent()) {
            return packaged.get();
        }
        if (folder.isEmpty()) {
            return Models.train(examples, trainer, lexicon);
        }
        Path file = folder.get().resolve(name);
        return read(file, lexicon).orElseGet(() -> {
            Models models = Models.train(examples, trainer, lexicon);
            keep(models, file);
            return models;
        });
    }

    /** Changes with whatever is learned from. */
    static String name(Examples examples, Lexicon lexicon) {
        return PREFIX + digest(examples, lexicon) + SUFFIX;
    }

    /** What was learned from the sample comes with the program, so that a first start need not wait. */
    static Optional<Models> packaged(String name, Lexicon lexicon) {
        try (var in = Learned.class.getResourceAsStream("learned/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Models.read(new DataInputStream(new BufferedInputStream(in)), lexicon);
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged models are damaged", e);
        }
    }

    private static Optional<Models> read(Path file, Lexicon lexicon) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return Models.read(in, lexicon);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the assistant's kept models cannot be read and are learned anew", e);
            return Optional.empty();
        }
    }

    /** Whole or not at all; a folder that cannot be written to costs the next start its time and nothing else. */
    private static void keep(Models models, Path file) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(folder, PREFIX, ".part");
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                models.write(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            forgetOthers(folder, file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the assistant's models cannot be kept", e);
        }
    }

    private static void forgetOthers(Path folder, Path kept) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(PREFIX)
                        && name.endsWith(SUFFIX)
                        && !file.endsWith(String.valueOf(kept.getFileName()))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String digest(Examples examples, Lexicon lexicon) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((VERSION + "\n" + lexicon).getBytes(StandardCharsets.UTF_8));
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
