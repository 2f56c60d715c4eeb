package jo.sawt.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private final ObjectNode before = Records.service("card", "cspd", "2");
    private final ObjectNode after = before.deepCopy();

    private List<Difference.Change> changes() {
        return Difference.between(
                Records.record(RecordKind.SERVICES, before), Records.record(RecordKind.SERVICES, after));
    }

    @Test
    void equalRecordsDifferInNothing() {
        assertThat(changes()).isEmpty();
    }

    @Test
    void aChangedFeeIsToldWithBothAmounts() {
        ((ObjectNode) after.withArray("fees").get(0)).put("amount", 3.5);

        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("/fees/0/amount");
            assertThat(change.told(Lang.EN)).isEqualTo("Fees: 2 → 3.5");
            assertThat(change.told(Lang.AR)).isEqualTo("الرسوم: 2 ← 3.5");
        });
    }

    @Test
    void linesAreToldAsAddedAndRemovedWhereverTheyStand() {
        before.putObject("documents").putArray("ar").add("هوية").add("صورة");
        before.withObject("/documents").putArray("en").add("ID").add("Photo");
        after.putObject("documents").putArray("ar").add("جواز").add("هوية");
        after.withObject("/documents").putArray("en").add("Passport").add("ID");

        assertThat(changes())
                .extracting(change -> change.told(Lang.AR))
                .containsExactly(
                        "الوثائق المطلوبة: حذف «صورة»",
                        "الوثائق المطلوبة: أضيف «جواز»",
                        "الوثائق المطلوبة: حذف «Photo»",
                        "الوثائق المطلوبة: أضيف «Passport»");
    }

    @Test
    void aNewOrderOfLinesIsAChange() {
        before.putArray("channels").add("online").add("office");
        after.putArray("channels").add("office").add("online");

        assertThat(changes())
                .singleElement()
                .satisfies(change -> assertThat(change.pointer()).isEqualTo("/channels"));
    }

    @Test
    void aNewFeeIsToldByItsLabel() {
        ObjectNode fee = after.withArray("fees").addObject().put("amount", 10);
        fee.putObject("label").put("ar", "مستعجل").put("en", "Urgent");

        assertThat(changes())
                .singleElement()
                .satisfies(change -> assertThat(change.told(Lang.EN)).isEqualTo("Fees: added “Urgent 10”"));
    }
}
