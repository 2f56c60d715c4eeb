package jo.sawt.ticketing.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import jo.sawt.ticketing.Action;
import jo.sawt.ticketing.Assignment;
import jo.sawt.ticketing.Clocks;
import jo.sawt.ticketing.Entry;
import jo.sawt.ticketing.Grounds;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.Understanding;

/** A ticket as staff see it. */
final class TicketJson {
    private TicketJson() {}

    /** With its timeline and what the caller may do. */
    static ObjectNode whole(Ticket ticket, Set<Action> actions, Lang lang) {
        ObjectNode json = line(ticket);
        ticket.matter().understood().ifPresent(how -> understood(json.putObject("understood"), how));
        ArrayNode timeline = json.putArray("timeline");
        for (Entry entry : ticket.timeline().entries()) {
            timeline.add(EntryJson.forStaff(ticket, entry, lang));
        }
        ArrayNode may = json.putArray("actions");
        actions.stream().sorted().forEach(action -> may.add(action.wire()));
        return json;
    }

    /** As a line of a list. */
    static ObjectNode line(Ticket ticket) {
        ObjectNode json = Json.object()
                .put("reference", ticket.reference().value())
                .put("version", ticket.version())
                .put("status", ticket.status().wire())
                .put("owner", ticket.owner().wire())
                .put("kind", ticket.kind().wire())
                .put("subject", ticket.matter().subject())
                .put("lang", ticket.matter().lang().wire())
                .put("channel", ticket.channel().wire());
        Json.put(json, "service", ticket.matter().topic().service());
        Json.put(json, "department", ticket.department());
        Json.put(json, "assignee", ticket.care().assignee());
        json.put("priority", ticket.matter().labels().priority().wire());
        ArrayNode tags = json.putArray("tags");
        ticket.matter().labels().tags().forEach(tags::add);
        json.putObject("contact")
                .put("channel", ticket.channel().wire())
                .put("address", ticket.talk().contact().address());
        assignments(json.putArray("assignments"), ticket);
        clocks(json.putObject("clocks"), ticket.care().clocks());
        ticket.care().milestones().rating().ifPresent(rating -> rating(json.putObject("rating"), rating));
        links(json, ticket);
        return json.put("createdAt", ticket.revision().createdAt().toString())
                .put("updatedAt", ticket.revision().updatedAt().toString());
    }

    /** What the assistant last took it to be about, and what that rests on. */
    private static void understood(ObjectNode json, Understanding how) {
        json.put("kind", how.kind().wire()).put("lang", how.lang().wire());
        Json.put(json, "service", how.service());
        Json.put(json, "department", how.department());
        Json.put(json, "facet", how.facet());
        json.put("confidence", how.confidence());
        likely(json.putArray("services"), how.grounds().services());
        likely(json.putArray("departments"), how.grounds().departments());
    }

    private static void likely(ArrayNode array, List<Grounds.Likely> likely) {
        likely.forEach(one -> array.addObject().put("id", one.id()).put("probability", one.probability()));
    }

    private static void assignments(ArrayNode array, Ticket ticket) {
        for (Assignment share : ticket.care().assignments()) {
            ObjectNode json = array.addObject()
                    .put("department", share.department().value())
                    .put("lead", share.lead())
                    .put("state", share.state().wire())
                    .put("since", share.since().toString())
                    .put("dueAt", share.dueAt().toString());
            share.finding().ifPresent(finding -> {
                ObjectNode answer = json.putObject("answer")
                        .put("text", finding.text())
                        .put("outcome", finding.done() ? "done" : "unable")
                        .put("at", finding.at().toString())
                        .put("by", finding.by());
                Json.putIfPresent(answer, "reason", finding.reason());
                Json.putIfPresent(answer, "evidence", finding.evidence());
            });
        }
    }

    private static void clocks(ObjectNode json, Clocks clocks) {
        Json.put(json, "firstResponseDueAt", clocks.firstResponseDueAt());
        Json.put(json, "firstRespondedAt", clocks.firstRespondedAt());
        Json.put(json, "resolutionDueAt", clocks.resolutionDueAt());
        Json.put(json, "pausedSince", clocks.pausedSince());
        json.put("escalations", clocks.level());
    }

    private static void rating(ObjectNode json, Rating rating) {
        json.put("solution", rating.solution())
                .put("classification", rating.classification())
                .put("response", rating.response());
    }

    private static void links(ObjectNode json, Ticket ticket) {
        Json.putIfPresent(json, "previous", ticket.talk().links().previous());
        Json.putIfPresent(json, "next", ticket.talk().links().next().map(next -> next.reference()));
        Json.putIfPresent(json, "mergedInto", ticket.talk().links().mergedInto());
        ArrayNode related = json.putArray("related");
        ticket.talk().links().others().forEach(other -> related.add(other.value()));
    }
}
