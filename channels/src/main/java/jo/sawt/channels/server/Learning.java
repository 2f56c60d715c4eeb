package jo.sawt.channels.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jo.sawt.assistant.Assistant;
import jo.sawt.channels.server.http.NotReady;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Responder;
import jo.sawt.ticketing.TurnView;

/**
 * The assistant, which learns while Sawt already takes messages: turns wait for it in the store, and whoever asks it directly
 * waits a little.
 */
final class Learning implements Responder {
    private static final Logger LOG = System.getLogger(Learning.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final CompletableFuture<Assistant> assistant = new CompletableFuture<>();

    /** Starts to learn; {@code done} is called when that has ended, well or not. */
    Learning(Supplier<Assistant> learn, Runnable done) {
        Thread.ofPlatform().daemon().name("learning").start(() -> {
            try {
                assistant.complete(learn.get());
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "the assistant could not learn; people answer what it would have", e);
                assistant.completeExceptionally(e);
            } finally {
                done.run();
            }
        });
    }

    boolean isReady() {
        return assistant.isDone() && !assistant.isCompletedExceptionally();
    }

    /** Waits a little for the assistant; {@link NotReady} where it still learns or could not. */
    Assistant get() {
        try {
            return assistant.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NotReady("problem.assistant.learns", e);
        } catch (ExecutionException | CompletionException e) {
            throw new NotReady("problem.assistant.failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("problem.assistant.learns", e);
        }
    }

    @Override
    public Decision respond(TurnView turn) {
        return get().respond(turn);
    }

    @Override
    public Decision respond(TurnView turn, Consumer<String> saying) {
        return get().respond(turn, saying);
    }
}
