package jo.sawt.ticketing.http;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.Filed;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.InboundMessage;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;

/**
 * Takes a {@code multipart/form-data} body: its files are stored as they arrive, its other fields read as texts. A refusal of
 * one file is a refusal of all.
 */
public final class Uploads {
    private static final String TYPE = "multipart/form-data";
    private static final int LONGEST_FIELD = 4 * InboundMessage.LONGEST;
    private static final int MOST_PARTS = 20;

    private Uploads() {}

    /** What a body held. */
    public record Upload(Map<String, String> fields, List<Attachment> files) {
        public Upload {
            fields = Map.copyOf(fields);
            files = List.copyOf(files);
        }
    }

    /** Returns when all files are stored, or throws what is to be answered and leaves none. */
    public static Upload read(ServerRequest request, Files files, String owner) {
        if (request.headers()
                .contentType()
                .filter(type -> type.mediaType().text().equals(TYPE))
                .isEmpty()) {
            throw Problem.of(request, Status.UNSUPPORTED_MEDIA_TYPE_415, "staff.body.multipart");
        }
        List<Attachment> kept = new ArrayList<>();
        boolean done = false;
        try {
            Map<String, String> fields = parts(request, files, owner, kept);
            done = true;
            return new Upload(fields, kept);
        } catch (FileUploadException e) {
            throw Problem.malformed(request, "staff.body.multipart");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                files.discard(kept);
            }
        }
    }

    private static Map<String, String> parts(ServerRequest request, Files files, String owner, List<Attachment> kept)
            throws IOException {
        Map<String, String> fields = new HashMap<>();
        Multipart form = new Multipart();
        FileItemInputIterator parts = form.getItemIterator(request);
        for (int count = 0; parts.hasNext(); count++) {
            FileItemInput part = parts.next();
            if (count == MOST_PARTS) {
                throw refused(request, "refused.file-count", parts);
            }
            try (InputStream content = part.getInputStream()) {
                if (part.isFormField()) {
                    fields.put(part.getFieldName(), text(request, content));
                } else if (kept.size() == InboundMessage.MOST_FILES) {
                    throw refused(request, "refused.file-count", parts);
                } else {
                    kept.add(file(request, files.take(name(form, part), content, owner), parts));
                }
            }
        }
        return fields;
    }

    /** From the header: the part's own name has to be one of this machine's file system, whose locale may know no Arabic. */
    private static String name(Multipart form, FileItemInput part) {
        String name = form.getFileName(part.getHeaders());
        return name == null ? "" : name;
    }

    private static Attachment file(ServerRequest request, Filed filed, FileItemInputIterator parts) throws IOException {
        return switch (filed) {
            case Filed.Kept kept -> kept.file();
            case Filed.Refused refused -> throw refused(request, refused.code(), parts);
        };
    }

    private static String text(ServerRequest request, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw Problem.of(request, Status.REQUEST_ENTITY_TOO_LARGE_413, "staff.body.size");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads the rest first: a client that is still sending would not read the answer. */
    private static HttpException refused(ServerRequest request, String code, FileItemInputIterator parts)
            throws IOException {
        while (parts.hasNext()) {
            parts.next();
        }
        return switch (code) {
            case "refused.file-size" -> Problem.of(request, Status.REQUEST_ENTITY_TOO_LARGE_413, code);
            case "refused.file-type" -> Problem.of(request, Status.UNSUPPORTED_MEDIA_TYPE_415, code);
            default -> Problem.invalid(request, "/file", code);
        };
    }
}
