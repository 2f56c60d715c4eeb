package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store of files, in parts of bounded size. What a method has returned from is durable; each throws {@link
 * DeskUnavailable} while the store is away. A file waits until a ticket is known to hold it.
 */
public interface Attachments {
    /** The bytes of every part but the last. */
    int PART = 256 * 1024;

    /** Makes room for a file, which nobody is shown before {@link #finish}. */
    void begin(AttachmentId id, String owner, Instant at);

    /** Adds its next part, numbered from 0. */
    void append(AttachmentId id, int number, byte[] part);

    void finish(Attachment file);

    /** A finished file. */
    Optional<Held> find(AttachmentId id);

    Optional<byte[]> part(AttachmentId id, int number);

    /** It waits no more. */
    void keep(AttachmentId id);

    /** It is gone with all its parts, finished or not. */
    void remove(AttachmentId id);

    /** Those that wait since before an instant. */
    List<AttachmentId> waiting(Instant before, int limit);

    /**
     * A stored file.
     *
     * @param owner who stored it: the key of a contact, the name of a member of staff
     */
    record Held(Attachment file, String owner, Instant at) {}
}
