package jo.sawt.assistant;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jo.sawt.assistant.LanguageModel.Draft;
import jo.sawt.assistant.Toolbox.Found;
import jo.sawt.knowledge.Registry;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.Reply;

/**
 * Lets a language model improve on a decision: choose where the citizen would be asked, and word what was composed. Wherever
 * that fails the decision stays as it was. What may be a report of a violation never goes out.
 */
final class Polish {
    private static final Logger LOG = System.getLogger(Polish.class.getName());

    private final LanguageModel model;
    private final Wording wording;
    private final Seal seal;
    private final Consulting consulting;

    /** @param tracking how the model may follow a ticket for a citizen; empty where it may not */
    Polish(LanguageModel model, Registry registry, Lexicon lexicon, Optional<ProvenTracking> tracking) {
        this.model = model;
        this.consulting = new Consulting(model, tracking);
        this.wording = new Wording(registry);
        this.seal = new Seal(lexicon);
    }

    /**
     * What is decided and said with the model's help.
     *
     * @param saying who is shown the model's words as they come, each sentence once it is checked
     */
    Decision of(
            Content content, Turn turn, Talk talk, Decision composed, Mind mind, Optional<Consumer<String>> saying) {
        if (!(content instanceof Content.Words words)) {
            return composed;
        }
        boolean follows = consulting.follows(words.text(), talk);
        if (!words(composed) && !consulting.helps(composed, follows)) {
            return composed;
        }
        if (!seal.lets(words.text(), turn, composed, mind.dialogue())) {
            count("composed", "sealed");
            return composed;
        }
        Masked masked = talk.namesTicket(words.text()) ? Masked.withoutProofs(words.text()) : Masked.of(words.text());
        Leaving asked =
                new Leaving(words.text(), masked, turn, talk.only(said -> seal.lets(said, mind.dialogue())), follows);
        AtomicReference<Decision> best = new AtomicReference<>(composed);
        try {
            return model.within(() -> {
                Found found = decided(asked, composed, mind);
                best.set(found.decision());
                return worded(masked, found, saying);
            });
        } catch (ModelAway away) {
            LOG.log(Level.DEBUG, "composed answer, since {0}", away.getMessage());
            count("composed", away.reason().name().toLowerCase(Locale.ROOT));
            return best.get();
        }
    }

    /** A message that may go out, as it is and as it goes. */
    private record Leaving(String text, Masked masked, Turn turn, Talk talk, boolean follows) {}

    /** Whether the model may word or choose something without tools. */
    private static boolean words(Decision decision) {
        return switch (decision) {
            case Decision.Answer answer -> !answer.reply().citations().isEmpty();
            case Decision.Clarify clarify -> true;
            case Decision.Refuse refuse -> false;
            case Decision.Route route -> false;
            case Decision.HandOver over -> false;
        };
    }

    private Found decided(Leaving asked, Decision composed, Mind mind) {
        Decision chosen = composed instanceof Decision.Clarify clarify && !asked.follows()
                ? clarified(asked, clarify, mind.dialogue())
                : composed;
        Found plain = new Found(chosen, Optional.empty());
        boolean clear = composed instanceof Decision.Clarify && chosen instanceof Decision.Answer;
        if (clear || !consulting.helps(composed, asked.follows())) {
            return plain;
        }
        Optional<Found> found = consulting.of(
                asked.text(),
                asked.masked(),
                asked.turn(),
                asked.talk(),
                composed.understanding().lang(),
                mind.tools());
        count("consulted", found.isPresent() ? "some" : "none");
        return found.orElse(plain);
    }

    private Decision clarified(Leaving asked, Decision.Clarify composed, Dialogue dialogue) {
        Masked masked = asked.masked();
        List<Option> options = composed.reply().options();
        Optional<Content> instead = options.isEmpty()
                ? model.rewrite(masked.text()).map(masked::restore).map(Content.Words::new)
                : model.choose(masked.text(), options)
                        .filter(id ->
                                options.stream().anyMatch(option -> option.id().equals(id)))
                        .map(Content.Choice::new);
        Turn turn = asked.turn().in(composed.understanding().lang());
        Optional<Decision> found = instead.map(content -> dialogue.step(
                content, turn.with(Memory.from(composed.understanding().memory()), options)));
        count(options.isEmpty() ? "rewritten" : "chosen", found.isPresent() ? "some" : "none");
        return found.filter(Decision.Answer.class::isInstance).orElse(composed);
    }

    private Decision worded(Masked masked, Found found, Optional<Consumer<String>> saying) {
        Decision decision = found.decision();
        if (!(decision instanceof Decision.Answer answer)
                || answer.reply().citations().isEmpty()) {
            return decision;
        }
        Reply composed = answer.reply();
        Draft draft = new Draft(answer.understanding().lang(), masked.text(), composed.text(), List.of());
        String said = found.wording()
                .filter(wording -> !wording.isBlank())
                .orElseGet(() -> said(draft, masked, composed, saying));
        List<String> faults = wording.faults(masked.without(said), composed);
        boolean mended = !faults.isEmpty();
        if (mended) {
            said = said(draft.mending(faults), masked, composed, saying);
            faults = wording.faults(masked.without(said), composed);
        }
        if (!faults.isEmpty()) {
            count("composed", "unsupported");
            return decision;
        }
        count(mended ? "mended" : "worded", "");
        return new Decision.Answer(
                answer.understanding(),
                new Reply(masked.restore(said), composed.options(), composed.citations(), composed.files()));
    }

    /** The model's words, all of them or as far as the first sentence that the sources do not bear out. */
    private String said(Draft draft, Masked masked, Reply composed, Optional<Consumer<String>> saying) {
        if (saying.isEmpty() || wording.denies(composed)) {
            return model.word(draft);
        }
        return model.word(draft, soFar -> {
            boolean sound = wording.unsupported(masked.without(soFar), composed).isEmpty();
            if (sound) {
                saying.get().accept(masked.restore(soFar));
            }
            count(sound ? "shown" : "stopped", "sentence");
            return sound;
        });
    }

    private static void count(String result, String reason) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_model_answers")
                        .description("What came of asking the language model, and why the composed answer stayed")
                        .tags(List.of(Tag.create("result", result), Tag.create("reason", reason))))
                .increment();
    }
}
