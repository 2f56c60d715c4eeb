package jo.sawt.channels.email;

import jakarta.mail.util.SharedByteArrayInputStream;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A letter as it came, to be read as often as needed: a small one in memory, a larger one in a file that has no name any
 * more by the time it is read, so that nothing is left of it, however the process ends. Streams of it are good until it is
 * closed, and parsing them holds no part whole.
 */
public final class RawLetter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RawLetter.class.getName());
    private static final int IN_MEMORY = 256 << 10;
    private static final int BUFFER = 8 << 10;

    private final byte[] bytes;
    private final Optional<SharedFileInputStream> file;
    private final Optional<Path> named;
    private final long size;
    private final State state;
    private final List<RawLetter> within = new ArrayList<>();

    private RawLetter(
            byte[] bytes, Optional<SharedFileInputStream> file, Optional<Path> named, long size, State state) {
        this.bytes = bytes;
        this.file = file;
        this.named = named;
        this.size = size;
        this.state = state;
    }

    /** How much of it is here. */
    private enum State {
        WHOLE,
        CUT,
        MISSING
    }

    static RawLetter of(byte[] bytes) {
        return new RawLetter(bytes.clone(), Optional.empty(), Optional.empty(), bytes.length, State.WHOLE);
    }

    /** Stands for one that its mailbox does not give. */
    static RawLetter unfetched(byte[] note) {
        return new RawLetter(note.clone(), Optional.empty(), Optional.empty(), note.length, State.MISSING);
    }

    /** Takes a stream to its end or, {@link #isCut cut}, to so many bytes. */
    public static RawLetter spool(InputStream in, long most) throws IOException {
        byte[] first = in.readNBytes((int) Math.min(most, IN_MEMORY));
        if (first.length < IN_MEMORY && first.length < most) {
            return new RawLetter(first, Optional.empty(), Optional.empty(), first.length, State.WHOLE);
        }
        Path path = Files.createTempFile("sawt-letter-", ".eml");
        try {
            long size = first.length;
            boolean cut;
            try (OutputStream out = Files.newOutputStream(path)) {
                out.write(first);
                byte[] part = new byte[IN_MEMORY];
                int read = 0;
                while (size < most && read >= 0) {
                    read = in.read(part, 0, (int) Math.min(part.length, most - size));
                    if (read > 0) {
                        out.write(part, 0, read);
                        size += read;
                    }
                }
                cut = size >= most && in.read() >= 0;
            }
            SharedFileInputStream shared = new SharedFileInputStream(path.toFile(), BUFFER);
            return new RawLetter(new byte[0], Optional.of(shared), unnamed(path), size, cut ? State.CUT : State.WHOLE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** An open file lives on without its name, but for systems that keep the name as long. */
    private static Optional<Path> unnamed(Path path) {
        try {
            Files.delete(path);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(path);
        }
    }

    /** All of it, from the start. */
    InputStream open() {
        return file.<InputStream>map(shared -> shared.newStream(0, -1))
                .orElseGet(() -> new SharedByteArrayInputStream(bytes));
    }

    /** Writes all of it. */
    public void write(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    /** As a stream for a store to read. */
    public InputStream stream() {
        return open();
    }

    /** So much of its beginning, or all. */
    byte[] head(int most) {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A letter within this one whose encoding hides it: decoded once, and closed with this one. */
    InputStream within(InputStream decoded, long most) throws IOException {
        RawLetter inner = spool(decoded, most);
        within.add(inner);
        return inner.open();
    }

    long size() {
        return size;
    }

    /** Whether there was more of it. */
    boolean isCut() {
        return state == State.CUT;
    }

    /** Whether there is nothing of it but a note. */
    boolean isMissing() {
        return state == State.MISSING;
    }

    @Override
    public void close() {
        within.forEach(RawLetter::close);
        try {
            if (file.isPresent()) {
                file.get().close();
            }
            if (named.isPresent()) {
                Files.deleteIfExists(named.get());
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the file of a letter could not be closed");
        }
    }
}
