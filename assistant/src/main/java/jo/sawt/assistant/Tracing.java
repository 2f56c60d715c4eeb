package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.ProvenTracking.Seen;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Tracking.Tracked;

/**
 * Tells a citizen where a matter is, in the catalogue's words, by the rules of the public tracking page.
 *
 * @param asker whose guesses are counted
 */
record Tracing(ProvenTracking tracking, String asker) {
    /** Empty unless the citizen wrote both, and the proof is the right one. */
    Optional<Decision> trace(Heard heard, Optional<String> reference, Optional<String> proof) {
        Optional<Reference> named = reference.flatMap(Reference::parse).filter(heard::names);
        Optional<String> given = proof.filter(heard::proves);
        if (named.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        return switch (tracking.look(asker, named, given)) {
            case Seen.Found found when found.tracked().proven() -> Optional.of(told(heard, found.tracked()));
            case Seen.Found unproven -> Optional.empty();
            case Seen.Unknown unknown -> Optional.empty();
            case Seen.WrongProof wrong -> Optional.empty();
            case Seen.NotNow later -> Optional.empty();
        };
    }

    private static Decision told(Heard heard, Tracked tracked) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.text(
                heard.lang(),
                "tracking.seen",
                tracked.reference().value(),
                Messages.text(heard.lang(), "chat.status." + tracked.status().wire())));
        tracked.entries().stream()
                .findFirst()
                .ifPresent(first -> lines.add(
                        Messages.text(heard.lang(), "tracking.seen.since", Messages.day(heard.lang(), first.at()))));
        tracked.dueAt()
                .ifPresent(due ->
                        lines.add(Messages.text(heard.lang(), "tracking.seen.due", Messages.day(heard.lang(), due))));
        Noted noted = Noted.of(heard.lang(), Kind.INQUIRY, 0.9);
        return new Decision.Answer(
                noted.remembering(heard.turn().memory().settled()), Reply.of(String.join("\n", lines)));
    }
}
