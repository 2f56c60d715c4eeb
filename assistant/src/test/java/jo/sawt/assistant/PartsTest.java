package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reply;
import jo.sawt.ticketing.Understanding;
import org.junit.jupiter.api.Test;

class PartsTest {
    @Test
    void storyWithItsQuestionIsOneMatter() {
        String story = "رفضوا طلب الدعم لأمي، فما المهلة للاعتراض وأين أقدمه؟";

        assertThat(Parts.of(story)).containsExactly(story);
    }

    @Test
    void markAtTheBeginningPartsNothing() {
        assertThat(Parts.of("وسؤال ثاني كم رسوم تجديد جواز السفر؟")).hasSize(1);
    }

    @Test
    void messagePartsWhereItsWordsSaySo() {
        assertThat(Parts.of("my bin was not emptied for a week. By the way what documents does a passport need?"))
                .containsExactly(
                        "my bin was not emptied for a week.", "By the way what documents does a passport need?");
    }

    @Test
    void complaintAndQuestionAreBothServed() {
        Decision answer = new Decision.Answer(of(Kind.INQUIRY, "cspd"), Reply.of("الرسوم كذا"));

        Decision both = Merging.of(List.of(answer, route("ssc")));

        assertThat(both).isInstanceOf(Decision.Route.class);
        assertThat(both.understanding().department()).contains(new DepartmentId("ssc"));
        assertThat(both.reply().text()).contains("الرسوم كذا", "شكواك");
    }

    @Test
    void twoComplaintsGoToTheirTwoDepartments() {
        Decision both = Merging.of(List.of(route("water"), route("ssc")));

        assertThat(both).isInstanceOfSatisfying(Decision.Route.class, route -> {
            assertThat(route.understanding().department()).contains(new DepartmentId("water"));
            assertThat(route.also())
                    .extracting(Understanding::department)
                    .containsExactly(Optional.of(new DepartmentId("ssc")));
        });
    }

    @Test
    void sameDepartmentTwiceIsOneMatter() {
        assertThat(Parts.areMatters(List.of(route("water"), route("water")))).isFalse();
        assertThat(Parts.areMatters(List.of(route("water"), route("ssc")))).isTrue();
    }

    private static Decision route(String department) {
        return new Decision.Route(of(Kind.COMPLAINT, department), Reply.of("سجلت شكواك"), "شكوى");
    }

    private static Understanding of(Kind kind, String department) {
        return new Understanding(
                Lang.AR,
                kind,
                Optional.empty(),
                Optional.of(new DepartmentId(department)),
                Optional.empty(),
                0.9,
                Map.of());
    }
}
