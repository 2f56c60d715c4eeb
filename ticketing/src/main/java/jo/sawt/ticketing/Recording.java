package jo.sawt.ticketing;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records what a ticket teaches where it is kept: a gap, a correction. The write that makes the ticket teach it owes it, so
 * that it is recorded at least once; a key makes it count once.
 */
final class Recording implements Duty {
    private static final Logger LOG = System.getLogger(Recording.class.getName());

    private final Clerk clerk;
    private final Optional<Lessons> lessons;

    Recording(Clerk clerk, Optional<Lessons> lessons) {
        this.clerk = clerk;
        this.lessons = lessons;
    }

    @Override
    public boolean isDue(Ticket ticket) {
        return !ticket.talk().owed().lessons().isEmpty();
    }

    @Override
    public void work(Ticket ticket) {
        List<Long> owed = ticket.talk().owed().lessons();
        lessons.ifPresent(kept -> owed.forEach(seq -> count(recorded(ticket, seq, kept))));
        clerk.edit(ticket.reference(), now -> {
            Draft draft = Draft.of(clerk.house(), now).silently();
            draft.talk = draft.talk.owing(draft.talk.owed().taught(owed));
            return Optional.of(draft.done());
        });
    }

    private static String recorded(Ticket ticket, long seq, Lessons kept) {
        try {
            Optional<Entry> entry = ticket.timeline().bySeq(seq);
            return entry.isPresent() && entry.get().what() instanceof Entry.Event event
                    ? recorded(ticket, entry.get(), event, kept)
                    : "lost";
        } catch (DeskUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "what ticket " + ticket.reference() + " teaches could not be recorded", e);
            return "lost";
        }
    }

    private static String recorded(Ticket ticket, Entry entry, Entry.Event event, Lessons kept) {
        if (event.name().equals(GapMarks.GAP)) {
            kept.gaps().record(asking(ticket, entry, event));
            return GapMarks.GAP;
        }
        String text = opening(ticket);
        if (text.isBlank()) {
            return "wordless";
        }
        kept.corrections().add(correction(ticket, entry, event, kept.masking().apply(text)));
        return "correction";
    }

    private static Asking asking(Ticket ticket, Entry entry, Entry.Event event) {
        Map<String, String> details = event.details();
        String topic = details.getOrDefault("topic", "");
        return new Asking(
                ticket.reference(),
                entry.seq(),
                entry.at(),
                ticket.channel(),
                new Unanswered(
                        details.getOrDefault("text", ""),
                        topic.isEmpty() ? List.of() : List.of(topic.split(" ", -1)),
                        details.getOrDefault("register", "ar"),
                        event.now().map(DepartmentId::new)));
    }

    private static Correction correction(Ticket ticket, Entry entry, Entry.Event event, String masked) {
        boolean ofKind = event.name().equals("kind");
        Correction.Label label = new Correction.Label(
                event.now().filter(to -> !ofKind).map(DepartmentId::new),
                event.now().filter(to -> ofKind).flatMap(Kind::parse));
        boolean sealed = event.old().filter(Kind.REPORT.wire()::equals).isPresent()
                || label.kind().filter(Kind.REPORT::equals).isPresent()
                || ticket.kind() == Kind.REPORT;
        return new Correction(
                ticket.reference() + ":" + entry.seq(),
                masked,
                label,
                sealed,
                new Correction.Source(
                        ticket.reference(),
                        new Username(entry.by().id().orElse("unknown")),
                        entry.at(),
                        event.details().getOrDefault("reason", "")));
    }

    /** What the citizen wrote first, in this matter. */
    private static String opening(Ticket ticket) {
        for (Entry entry : Sight.ownWords(ticket)) {
            if (entry.what() instanceof Entry.Said said
                    && said.content() instanceof InboundMessage.Content.Words words
                    && !words.text().isBlank()) {
                return words.text();
            }
        }
        return "";
    }

    private static void count(String what) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_lessons")
                        .description("What tickets taught, by what became of it")
                        .tags(List.of(Tag.create("result", what))))
                .increment();
    }
}
