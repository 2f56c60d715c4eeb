package jo.sawt.assistant;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jo.sawt.knowledge.Embedder;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.ServiceFinder;
import jo.sawt.knowledge.linear.LinearModel;
import jo.sawt.ticketing.Correction;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.Responder;
import jo.sawt.ticketing.TurnView;

/**
 * Answers citizens from the registry, or says that it cannot. Works without any model server, within milliseconds once it
 * has learned; the first answers wait for that. Safe for many threads.
 */
public final class Assistant implements Responder {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CompletableFuture<Mind> mind;
    private final Optional<SecondLook> look;
    private final Optional<Polish> polish;
    private final NoneOfThese none = new NoneOfThese();

    private Assistant(CompletableFuture<Mind> mind, Optional<SecondLook> look, Optional<Polish> polish) {
        this.mind = mind;
        this.look = look;
        this.polish = polish;
    }

    /**
     * Begins to learn of the packaged messages and the registry's ways of asking, on a thread of its own; the folder keeps
     * what was learned from start to start, so that only the first start takes long.
     */
    public static <I extends ServiceFinder & Search> Assistant open(
            Registry registry, I index, Optional<Path> cacheFolder, InstantSource clock) {
        return open(registry, index, cacheFolder, clock, Optional.empty());
    }

    /** The same with a language model that may word its answers better. */
    public static <I extends ServiceFinder & Search> Assistant open(
            Registry registry, I index, Optional<Path> cacheFolder, InstantSource clock, Optional<Beside> beside) {
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        Supplier<Mind> learn = () -> Mind.of(
                registry,
                index,
                index,
                Learned.models(registry, LinearModel::train, lexicon, cacheFolder),
                Judgement.packaged(),
                lexicon,
                clock);
        return learning(
                learn,
                beside.flatMap(Beside::embedder).map(embedder -> new SecondLook(embedder, lexicon)),
                beside.flatMap(it ->
                        it.model().map(model -> new Polish(model, registry, lexicon, Optional.of(it.tracking())))));
    }

    /**
     * Models outside of Sawt.
     *
     * @param model of language, if there is one
     * @param tracking how it may follow a ticket for a citizen who proves that it is theirs
     * @param embedder the model of vectors that the index has, if it has one
     */
    public record Beside(Optional<LanguageModel> model, ProvenTracking tracking, Optional<Embedder> embedder) {}

    static Assistant learning(Supplier<Mind> learn, Optional<Polish> polish) {
        return learning(learn, Optional.empty(), polish);
    }

    static Assistant learning(Supplier<Mind> learn, Optional<SecondLook> look, Optional<Polish> polish) {
        CompletableFuture<Mind> mind = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("sawt-learning").start(() -> {
            try {
                mind.complete(learn.get());
            } catch (RuntimeException | Error e) {
                mind.completeExceptionally(e);
                throw e;
            }
        });
        return new Assistant(mind, look, polish);
    }

    /** A citizen's text without the personal data that patterns can find. */
    public static String masked(String text) {
        return Masked.of(text).text();
    }

    /** From now on it goes by these corrections of staff and no others; waits until it has learned. */
    public void goBy(List<Correction> corrections) {
        mind().taught().replace(corrections);
    }

    /** Whether it has learned what it needs. */
    public boolean ready() {
        return mind.isDone() && !mind.isCompletedExceptionally();
    }

    /** Waits until it has learned; false if that took longer than the patience, or failed. */
    public boolean awaitReady(Duration patience) throws InterruptedException {
        try {
            mind.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    @Override
    public Decision respond(TurnView view) {
        return respond(view, Optional.empty());
    }

    /** Of an answer to one message alone, it is told meanwhile what a language model says and the cited fields bear out. */
    @Override
    public Decision respond(TurnView view, Consumer<String> saying) {
        return respond(view, view.unanswered().size() == 1 ? Optional.of(saying) : Optional.empty());
    }

    private Decision respond(TurnView view, Optional<Consumer<String>> saying) {
        Mind known = mind();
        Turn turn = new Turn(
                view.channel(), view.lang(), Optional.empty(), view.offered(), view.kind(), Memory.from(view.memory()));
        List<Decision> decisions = new ArrayList<>();
        for (TurnView.Said said : view.unanswered()) {
            decisions.addAll(steps(known, said.content(), turn, new Use(true, saying, Talk.before(said, view), false)));
            Decision last = decisions.getLast();
            turn = turn.with(
                    Memory.from(last.understanding().memory()), last.reply().options());
        }
        return Merging.of(decisions);
    }

    /** Answers outside of any ticket; what would open one says what that would do. */
    public Answered answer(Asked asked) {
        Mind known = mind();
        Memory memory = Memory.from(asked.memory());
        Turn turn = new Turn(asked.channel(), asked.before(), asked.lang(), asked.offered(), Kind.INQUIRY, memory);
        return known.previews()
                .of(steps(
                        known,
                        new Content.Words(asked.text()),
                        turn,
                        new Use(false, Optional.empty(), Talk.after(memory.text()), false)));
    }

    /** Of a message that holds two matters or more what to do about each, of any other what to do about it. */
    private List<Decision> steps(Mind known, Content content, Turn turn, Use use) {
        List<String> parts = content instanceof Content.Words words ? Parts.of(words.text()) : List.of();
        if (parts.size() < 2 || turn.memory().waits()) {
            return List.of(step(known, content, turn, use));
        }
        List<Decision> decisions = new ArrayList<>();
        Turn next = turn;
        for (String part : parts) {
            Decision decision =
                    step(known, new Content.Words(part), next, new Use(use.kept(), Optional.empty(), use.talk(), true));
            decisions.add(decision);
            next = next.with(
                    Memory.from(decision.understanding().memory()),
                    decision.reply().options());
        }
        return Parts.areMatters(decisions) ? decisions : List.of(step(known, content, turn, use));
    }

    /**
     * What a decision is for.
     *
     * @param kept whether it is for a ticket, which keeps what the decision rests on
     * @param saying who is shown an answer while it is worded
     * @param talk what it is a part of
     * @param part whether it is one of several in a message, which is looked at once more as a whole only
     */
    private record Use(boolean kept, Optional<Consumer<String>> saying, Talk talk, boolean part) {}

    private Decision step(Mind known, Content content, Turn turn, Use use) {
        Dialogue dialogue = known.dialogue();
        Content heard = none.heard(content, turn);
        Decision first = dialogue.step(heard, turn);
        Decision composed = use.part()
                ? first
                : look.map(with -> with.of(heard, turn, first, known)).orElse(first);
        Decision worded = polish.map(with -> with.of(heard, turn, use.talk(), composed, known, use.saying()))
                .orElse(composed);
        Decision grounded = use.kept() ? known.grounding().of(content, turn, worded) : worded;
        return NationalNumbers.warned(content, turn.channel(), grounded);
    }

    private Mind mind() {
        try {
            return mind.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the assistant was learning", e);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("the assistant has not learned yet", e);
        }
    }
}
