package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import jo.sawt.ticketing.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says in so many words that he complains or reports is taken at his word, and who asks how to is told. */
class OpeningsTest {
    private final Assistant assistant = Assistants.sample();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPLAINT | طيب بدي اشتكي، موظف الأراضي ما رد علي والمعاملة واقفة من شهر",
                "COMPLAINT | عندي شكوى على مركز الترخيص بماركا، وقفت خمس ساعات عشان ورقة",
                "COMPLAINT | I want to complain, my request at the lands department has not moved for a month",
                "COMPLAINT | bdi ashtaki, el muwazzaf bl a7wal sarakh 3alay 2oddam el nas",
                "REPORT | بدي اشتكي على موظف بالأمانة طلب مني رشوة عشان يمشي المعاملة",
                "REPORT | المطعم اللي تحت بيتنا وسخ وفي غش باللحمة، بدي ابلغ عنه"
            })
    void whatIsAnnouncedIsTaken(Kind kind, String text) {
        Answered answered = assistant.answer(Asked.first(text));
        assertThat(answered.decision().understanding().kind()).isEqualTo(kind);
        assertThat(answered.outcome()).isIn("routed", "clarify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "كيف بقدم شكوى على شركة الاتصالات؟",
                "لمين بشتكي إذا صاحب الشغل ما دفع راتبي؟",
                "How do I file a complaint about my phone company?"
            })
    void whoAsksHowToComplainIsTold(String text) {
        Answered answered = assistant.answer(Asked.first(text));
        assertThat(answered.decision().understanding().kind()).isEqualTo(Kind.INQUIRY);
        assertThat(answered.outcome()).isIn("answered", "clarify");
    }
}
