package jo.sawt.ticketing;

/**
 * A file that came or went with a message.
 *
 * @param name as people see it, without a path and without characters that hide what it is
 * @param type what its content was found to be, such as {@code image/jpeg}
 * @param size in bytes
 */
public record Attachment(AttachmentId id, String name, String type, long size) {
    public Attachment {
        if (name.isBlank() || name.length() > FileName.LONGEST) {
            throw new IllegalArgumentException("the name of a file needs 1 to " + FileName.LONGEST + " characters");
        }
        if (size < 1) {
            throw new IllegalArgumentException("an empty file is no attachment");
        }
    }

    /** Without the name, which may be personal. */
    @Override
    public String toString() {
        return "Attachment[" + id + ", " + type + ", " + size + "]";
    }
}
