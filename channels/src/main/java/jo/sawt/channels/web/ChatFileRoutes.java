package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import jo.sawt.channels.web.ClientFrame.Say;
import jo.sawt.channels.web.ClientFrame.Wrong;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.AttachmentId;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.http.Downloads;
import jo.sawt.ticketing.http.Uploads;

/** The files of a chat: a message that brings some, and each for who holds the session that it was shown in. */
final class ChatFileRoutes implements HttpService {
    private static final String FILES = "/sessions/{session}/attachments";

    private final ChatDesk desk;
    private final Files files;

    ChatFileRoutes(ChatDesk desk, Files files) {
        this.desk = desk;
        this.files = files;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(FILES, this::say).get(FILES + "/{id}", this::send);
    }

    private void say(ServerRequest request, ServerResponse response) {
        SessionId session = ChatRoutes.session(request);
        if (!desk.allowsFiles(session)) {
            throw ChatRoutes.notTaken(request, "rate_limited", "chat.error.rate_limited");
        }
        Uploads.Upload upload = ChatRoutes.reading(
                request, () -> Uploads.read(request, files, session.contact().key()));
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        upload.fields().forEach(fields::put);
        switch (FrameReader.withFiles(fields, upload.files())) {
            case Say said -> ChatRoutes.say(desk, session, said, request, response);
            case Wrong wrong -> {
                files.discard(upload.files());
                throw wrong(request, wrong);
            }
            default -> throw new IllegalStateException("files make no other frame");
        }
    }

    private static InvalidBody wrong(ServerRequest request, Wrong wrong) {
        Lang lang = Accept.lang(request.headers());
        String detail = Messages.text(lang, "chat.error." + wrong.code(), wrong.field());
        return new InvalidBody(detail, List.of(new InvalidBody.Problem("/" + wrong.field(), detail)));
    }

    private void send(ServerRequest request, ServerResponse response) {
        SessionId session = ChatRoutes.session(request);
        Attachment file = ChatRoutes.reading(
                        request,
                        () -> AttachmentId.parse(request.path().pathParameters().get("id"))
                                .flatMap(id -> desk.file(session, id)))
                .orElseThrow(() -> Bodies.refused(Accept.lang(request.headers()), "no_file", Status.NOT_FOUND_404));
        Downloads.send(response, file, files);
    }
}
