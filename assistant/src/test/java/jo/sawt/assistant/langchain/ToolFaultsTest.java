package jo.sawt.assistant.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jo.sawt.assistant.Assistant;
import jo.sawt.assistant.Assistants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said where a model does wrong with tools, or its server does. */
class ToolFaultsTest extends Consulted {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete_ticket | {}              | unknown     | invented
            search        | {"words":"half  | search      | broken
            search        | ["passport"]    | search      | broken
            search        | {"words":""}    | search      | refused
            open_ticket   | {"kind":"X"}    | open_ticket | refused
            track         | {}              | track       | refused
            """)
    void wrongCallLeavesTheComposedDecision(String tool, String arguments, String counted, String result) {
        peer.callsOnce(tool, arguments).says(ends());
        double before = counted(counted, result);

        assertThat(said(BOAT).reply()).isEqualTo(composed(BOAT).reply());
        assertThat(counted(counted, result)).isEqualTo(before + 1);
        assertThat(peer.bodies()).hasSize(2);
    }

    @Test
    void modelThatStallsAtItsToolsIsNotWaitedForBeyondTheBudget() {
        peer.stalls();
        Assistant impatient = Assistants.with(model(Duration.ofMillis(500)));

        assertThat(said(impatient, BOAT).reply()).isEqualTo(composed(BOAT).reply());
        assertThat(peer.bodies()).hasSize(1);
    }

    @Test
    void endlessCallsEnd() {
        peer.calls("search", PASSPORT);
        double before = counted("search", "refused");

        assertThat(said(BOAT).reply()).isEqualTo(composed(BOAT).reply());
        assertThat(peer.bodies()).hasSize(5);
        assertThat(counted("search", "refused")).isEqualTo(before + 1);
    }

    @Test
    void callsForAllPartsOfAMessageAreCountedTogether() {
        peer.calls("search", PASSPORT);

        said(BOAT + " By the way, what is the weather tomorrow in Amman?");

        assertThat(peer.bodies()).hasSize(5);
    }

    @Test
    void exchangeThatFailsIsTriedOnceMoreAndNoCallIsMadeTwice() {
        peer.callsOnce("search", PASSPORT)
                .says(ends("passport-renewal", blocks -> ""))
                .fails(500, 1);
        double before = counted("search", "done");

        assertThat(said(BOAT).understanding().service()).contains("passport-renewal");
        assertThat(counted("search", "done")).isEqualTo(before + 1);
    }

    @Test
    void whatWasFoundIsAnsweredThoughTheWordingFails() {
        peer.callsOnce("search", PASSPORT)
                .says(blocks -> blocks.contains("BEGIN ANSWER")
                        ? "nonsense"
                        : ends("passport-renewal", none -> "").apply(blocks));

        assertThat(said(BOAT).understanding().service()).contains("passport-renewal");
    }

    @Test
    void modelThatUsesToolsWronglyStillWordsAnswers() {
        Assistant assistant = assistant();
        for (int i = 0; i < Guard.VOLUME + 2; i++) {
            peer.callsOnce("search", "{").says(blocks -> "nonsense");
            assertThat(said(assistant, BOAT).reply()).isEqualTo(composed(BOAT).reply());
        }

        assertThat(worded(assistant)).startsWith("Please: ");
    }

    @Test
    void serverWithoutToolsStillWordsAnswers() {
        Assistant assistant = assistant();
        for (int i = 0; i < Guard.VOLUME + 2; i++) {
            peer.fails(400, 1);
            assertThat(said(assistant, BOAT).reply()).isEqualTo(composed(BOAT).reply());
        }

        assertThat(worded(assistant)).startsWith("Please: ");
    }
}
