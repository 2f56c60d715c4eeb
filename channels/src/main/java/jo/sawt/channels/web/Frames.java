package jo.sawt.channels.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jo.sawt.ticketing.Attachment;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Status;

/** Writes the frames that a server sends. */
final class Frames {
    private Frames() {}

    static ObjectNode welcome(SessionId session, Conversation conversation) {
        ObjectNode frame = frame("welcome").put("session", session.value());
        conversation
                .ticket()
                .ifPresentOrElse(ticket -> frame.put("ticket", ticket.value()), () -> frame.putNull("ticket"));
        return frame.put("seq", conversation.seq());
    }

    static ObjectNode ack(String clientId, long seq, Reference ticket) {
        return frame("ack").put("clientId", clientId).put("seq", seq).put("ticket", ticket.value());
    }

    static ObjectNode message(SessionId session, Conversation.Entry entry) {
        ObjectNode frame = frame("message")
                .put("seq", entry.seq())
                .put("at", entry.at().toString())
                .put("from", entry.from().wire());
        entry.name().ifPresent(name -> frame.put("name", name));
        frame.put("text", entry.reply().text());
        if (!entry.reply().options().isEmpty()) {
            ArrayNode options = frame.putArray("options");
            entry.reply().options().forEach(option -> options.add(option(option)));
        }
        if (!entry.reply().citations().isEmpty()) {
            ArrayNode citations = frame.putArray("citations");
            entry.reply().citations().forEach(citation -> citations.add(citation(citation)));
        }
        if (!entry.reply().files().isEmpty()) {
            ArrayNode files = frame.putArray("attachments");
            entry.reply().files().forEach(file -> files.add(file(session, file)));
        }
        return frame;
    }

    private static ObjectNode file(SessionId session, Attachment file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", file.id().value())
                .put("name", file.name())
                .put("type", file.type())
                .put("size", file.size())
                .put("url", "/api/v1/chat/sessions/" + session.value() + "/attachments/" + file.id());
    }

    static ObjectNode status(Reference ticket, Status status) {
        return frame("status").put("ticket", ticket.value()).put("status", status.wire());
    }

    static ObjectNode typing() {
        return frame("typing");
    }

    /** What the assistant is about to say, as far as it is checked. */
    static ObjectNode saying(String text) {
        return typing().put("text", text);
    }

    static ObjectNode pong() {
        return frame("pong");
    }

    static ObjectNode error(Optional<String> clientId, String code, String detail) {
        ObjectNode frame = frame("error");
        clientId.ifPresent(id -> frame.put("clientId", id));
        return frame.put("code", code).put("detail", detail);
    }

    private static ObjectNode option(Option option) {
        return JsonNodeFactory.instance.objectNode().put("id", option.id()).put("label", option.label());
    }

    private static ObjectNode citation(Citation citation) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", citation.type())
                .put("id", citation.id())
                .put("version", citation.version())
                .put("field", citation.field())
                .put("effectiveFrom", citation.effectiveFrom().toString());
    }

    private static ObjectNode frame(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
