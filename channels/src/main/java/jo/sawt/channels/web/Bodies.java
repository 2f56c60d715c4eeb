package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jo.sawt.channels.web.ClientFrame.Wrong;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** Reads a request's body as the frame it stands for, or refuses it with 400, 413, 415 or 422. */
final class Bodies {
    private static final int LONGEST = 3 * ChatSocket.LONGEST_FRAME;

    private Bodies() {}

    /**
     * The body as a frame.
     *
     * @param type the frame that the route stands for
     */
    static ClientFrame read(ServerRequest request, String type) {
        Lang lang = Accept.lang(request.headers());
        boolean json = request.headers()
                .contentType()
                .filter(is -> is.mediaType().text().equals(MediaTypes.APPLICATION_JSON.text()))
                .isPresent();
        if (!json) {
            throw refused(lang, "not_json", Status.UNSUPPORTED_MEDIA_TYPE_415);
        }
        JsonNode body = FrameReader.object(text(request, lang))
                .orElseThrow(() -> refused(lang, "bad_json", Status.BAD_REQUEST_400));
        ClientFrame frame = FrameReader.read(type, body);
        if (frame instanceof Wrong wrong) {
            String detail = Messages.text(lang, "chat.error." + wrong.code(), wrong.field());
            throw new InvalidBody(detail, List.of(new InvalidBody.Problem("/" + wrong.field(), detail)));
        }
        return frame;
    }

    static HttpException refused(Lang lang, String code, Status status) {
        return new HttpException(Messages.text(lang, "chat.error." + code), status, true);
    }

    private static String text(ServerRequest request, Lang lang) {
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new HttpException(
                        Messages.text(lang, "chat.error.too_big"), Status.REQUEST_ENTITY_TOO_LARGE_413, false);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
