package jo.sawt.knowledge.linear;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import jo.sawt.knowledge.TextClassifier.Example;

/**
 * Keeps trained models from start to start, one file a name. A file that was trained from other examples or by other
 * code, or that is damaged, is as good as none: the model is trained and the file replaced. Without a folder every model
 * is trained that does not come with the program.
 */
public final class ModelFolder {
    private static final Logger LOG = System.getLogger(ModelFolder.class.getName());

    private final Optional<Path> folder;
    private final Class<?> beside;
    private final String packaged;

    /** With the models that come with this module. */
    public ModelFolder(Optional<Path> folder) {
        this(folder, ModelFolder.class, "");
    }

    /**
     * With models that come with the program, so that a first start on the sample need not wait.
     *
     * @param beside whose resources they are
     * @param packaged the resource folder, ending in a slash, or empty
     */
    public ModelFolder(Optional<Path> folder, Class<?> beside, String packaged) {
        this.folder = folder;
        this.beside = beside;
        this.packaged = packaged;
    }

    public LinearModel model(String name, List<Example> examples) {
        return kept(name, Fingerprint.of(examples), () -> LinearModel.train(examples), new LinearModel.Format());
    }

    public LinearClassifier classifier(String name, List<Example> examples) {
        return kept(
                name, Fingerprint.of(examples), () -> LinearClassifier.train(examples), new LinearClassifier.Format());
    }

    /** Whether the model of these examples comes with the program. */
    public boolean isPackaged(String name, List<Example> examples) {
        return packaged(name, Fingerprint.of(examples), new LinearModel.Format())
                .isPresent();
    }

    /**
     * Any model.
     *
     * @param print changes with all that it is trained from
     */
    public <T> T kept(String name, String print, Supplier<T> train, ModelFormat<T> format) {
        Optional<T> known = packaged(name, print, format);
        if (known.isPresent()) {
            return known.get();
        }
        if (folder.isEmpty()) {
            return train.get();
        }
        Path file = folder.get().resolve(name + ".model");
        return read(file, print, format).orElseGet(() -> {
            T trained = train.get();
            write(file, print, trained, format);
            return trained;
        });
    }

    /** The model of that print that comes with the program. */
    public <T> Optional<T> packaged(String name, String print, ModelFormat<T> format) {
        try (var in = beside.getResourceAsStream(packaged + name + ".model")) {
            return in == null ? Optional.empty() : read(in.readAllBytes(), print, format);
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged model " + name + " is damaged", e);
        }
    }

    private static <T> Optional<T> read(Path file, String print, ModelFormat<T> format) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return read(Files.readAllBytes(file), print, format);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the trained model {0} is damaged and is trained again: {1}", file.getFileName(), e);
            return Optional.empty();
        }
    }

    private static <T> Optional<T> read(byte[] bytes, String print, ModelFormat<T> format) throws IOException {
        // Checked before anything is made of it, for a damaged length could ask for any amount of memory.
        int size = bytes.length - Long.BYTES;
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, size);
        if (ByteBuffer.wrap(bytes).getLong(size) != sum.getValue()) {
            throw new IOException("its check sum is wrong");
        }
        var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, size));
        return in.readUTF().equals(print) ? Optional.of(format.read(in)) : Optional.empty();
    }

    private static <T> void write(Path file, String print, T model, ModelFormat<T> format) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        CRC32 sum = new CRC32();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16), sum))) {
                out.writeUTF(print);
                format.write(model, out);
                out.writeLong(sum.getValue());
            }
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the trained model {0} could not be kept for the next start: {1}",
                    file.getFileName(),
                    e);
        }
    }
}
