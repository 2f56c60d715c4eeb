package jo.sawt.ticketing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ticket that an agent opens for somebody on the phone or at a counter. */
final class Takedown {
    private static final int LONGEST_SUBJECT = 200;

    private Takedown() {}

    static Optional<String> refusal(Opening opening) {
        if (opening.channel() != Channel.PHONE && opening.channel() != Channel.COUNTER) {
            return Optional.of("refused.channel");
        }
        if (opening.subject().isBlank() || opening.subject().length() > LONGEST_SUBJECT) {
            return Optional.of(opening.subject().isBlank() ? "refused.blank" : "refused.too-long");
        }
        return Acts.text(opening.text());
    }

    /** Where a department is named it goes there, else it stays with the agent. */
    static Draft draft(House house, Caller caller, Opening opening) {
        Reference reference = Reference.random();
        Matter matter = new Matter(
                opening.kind(),
                opening.subject(),
                opening.lang(),
                opening.topic(),
                Matter.Labels.NONE,
                Optional.empty());
        Contact contact = new Contact(opening.channel(), opening.address().orElse(reference.value()));
        Talk talk =
                new Talk(contact, Optional.of(opening.lang()), Numbers.NONE, Talk.Owed.NOTHING, Links.NONE, List.of());
        Draft draft = Draft.fresh(house, reference, matter, talk);
        Party by = Party.of(caller);
        draft.event(
                by,
                "taken-down",
                Optional.empty(),
                Optional.of(opening.channel().wire()),
                Map.of());
        String text = Hearing.clean(opening.text());
        draft.hear(new Entry.Said(new InboundMessage.Content.Words(text), text), Optional.empty(), true);
        Optional<DepartmentId> department = opening.topic()
                .department()
                .filter(id -> !Sight.isSealed(matter, id))
                .filter(id -> house.departments().name(id, Lang.AR).isPresent());
        if (department.isPresent()) {
            Moves.assign(draft, by, department.get(), true, Optional.empty());
            Moves.to(draft, by, Status.WITH_DEPARTMENT, Optional.empty());
        } else {
            draft.care = draft.care.taken(Optional.of(caller.username()));
            Moves.to(draft, by, Status.IN_PROGRESS, Optional.empty());
        }
        return draft;
    }
}
