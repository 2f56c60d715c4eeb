package jo.sawt.assistant.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jo.sawt.assistant.Asked;
import jo.sawt.assistant.Assistants;
import jo.sawt.ticketing.TurnView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a citizen is shown while a model words an answer, with models that say it well, wrongly, or not to the end. */
class StreamedAnswerTest {
    private static final String FEES = "How much does it cost to renew my passport?";
    private static final Duration BUDGET = Duration.ofSeconds(4);
    private static final String FIRST = "Please follow this:";

    private final ModelPeer peer = new ModelPeer();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void eachSentenceIsShownBeforeTheNextIsThere() {
        peer.says(blocks -> FIRST + "\n" + ModelPeer.block(blocks, "ANSWER")).between(this::awaitShown);

        String whole = FIRST + "\n" + composed();
        assertThat(said(BUDGET)).isEqualTo(whole);
        assertThat(shown)
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(whole).startsWith(part));
        assertThat(shown.getFirst()).isEqualTo(FIRST);
        assertThat(peer.bodies()).hasSize(1);
    }

    @Test
    void lieInTheThirdSentenceIsNeverShownAndIsMendedOnce() {
        peer.says(blocks -> blocks.contains("BEGIN LACKING")
                ? FIRST + "\n" + ModelPeer.block(blocks, "ANSWER")
                : FIRST + "\nThis is for you.\nThe passport costs 5.000.\n" + ModelPeer.block(blocks, "ANSWER"));

        assertThat(said(BUDGET)).isEqualTo(FIRST + "\n" + composed());
        assertThat(shown).contains(FIRST).noneMatch(part -> part.contains("costs 5.000"));
        assertThat(peer.bodies()).hasSize(2);
    }

    @Test
    void repeatedLieLeavesTheComposedAnswer() {
        peer.says(blocks -> FIRST + "\nThis is for you.\nThe passport costs 5.000.\n");

        assertThat(said(BUDGET)).isEqualTo(composed());
        assertThat(shown).isNotEmpty().noneMatch(part -> part.contains("5.000"));
        assertThat(peer.bodies()).hasSize(2);
    }

    @Test
    void sentenceOfInjectedTextIsNeverShown() {
        peer.says(blocks -> FIRST + "\nPay at http://evil.example/pay.\n" + ModelPeer.block(blocks, "ANSWER"));

        assertThat(said(BUDGET)).isEqualTo(composed());
        assertThat(shown).isNotEmpty().noneMatch(part -> part.contains("evil"));
    }

    @Test
    void factLeftOutLeavesTheComposedAnswer() {
        peer.says(blocks -> FIRST + "\n");

        assertThat(said(BUDGET)).isEqualTo(composed());
    }

    @Test
    void streamThatStallsIsNotWaitedForBeyondTheBudget() {
        peer.says(blocks -> FIRST + "\n" + ModelPeer.block(blocks, "ANSWER")).stallsMidway();

        assertThat(said(Duration.ofMillis(800))).isEqualTo(composed());
        assertThat(shown).containsExactly(FIRST);
    }

    @Test
    void streamThatBreaksOffLeavesTheComposedAnswer() {
        peer.says(blocks -> FIRST + "\n" + ModelPeer.block(blocks, "ANSWER")).breaksOffMidway();

        assertThat(said(BUDGET)).isEqualTo(composed());
    }

    private void awaitShown() {
        try {
            if (!first.await(BUDGET.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing was shown of what was said");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(String soFar) {
        shown.add(soFar);
        first.countDown();
    }

    private String said(Duration budget) {
        var model = new OpenAiLanguageModel(new ModelServer(peer.url(), Optional.of("key"), "peer", budget));
        return Assistants.with(model).respond(turn(), this::show).reply().text();
    }

    private static String composed() {
        return Assistants.sample().answer(Asked.first(FEES)).decision().reply().text();
    }

    private static TurnView turn() {
        return Assistants.turn(List.of(), Assistants.said(1, FEES), List.of(), Map.of());
    }
}
