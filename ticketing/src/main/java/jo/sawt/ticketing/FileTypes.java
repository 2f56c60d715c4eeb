package jo.sawt.ticketing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells what a file is by its first bytes; its name only chooses between types that look the same there, such as documents
 * that are archives inside. Pictures, documents, sound and video are taken, nothing that runs.
 */
final class FileTypes {
    /** How many first bytes are looked at. */
    static final int SEEN = 64 * 1024;

    private static final Set<String> TAKEN = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/heic",
            "image/heif",
            "image/tiff",
            "image/bmp",
            "application/pdf",
            "text/plain",
            "text/csv",
            "application/rtf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "audio/ogg",
            "audio/vorbis",
            "audio/opus",
            "audio/mpeg",
            "audio/mp4",
            "audio/amr",
            "audio/vnd.wave",
            "video/mp4",
            "video/quicktime",
            "video/webm",
            "video/3gpp");

    private FileTypes() {}

    /** The type, empty where it is none that is taken. */
    static Optional<String> of(byte[] first, String name) {
        Metadata hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            String type = MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(first), hints)
                    .getBaseType()
                    .toString();
            return Optional.of(type).filter(TAKEN::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
