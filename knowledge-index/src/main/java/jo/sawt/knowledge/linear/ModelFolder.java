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
 * is trained.
 */
public final class ModelFolder {
    private static final Logger LOG = System.getLogger(ModelFolder.class.getName());

    private final Optional<Path> folder;

    public ModelFolder(Optional<Path> folder) {
        this.folder = folder;
    }

    public LinearModel model(String name, List<Example> examples) {
        return kept(name, examples, () -> LinearModel.train(examples), ModelFolder::known, LinearModel::write);
    }

    public LinearClassifier classifier(String name, List<Example> examples) {
        return kept(
                name,
                examples,
                () -> LinearClassifier.train(examples),
                LinearClassifier::read,
                LinearClassifier::write);
    }

    private static LinearModel known(DataInputStream in) throws IOException {
        return LinearModel.read(in).orElseThrow(() -> new IOException("a model of other features"));
    }

    /** Whether the model of these examples comes with the program. */
    public static boolean isPackaged(String name, List<Example> examples) {
        return packaged(name, Fingerprint.of(examples), ModelFolder::known).isPresent();
    }

    private <T> T kept(String name, List<Example> examples, Supplier<T> train, Reading<T> reading, Writing<T> writing) {
        String print = Fingerprint.of(examples);
        Optional<T> packaged = packaged(name, print, reading);
        if (packaged.isPresent()) {
            return packaged.get();
        }
        if (folder.isEmpty()) {
            return train.get();
        }
        Path file = folder.get().resolve(name + ".model");
        Optional<T> known = read(file, print, reading);
        if (known.isPresent()) {
            return known.get();
        }
        T trained = train.get();
        write(file, print, trained, writing);
        return trained;
    }

    /** What was trained from the sample comes with the program, so that a first start need not wait. */
    private static <T> Optional<T> packaged(String name, String print, Reading<T> reading) {
        try (var in = ModelFolder.class.getResourceAsStream(name + ".model")) {
            return in == null ? Optional.empty() : read(in.readAllBytes(), print, reading);
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged model " + name + " is damaged", e);
        }
    }

    private static <T> Optional<T> read(Path file, String print, Reading<T> reading) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return read(Files.readAllBytes(file), print, reading);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the trained model {0} is damaged and is trained again: {1}", file.getFileName(), e);
            return Optional.empty();
        }
    }

    private static <T> Optional<T> read(byte[] bytes, String print, Reading<T> reading) throws IOException {
        // Checked before anything is made of it, for a damaged length could ask for any amount of memory.
        int size = bytes.length - Long.BYTES;
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, size);
        if (ByteBuffer.wrap(bytes).getLong(size) != sum.getValue()) {
            throw new IOException("its check sum is wrong");
        }
        var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, size));
        return in.readUTF().equals(print) ? Optional.of(reading.read(in)) : Optional.empty();
    }

    private static <T> void write(Path file, String print, T model, Writing<T> writing) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        CRC32 sum = new CRC32();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16), sum))) {
                out.writeUTF(print);
                writing.write(model, out);
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

    private interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    private interface Writing<T> {
        void write(T model, DataOutputStream out) throws IOException;
    }
}
