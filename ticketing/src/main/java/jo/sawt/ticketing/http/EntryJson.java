package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.Entry;
import jo.sawt.ticketing.InboundMessage;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.OutboxEntry;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Ticket;

/** Entries of a timeline, as staff see them and as a citizen does. */
final class EntryJson {
    private EntryJson() {}

    /** Notes in the language of whoever reads them, where they are in both. */
    static ObjectNode forStaff(Ticket ticket, Entry entry, Lang lang) {
        List<OutboxEntry> outbox = ticket.talk().owed().outbox();
        ObjectNode json = Json.object()
                .put("seq", entry.seq())
                .put("at", entry.at().toString())
                .put("type", entry.what().type())
                .put("from", entry.by().author().wire());
        Json.putIfPresent(json, "by", entry.by().id());
        Json.putIfPresent(json, "department", entry.by().department());
        what(json, entry.what(), lang);
        if (!entry.files().isEmpty()) {
            ArrayNode files = json.putArray("attachments");
            String folder = TicketRoutes.TICKETS + "/" + ticket.reference() + "/attachments/";
            entry.files().forEach(file -> files.add(AttachmentRoutes.json(file).put("url", folder + file.id())));
        }
        if (entry.isSpoken()) {
            json.put("citizenSeq", entry.spoken());
        }
        outbox.stream()
                .filter(owed -> owed.seq() == entry.seq() && owed.kind() == OutboxEntry.Kind.SEND)
                .findFirst()
                .ifPresent(owed -> json.put("delivery", owed.state().wire()));
        return json;
    }

    private static void what(ObjectNode json, Entry.What what, Lang lang) {
        switch (what) {
            case Entry.Said said -> {
                json.put("text", said.text());
                if (said.content() instanceof InboundMessage.Content.Words words && words.following() > 0) {
                    json.put("attachmentsFollowing", words.following());
                }
            }
            case Entry.Told told -> reply(json, told.reply());
            case Entry.Note note -> json.put("text", note.in(lang));
            case Entry.Event event -> {
                json.put("event", event.name());
                Json.putIfPresent(json, "old", event.old());
                Json.putIfPresent(json, "new", event.now());
                ObjectNode details = json.putObject("details");
                event.details().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .forEach(detail -> details.put(detail.getKey(), detail.getValue()));
            }
        }
    }

    static ObjectNode forCitizen(Conversation.Entry entry) {
        ObjectNode json = Json.object()
                .put("seq", entry.seq())
                .put("at", entry.at().toString())
                .put("type", "message")
                .put("from", entry.from().wire());
        Json.putIfPresent(json, "name", entry.name());
        reply(json, entry.reply());
        if (!entry.reply().files().isEmpty()) {
            ArrayNode files = json.putArray("attachments");
            entry.reply().files().forEach(file -> files.add(AttachmentRoutes.json(file)));
        }
        return json;
    }

    private static void reply(ObjectNode json, Reply reply) {
        json.put("text", reply.text());
        if (!reply.options().isEmpty()) {
            ArrayNode options = json.putArray("options");
            for (Option option : reply.options()) {
                options.addObject().put("id", option.id()).put("label", option.label());
            }
        }
        if (!reply.citations().isEmpty()) {
            ArrayNode citations = json.putArray("citations");
            for (Citation citation : reply.citations()) {
                citations
                        .addObject()
                        .put("type", citation.type())
                        .put("id", citation.id())
                        .put("version", citation.version())
                        .put("field", citation.field())
                        .put("effectiveFrom", citation.effectiveFrom().toString());
            }
        }
    }
}
