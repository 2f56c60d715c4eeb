package jo.sawt.assistant.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.assistant.Assistant;
import jo.sawt.assistant.Assistants;
import jo.sawt.ticketing.Decision;
import org.junit.jupiter.api.Test;

/** A model that follows a ticket for a citizen: on the proof written in the conversation, and without seeing either. */
class TrackToolTest extends Consulted {
    private static final String CASE = "Where is my request CWXX3HXRFT? My phone ends with 4567";

    @Test
    void citizenIsToldWhereAMatterIsOnTheirProofAndTheModelIsNot() {
        peer.callsOnce("track", "{\"reference\":\"[REFERENCE_1]\",\"proof\":\"[PROOF_2]\"}");

        Decision decision = said(CASE);

        assertThat(decision.reply().text())
                .contains("CWXX3HXRFT", "With the department", "Saturday 28 November 2026")
                .doesNotContain("[");
        assertThat(proofs).containsExactly("4567");
        assertThat(peer.bodies())
                .singleElement()
                .satisfies(body ->
                        assertThat(body).contains("[REFERENCE_1]", "[PROOF_2]").doesNotContain("CWXX3HXRFT", "4567"));
    }

    @Test
    void proofGivenInTheNextMessageCountsToo() {
        peer.callsOnce("track", "{\"reference\":\"[REFERENCE_2]\",\"proof\":\"[PROOF_1]\"}");

        Decision decision = assistant()
                .respond(Assistants.turn(
                        Assistants.said(1, "Where is my request CWXX3HXRFT?"),
                        Assistants.said(3, "4567"),
                        List.of(),
                        Map.of()));

        assertThat(decision.reply().text()).contains("CWXX3HXRFT");
        assertThat(proofs).containsExactly("4567");
    }

    @Test
    void wrongProofTellsNothing() {
        String wrong = CASE.replace("4567", "1111");
        peer.callsOnce("track", "{\"reference\":\"[REFERENCE_1]\",\"proof\":\"[PROOF_2]\"}")
                .says(ends());
        double before = counted("track", "refused");

        assertThat(said(wrong).reply()).isEqualTo(composed(wrong).reply());
        assertThat(proofs).containsExactly("1111");
        assertThat(counted("track", "refused")).isEqualTo(before + 1);
    }

    @Test
    void proofThatTheCitizenDidNotWriteIsNotTried() {
        String without = "Where is my request CWXX3HXRFT since 2024?";
        peer.callsOnce("track", "{\"reference\":\"[REFERENCE_1]\",\"proof\":\"4567\"}")
                .callsOnce("track", "{\"reference\":\"[REFERENCE_1]\"}")
                .callsOnce("track", "{\"reference\":\"[REFERENCE_1]\",\"proof\":\"CWXX\"}")
                .callsOnce("track", "{\"reference\":\"[REFERENCE_1]\",\"proof\":\"XRFT\"}")
                .says(ends());

        assertThat(said(without).reply()).isEqualTo(composed(without).reply());
        assertThat(proofs).isEmpty();
    }

    @Test
    void proofWrittenEarlierDoesNotLeaveLater() {
        peer.says(ends());

        assistant().respond(Assistants.turn(Assistants.said(1, CASE), Assistants.said(3, BOAT), List.of(), Map.of()));

        assertThat(peer.bodies())
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).contains("EARLIER").doesNotContain("4567", "CWXX3HXRFT"));
    }

    @Test
    void toolThatFailsLeavesTheComposedAnswer() {
        peer.callsOnce("track", "{\"reference\":\"[REFERENCE_1]\",\"proof\":\"[PROOF_2]\"}")
                .says(ends());
        double before = counted("track", "failed");
        Assistant assistant = Assistants.with(model(), Optional.of((asker, reference, proof) -> {
            throw new IllegalStateException("the store is away: CWXX3HXRFT");
        }));

        assertThat(said(assistant, CASE).reply()).isEqualTo(composed(CASE).reply());
        assertThat(counted("track", "failed")).isEqualTo(before + 1);
        assertThat(peer.bodies()).allSatisfy(body -> assertThat(body).doesNotContain("CWXX3HXRFT"));
    }
}
