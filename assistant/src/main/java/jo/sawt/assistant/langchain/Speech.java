package jo.sawt.assistant.langchain;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.service.TokenStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One answer as it is said: each time a sentence is complete it is asked whether it may go on. */
final class Speech {
    /** Beyond this an answer is none, and its model may never end. */
    private static final int LONGEST = 20_000;

    private static final Pattern END = Pattern.compile("(?:[.!?؟][\"»”)]*(?=\\s))|\\n");

    private final Predicate<String> goesOn;
    private final StringBuilder said = new StringBuilder();
    private final CompletableFuture<String> whole = new CompletableFuture<>();
    private @Nullable StreamingHandle handle;
    private int complete;

    private Speech(Predicate<String> goesOn) {
        this.goesOn = goesOn;
    }

    /** What is said in the end, or until it was stopped; where it takes too long, or whoever waits is interrupted, the model is. */
    static String of(TokenStream stream, Duration longest, Predicate<String> goesOn) {
        Speech speech = new Speech(goesOn);
        stream.onPartialResponseWithContext(speech::heard)
                .onCompleteResponse(speech::ended)
                .onError(speech.whole::completeExceptionally)
                .start();
        return speech.await(longest);
    }

    private String await(Duration longest) {
        try {
            return whole.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            whole.cancel(true);
            stop();
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            whole.cancel(true);
            stop();
            throw new TimeoutException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new CompletionException(e.getCause());
        }
    }

    private synchronized void stop() {
        if (handle != null) {
            handle.cancel();
        }
    }

    private void heard(PartialResponse part, PartialResponseContext context) {
        synchronized (this) {
            handle = context.streamingHandle();
        }
        if (whole.isDone()) {
            stop();
            return;
        }
        said.append(part.text());
        if (said.length() > LONGEST || !soundSoFar()) {
            whole.complete(said.toString());
            stop();
        }
    }

    private boolean soundSoFar() {
        Matcher ends = END.matcher(said).region(complete, said.length());
        int last = complete;
        while (ends.find()) {
            last = ends.end();
        }
        if (last == complete) {
            return true;
        }
        complete = last;
        String soFar = said.substring(0, last).strip();
        return soFar.isEmpty() || goesOn.test(soFar);
    }

    private void ended(ChatResponse response) {
        ModelMeters.spent(response.tokenUsage());
        whole.complete(said.toString());
    }
}
