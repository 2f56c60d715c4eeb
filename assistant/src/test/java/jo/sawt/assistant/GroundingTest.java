package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Grounds;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Unanswered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which questions are left unanswered, and what staff are shown of what a decision rests on. */
class GroundingTest {
    private final Assistant assistant = Assistants.sample();
    private List<Option> offered = List.of();
    private Map<String, String> memory = Map.of();

    private Decision say(String... texts) {
        Decision decision = assistant.respond(Assistants.turn(List.of(), Assistants.said(1, texts), offered, memory));
        offered = decision.reply().options();
        memory = decision.understanding().memory();
        return decision;
    }

    private static List<Unanswered> unanswered(Decision decision) {
        return decision.understanding().grounds().unanswered();
    }

    @Test
    void aQuestionThatTheRegistryDoesNotHoldIsAGapWithoutPersonalData() {
        Decision decision = say("How do I adopt a child from the orphanage, file 22-14587?");
        assertThat(decision).isInstanceOf(Decision.Refuse.class);
        assertThat(unanswered(decision)).singleElement().satisfies(question -> {
            assertThat(question.text()).contains("adopt a child").doesNotContain("22-14587");
            assertThat(question.topic()).contains("adopt", "child").doesNotContain("do", "from", "the");
            assertThat(question.register()).isEqualTo("en");
            assertThat(question.department()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ولا واحد منهم", "شكرا بس ولا وحدة منهم", "لا، ولا واحدة منها", "wala wa7ad", "none of these"})
    void whoeverMeansNoneOfTheServicesOfferedGetsAPersonAndLeavesAGap(String none) {
        assertThat(say("بدي رخصة")).isInstanceOf(Decision.Clarify.class);
        Decision decision = say(none);
        assertThat(decision).isInstanceOf(Decision.HandOver.class);
        assertThat(unanswered(decision)).singleElement().satisfies(question -> {
            assertThat(question.text()).isEqualTo("بدي رخصة");
            assertThat(question.register()).isEqualTo("ar");
        });
        Grounds grounds = decision.understanding().grounds();
        assertThat(grounds.services()).isNotEmpty();
        assertThat(grounds.departments()).isNotEmpty();
    }

    @Test
    void noneIsNoChoiceWhereNothingWasOffered() {
        assertThat(unanswered(say("none of these"))).isEmpty();
    }

    @Test
    void whatIsAnsweredOrAskedForAPersonLeavesNoGap() {
        assertThat(unanswered(say("بدي أجدد جواز سفري شو الأوراق؟"))).isEmpty();
        Decision person = say("بدي أحكي مع موظف");
        assertThat(person).isInstanceOf(Decision.HandOver.class);
        assertThat(unanswered(person)).isEmpty();
    }

    @Test
    void aGapIsNotLostBesideAQuestionThatIsAnswered() {
        Decision decision =
                say("How do I adopt a child from the orphanage, file 22-14587?", "بدي أجدد جواز سفري شو الأوراق؟");
        assertThat(decision).isInstanceOf(Decision.Answer.class);
        assertThat(unanswered(decision)).hasSize(1);
    }
}
