package jo.sawt.assistant.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jo.sawt.assistant.Assistant;
import jo.sawt.assistant.Assistants;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Kind;
import org.junit.jupiter.api.Test;

/** What a model may do with tools, and that it is held to what they found. */
class ToolsTest extends Consulted {
    private static final String BOOK = "What do I need for the little blue book that lets me fly abroad?";

    @Test
    void whatASearchFoundIsWordedWithItsSources() {
        peer.callsOnce("search", PASSPORT)
                .says(ends("passport-renewal", blocks -> "Please follow this: " + answer(blocks)));
        double before = counted("search", "done");

        Decision decision = answered(BOOK);

        assertThat(decision).isInstanceOf(Decision.Answer.class);
        assertThat(decision.understanding().service()).contains("passport-renewal");
        assertThat(decision.reply().text()).startsWith("Please follow this: ");
        assertThat(decision.reply().citations()).extracting(Citation::id).containsOnly("passport-renewal");
        assertThat(counted("search", "done")).isEqualTo(before + 1);
    }

    @Test
    void lieAboutWhatASearchFoundLeavesTheAnswerComposedOfIt() {
        peer.callsOnce("search", PASSPORT)
                .says(blocks -> blocks.contains("BEGIN ANSWER")
                        ? ModelPeer.json("answer", ModelPeer.block(blocks, "ANSWER") + " It costs 7777.")
                        : ends("passport-renewal", none -> "It costs 7777.").apply(blocks));

        Decision decision = answered(BOOK);

        assertThat(decision.understanding().service()).contains("passport-renewal");
        assertThat(decision.reply().text()).doesNotContain("7777").isNotBlank();
    }

    @Test
    void serviceThatNoSearchGaveIsNone() {
        peer.callsOnce("search", "{\"words\":\"school\"}").says(ends("no-such-service", blocks -> "Go to the school."));

        assertThat(answered(BOOK).reply()).isEqualTo(composed(BOOK).reply());
    }

    @Test
    void centersNearAPlaceAreToldWithTheirSources() {
        String near = "Where can I go in Irbid for this?";
        peer.callsOnce("nearest_center", "{\"of\":\"cspd\",\"place\":\"Irbid\"}")
                .says(ends());

        Decision decision = answered(near);

        assertThat(decision).isInstanceOf(Decision.Answer.class);
        assertThat(decision.reply().citations())
                .extracting(Citation::type)
                .contains("center", "department")
                .doesNotContain("service");
        assertThat(decision.reply().text()).contains("Irbid");
    }

    @Test
    void centerOfNoDepartmentAndNoPlaceIsRefused() {
        peer.callsOnce("nearest_center", "{\"of\":\"nobody\",\"place\":\"Atlantis\"}")
                .says(ends());
        double before = counted("nearest_center", "refused");

        assertThat(answered(BOOK).reply()).isEqualTo(composed(BOOK).reply());
        assertThat(counted("nearest_center", "refused")).isEqualTo(before + 1);
    }

    @Test
    void matterIsProposedAndGoesTheWayOfAnyOther() {
        peer.callsOnce(
                "open_ticket",
                "{\"kind\":\"COMPLAINT\",\"what\":\"water has been cut off and nobody answers\",\"where\":\"Zarqa\","
                        + "\"when\":\"\"}");

        Decision decision = said(BOAT);

        assertThat(decision).isInstanceOf(Decision.Route.class);
        assertThat(decision.understanding().kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(decision.understanding().department()).isPresent();
        assertThat(decision.reply().text()).contains("{ref}");
        assertThat(peer.bodies()).hasSize(1);
    }

    @Test
    void matterOfWhichNothingIsSaidIsAskedForInTheCatalogueWords() {
        peer.callsOnce("open_ticket", "{\"kind\":\"complaint\",\"what\":\"\"}");

        Decision decision = said(BOAT);

        assertThat(decision).isInstanceOf(Decision.Clarify.class);
        assertThat(decision.understanding().memory())
                .containsEntry("kind", "COMPLAINT")
                .containsEntry("asked", "1");
    }

    @Test
    void placeholdersAreRestoredForTheToolAndNeverInWhatLeaves() {
        peer.callsOnce(
                        "open_ticket",
                        "{\"kind\":\"COMPLAINT\",\"what\":\"call [PHONE_1] about 9999\",\"where\":\"\",\"when\":\"\"}")
                .callsOnce(
                        "open_ticket",
                        "{\"kind\":\"COMPLAINT\",\"what\":\"the passport office does not call [PHONE_1]\"}");
        double refused = counted("open_ticket", "refused");

        Decision decision = said(BOAT + " My number is 0791234567");

        assertThat(decision).isInstanceOf(Decision.Route.class);
        assertThat(counted("open_ticket", "refused"))
                .as("a number nobody wrote")
                .isEqualTo(refused + 1);
        assertThat(peer.bodies()).hasSize(2).allSatisfy(body -> assertThat(body).doesNotContain("0791234567"));
    }

    @Test
    void nothingOfAReportOfAViolationLeaves() {
        peer.calls("open_ticket", "{\"kind\":\"REPORT\",\"what\":\"a bribe\"}");
        Assistant assistant = assistant();

        said(assistant, "بدي أبلغ عن موظف بياخد رشوة بدائرة الأراضي");
        said(assistant, "I want to report an employee who takes bribes for renewing passports");
        assertThat(peer.bodies()).isEmpty();

        assistant.respond(Assistants.turn(
                Assistants.said(1, "An employee of the land department takes bribes"),
                Assistants.said(3, BOAT),
                List.of(),
                Map.of()));
        assertThat(peer.bodies())
                .singleElement()
                .satisfies(body -> assertThat(body).contains("Dead Sea").doesNotContain("takes bribes"));
    }

    @Test
    void reportThatOnlyTheModelSeesIsProposedAsOneAndNotTalkedOfAgain() {
        peer.calls("open_ticket", "{\"kind\":\"REPORT\",\"what\":\"the harbour takes money\"}");

        Decision decision = said(BOAT);

        assertThat(decision.understanding().kind()).isEqualTo(Kind.REPORT);
        assertThat(peer.bodies()).hasSize(1);
    }
}
