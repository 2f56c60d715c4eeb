package jo.sawt.assistant.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.assistant.Asked;
import jo.sawt.assistant.Assistants;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Option;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model of vectors that knows a language which the registry has not a word of. */
class SecondLookTest {
    private static final String BIRTH = "birth-registration";
    private static final String FRENCH = "Comment obtenir un extrait de naissance ?";

    private static VectorPeer peer = new VectorPeer();
    private static Assistants.Two assistants = new Assistants.Two(Assistants.sample(), Assistants.sample());

    @BeforeAll
    static void makeTheVectorsOfTheSample() {
        peer.close();
        peer = new VectorPeer().means("naissance", "geburtsurkunde", "birth certificate", "شهادة ولادة", "شهادة ميلاد");
        assistants = Assistants.with(
                LangChainEmbedder.of(new ModelServer(peer.url(), Optional.of("key"), "peer", Duration.ofSeconds(10))));
    }

    @AfterAll
    static void close() {
        peer.close();
    }

    @Test
    void serviceThatVectorsAloneFindIsAmongTheOptions() {
        double before = counted("changed");
        assertThat(options(composed(FRENCH))).isNotEmpty().doesNotContain(BIRTH);
        assertThat(options(answered(FRENCH))).contains(BIRTH);
        assertThat(peer.texts()).endsWith(FRENCH);
        assertThat(counted("changed")).isEqualTo(before + 1);
    }

    @Test
    void nobodyIsSurerThanByTheWordsAlone() {
        for (String text : List.of(FRENCH, "naissance", "Geburtsurkunde")) {
            assertThat(answered(text).understanding().confidence())
                    .isLessThanOrEqualTo(composed(text).understanding().confidence());
        }
    }

    @Test
    void whatTheWordsAreSureOfDoesNotLeave() {
        staysHere("How much does it cost to renew my passport?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich brauche die Geburtsurkunde meiner Tochter",
                "naissance رشوة",
                "naissance bribe",
                "الموظف طلب مني رشوة عشان يطلعلي شهادة ولادة"
            })
    void whatMayBeAReportOrAComplaintDoesNotLeave(String text) {
        staysHere(text);
    }

    @Test
    void whatIsKeptHereIsCounted() {
        double before = counted("sealed");
        answered("Ich brauche die Geburtsurkunde meiner Tochter");
        assertThat(counted("sealed")).isEqualTo(before + 1);
    }

    @Test
    void personalDataDoesNotLeave() {
        int before = peer.texts().size();
        answered(FRENCH + " 0791234567 amina@example.com 9876");
        assertThat(peer.texts().subList(before, peer.texts().size()))
                .singleElement()
                .asString()
                .startsWith(FRENCH)
                .doesNotContainPattern("\\d|@");
    }

    @Test
    void whatFollowsAnAnnouncedComplaintDoesNotLeave() {
        Decision asked = assistants
                .vectors()
                .respond(Assistants.turn(List.of(), Assistants.said(1, "بدي أقدم شكوى"), List.of(), Map.of()));
        int before = peer.texts().size();
        assistants
                .vectors()
                .respond(Assistants.turn(
                        Assistants.said(1, "بدي أقدم شكوى"),
                        Assistants.said(3, "naissance"),
                        asked.reply().options(),
                        asked.understanding().memory()));
        assertThat(peer.texts()).hasSize(before);
    }

    @Test
    void modelThatIsDownLeavesTheWordsAlone() {
        peer.fails(500, 1);
        double before = counted("away");
        assertThat(answered(FRENCH)).isEqualTo(composed(FRENCH));
        assertThat(counted("away")).isEqualTo(before + 1);
        assertThat(options(answered(FRENCH))).contains(BIRTH);
    }

    private static void staysHere(String text) {
        int before = peer.texts().size();
        assertThat(answered(text)).isEqualTo(composed(text));
        assertThat(peer.texts().subList(before, peer.texts().size())).isEmpty();
    }

    private static Decision answered(String text) {
        return assistants.vectors().answer(Asked.first(text)).decision();
    }

    private static Decision composed(String text) {
        return assistants.words().answer(Asked.first(text)).decision();
    }

    private static List<String> options(Decision decision) {
        return decision.reply().options().stream().map(Option::id).toList();
    }

    private static double counted(String result) {
        return Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_second_looks").tags(List.of(Tag.create("result", result))))
                .count();
    }
}
