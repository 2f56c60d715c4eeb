package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jo.sawt.assistant.LanguageModel.Consultation;
import jo.sawt.assistant.Toolbox.Found;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.ProvenTracking;

/** Has a language model work with tools on what the assistant alone would refuse, ask back about, or answer unsurely. */
final class Consulting {
    /** Below this an answer is one that the assistant is not sure of. */
    private static final double SURE = 0.5;

    private static final Pattern MAY_PROVE = Pattern.compile("\\p{Nd}{4}|@|[A-Za-z0-9_-]{16,}");

    private final LanguageModel model;
    private final Optional<ProvenTracking> tracking;

    /** @param tracking empty where nothing can be tracked */
    Consulting(LanguageModel model, Optional<ProvenTracking> tracking) {
        this.model = model;
        this.tracking = tracking;
    }

    /** Whether the message may follow a ticket: it names one, or gives what may prove one named before. */
    boolean follows(String text, Talk talk) {
        return tracking.isPresent()
                && talk.ticket().isPresent()
                && talk.namesTicket(text)
                && MAY_PROVE.matcher(text).find();
    }

    /** Whether tools may do better than what was composed. */
    boolean helps(Decision composed, boolean follows) {
        boolean answersNothing = composed instanceof Decision.Answer answer
                && answer.reply().citations().isEmpty();
        return isOpen(composed) || (follows && answersNothing);
    }

    /** Whether the assistant alone refuses an inquiry, asks back about it, or is not sure of its answer. */
    static boolean isOpen(Decision composed) {
        return switch (composed) {
            case Decision.Answer answer ->
                !answer.reply().citations().isEmpty() && answer.understanding().confidence() < SURE;
            case Decision.Clarify clarify -> true;
            case Decision.Refuse refuse -> true;
            case Decision.Route route -> false;
            case Decision.HandOver over -> false;
        };
    }

    /** What the model's work with the tools led to; empty where the composed decision stays. */
    Optional<Found> of(String text, Masked masked, Turn turn, Talk talk, Lang lang, Toolshed shed) {
        if (talk.calls().get() <= 0) {
            return Optional.empty();
        }
        List<String> earlier = talk.earlier().stream().map(masked::also).toList();
        Toolbox tools = new Toolbox(
                shed,
                new Heard(text, talk, masked, turn.in(lang), lang),
                tracking.flatMap(it -> talk.ticket().map(ticket -> new Tracing(it, "ticket " + ticket))));
        return tools.found(model.consult(new Consultation(lang, masked.text(), earlier), tools));
    }
}
