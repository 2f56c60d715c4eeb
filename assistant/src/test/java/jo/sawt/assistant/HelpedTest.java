package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.TurnView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpedTest {
    private static final Memory ANSWERED =
            Memory.NONE.answered("passport-renewal", Optional.of("fees"), "كم رسوم تجديد الجواز؟");

    private final Helped helped = new Helped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "شكرا",
                "شكراً جزيلاً لكم",
                "اه تمام يسلمووو",
                "نعم، ساعدتني كثيراً",
                "الله يعطيكم العافية، هيك واضح",
                "Thanks!",
                "yes, that helped, thank you so much",
                "Great, that's what I needed. Bye",
                "shukran kteer"
            })
    void thanksAndYesItHelpedAreHeard(String text) {
        assertThat(helped.isSaid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "لا شكرا",
                "شكرا بس مش هاد اللي بدي إياه",
                "ما ساعدتني",
                "شكرا على لا شيء",
                "شكرا، وكم المدة؟",
                "ما فهمت",
                "تمام",
                "نعم",
                "no thanks",
                "thanks for nothing",
                "that was not helpful",
                "thanks anyway",
                "that helped my neighbour, not me",
                "how can you help me",
                ""
            })
    void whatSaysAnythingElseIsNot(String text) {
        assertThat(helped.isSaid(text)).isFalse();
    }

    @Test
    void itCountsRightAfterAnAnswerAlone() {
        assertThat(helped.by(turn(ANSWERED, Author.ASSISTANT, "شكرا")))
                .hasValueSatisfying(memory -> assertThat(memory.service()).contains("passport-renewal"));
        assertThat(helped.by(turn(ANSWERED.settled(), Author.ASSISTANT, "شكرا")))
                .isEmpty();
        assertThat(helped.by(turn(ANSWERED.abused(), Author.ASSISTANT, "شكرا"))).isEmpty();
        assertThat(helped.by(turn(
                        ANSWERED.asking(Memory.Pending.SERVICE, "جواز", Optional.empty()), Author.ASSISTANT, "شكرا")))
                .isEmpty();
        assertThat(helped.by(turn(Memory.NONE, Author.ASSISTANT, "شكرا"))).isEmpty();
    }

    @Test
    void thanksToAPersonOrTogetherWithMoreIsNoneOfTheAnswers() {
        assertThat(helped.by(turn(ANSWERED, Author.AGENT, "شكرا"))).isEmpty();
        assertThat(helped.by(turn(ANSWERED, Author.ASSISTANT, "وكم المدة؟", "شكرا")))
                .isEmpty();
    }

    @Test
    void anAnswerIsFreshUntilTheNextReplyAlsoAcrossTurns() {
        assertThat(Memory.from(ANSWERED.entries())).isEqualTo(ANSWERED);
        assertThat(Memory.from(ANSWERED.settled().entries()).fresh()).isFalse();
    }

    private static TurnView turn(Memory memory, Author last, String... said) {
        return Assistants.turn(
                List.of(
                        new TurnView.Said(1, Author.CITIZEN, new Content.Words("كم رسوم تجديد الجواز؟")),
                        new TurnView.Said(2, last, new Content.Words("الرسوم كذا"))),
                Assistants.said(3, said),
                List.of(),
                memory.entries());
    }
}
