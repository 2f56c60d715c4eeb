package jo.sawt.ticketing.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.Files;

/** Gives a file to somebody who may have it: to be saved, never to be shown as a page of ours. */
public final class Downloads {
    private static final List<Header> HARMLESS = List.of(
            HeaderValues.create("X-Content-Type-Options", "nosniff"),
            HeaderValues.create("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'"),
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "private, no-store, no-transform"));

    private Downloads() {}

    public static void send(ServerResponse response, Attachment file, Files files) {
        HARMLESS.forEach(response::header);
        response.header(HeaderNames.CONTENT_TYPE, file.type());
        response.header(HeaderNames.CONTENT_DISPOSITION, disposition(file.name()));
        response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(file.size()));
        try (OutputStream out = response.outputStream()) {
            files.write(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 6266: the name for all, and the name as it is. */
    private static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }
}
