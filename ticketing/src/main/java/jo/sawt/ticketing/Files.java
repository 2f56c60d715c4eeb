package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Takes files that go with messages, from any channel, and gives them out again, without ever holding a whole one. Each is
 * stored first and then named in {@link InboundMessage.Content.Words} or {@link Act.Say}; one that no ticket names within a
 * day is removed.
 */
public final class Files {
    /** The largest file taken, in bytes. */
    public static final long LARGEST = 25L * 1024 * 1024;

    private static final Duration WAIT = Duration.ofDays(1);
    /** After which a file that waits is not given to a message any more, well before it could be removed. */
    private static final Duration FRESH = Duration.ofHours(23);

    private static final int AT_ONCE = 100;

    private final Attachments store;
    private final Tickets tickets;
    private final InstantSource time;

    public Files(Attachments store, Tickets tickets, InstantSource time) {
        this.store = store;
        this.tickets = tickets;
        this.time = time;
    }

    /**
     * Stores a file, or says why not; either way its bytes are read to the end or to the first too many.
     *
     * @param name as the sender called it
     * @param owner who hands it in: the key of a contact, the name of a member of staff
     */
    public Filed take(String name, InputStream content, String owner) throws IOException {
        byte[] part = content.readNBytes(Attachments.PART);
        if (part.length == 0) {
            return refused("file-empty");
        }
        String clean = FileName.clean(name);
        Optional<String> type = FileTypes.of(Arrays.copyOf(part, Math.min(part.length, FileTypes.SEEN)), clean);
        if (type.isEmpty()) {
            return refused("file-type");
        }
        AttachmentId id = AttachmentId.random();
        store.begin(id, owner, time.instant());
        long size = appendOrRemove(id, part, content);
        if (size > LARGEST) {
            store.remove(id);
            return refused("file-size");
        }
        Attachment file = new Attachment(id, clean, type.get(), size);
        store.finish(file);
        count("kept", 1);
        return new Filed.Kept(file);
    }

    private long appendOrRemove(AttachmentId id, byte[] first, InputStream content) throws IOException {
        try {
            return append(id, first, content);
        } catch (IOException e) {
            store.remove(id);
            count("broken-off", 1);
            throw e;
        }
    }

    private long append(AttachmentId id, byte[] first, InputStream content) throws IOException {
        long size = 0;
        byte[] part = first;
        for (int number = 0; part.length > 0 && size <= LARGEST; number++) {
            store.append(id, number, part);
            size += part.length;
            part = part.length < Attachments.PART ? new byte[0] : content.readNBytes(Attachments.PART);
        }
        return size;
    }

    private static Filed refused(String code) {
        count(code, 1);
        return new Filed.Refused("refused." + code);
    }

    /** A file that its owner has stored lately, for a message to name. */
    public Optional<Attachment> handedIn(AttachmentId id, String owner) {
        Instant oldest = time.instant().minus(FRESH);
        return store.find(id)
                .filter(held -> held.owner().equals(owner) && held.at().isAfter(oldest))
                .map(Attachments.Held::file);
    }

    /** Writes the bytes of a file. Whether the reader may have them is for the caller to know. */
    public void write(Attachment file, OutputStream out) throws IOException {
        long left = file.size();
        for (int number = 0; left > 0; number++) {
            byte[] part = store.part(file.id(), number)
                    .orElseThrow(() -> new IOException("a part of the file " + file.id() + " is missing"));
            out.write(part);
            left -= part.length;
        }
    }

    /** Removes files that no message named after all. */
    public void discard(Collection<Attachment> files) {
        files.forEach(file -> store.remove(file.id()));
        count("discarded", files.size());
    }

    /** Removes those that no ticket has named for a day; returns how many. */
    public int sweep() {
        int removed = 0;
        for (AttachmentId id : store.waiting(time.instant().minus(WAIT), AT_ONCE)) {
            if (tickets.byKeys(List.of(id.key())).isEmpty()) {
                store.remove(id);
                removed++;
            } else {
                store.keep(id);
            }
        }
        count("swept", removed);
        return removed;
    }

    private static void count(String result, int files) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_files")
                        .description("Files handed in or removed, by what became of them")
                        .tags(List.of(Tag.create("result", result))))
                .increment(files);
    }
}
