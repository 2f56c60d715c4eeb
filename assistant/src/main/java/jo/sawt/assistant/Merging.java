package jo.sawt.assistant;

import java.util.Comparator;
import java.util.List;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Grounds;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Unanswered;
import jo.sawt.ticketing.Understanding;

/** Makes one decision of those about several messages that wait for an answer: every one is answered, the weightiest decides. */
final class Merging {
    private Merging() {}

    static Decision of(List<Decision> decisions) {
        if (decisions.size() == 1) {
            return decisions.getFirst();
        }
        Decision weightiest = decisions.stream()
                .max(Comparator.comparingInt(Merging::weight))
                .orElseThrow(() -> new IllegalArgumentException("nothing to answer"));
        Understanding last = decisions.getLast().understanding();
        Understanding of = weightiest.understanding();
        Understanding whole = new Understanding(
                last.lang(),
                of.kind(),
                of.service(),
                of.department(),
                of.facet(),
                of.confidence(),
                last.memory(),
                grounds(decisions, of.grounds()));
        Passage joined = Passage.join(decisions.stream()
                .map(d -> new Passage(d.reply().text(), d.reply().citations()))
                .toList());
        Reply reply = new Reply(joined.text(), decisions.getLast().reply().options(), joined.citations());
        return switch (weightiest) {
            case Decision.Answer answer -> new Decision.Answer(whole, reply);
            case Decision.Clarify clarify -> new Decision.Clarify(whole, reply);
            case Decision.Refuse refuse -> new Decision.Refuse(whole, reply, refuse.gap());
            case Decision.Route route -> new Decision.Route(whole, reply, route.subject(), others(route, decisions));
            case Decision.HandOver over -> new Decision.HandOver(whole, reply, over.reason(), over.summary());
        };
    }

    /** The matters beside the weightiest that are routed to departments of their own. */
    private static List<Understanding> others(Decision.Route first, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> !decision.equals(first) && decision instanceof Decision.Route)
                .map(Decision::understanding)
                .filter(other -> other.department().isPresent()
                        && !other.department().equals(first.understanding().department()))
                .toList();
    }

    /** Those of the weightiest, with the questions that any of them leaves unanswered. */
    private static Grounds grounds(List<Decision> decisions, Grounds of) {
        List<Unanswered> unanswered = decisions.stream()
                .flatMap(decision -> decision.understanding().grounds().unanswered().stream())
                .toList();
        return new Grounds(of.services(), of.departments(), unanswered);
    }

    private static int weight(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> 0;
            case Decision.Answer answer -> 1;
            case Decision.Clarify clarify -> 2;
            case Decision.Route route -> 3;
            case Decision.HandOver over -> 4;
        };
    }
}
