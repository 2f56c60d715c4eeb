package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import jo.sawt.assistant.Answered.Named;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Understanding;

/** Shows a decision to somebody who has no ticket: with names, and with what a ticket would do instead of its number. */
final class Previews {
    private final Names names;
    private final Replies replies;

    Previews(Names names, Replies replies) {
        this.names = names;
        this.replies = replies;
    }

    /** Of what was decided about each part of one message. */
    Answered of(List<Decision> parts) {
        Decision decision = Merging.of(parts.stream().map(this::shown).toList());
        Understanding of = decision.understanding();
        Lang lang = of.lang();
        Optional<Named> service = of.service()
                .flatMap(names::service)
                .map(record -> new Named(record.id().value(), record.name().in(Names.in(lang))));
        Optional<Named> department =
                of.department().map(id -> new Named(id.value(), names.department(new DepartmentId(id.value()), lang)));
        return new Answered(decision, service, department);
    }

    private Decision shown(Decision decision) {
        if (!(decision instanceof Decision.Route route)) {
            return decision;
        }
        Understanding of = route.understanding();
        Reply reply = replies.wouldRoute(of.lang(), of.kind(), of.department().map(id -> new DepartmentId(id.value())));
        return new Decision.Route(of, reply, route.subject());
    }
}
