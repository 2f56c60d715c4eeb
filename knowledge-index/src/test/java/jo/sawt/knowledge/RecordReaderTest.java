package jo.sawt.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`fees`:[{`label`:{`ar`:`رسم`,`en`:`Fee`},`amount`:-1}]|/fees/0/amount",
                "`fees`:[{`label`:{`ar`:`رسم`,`en`:`Fee`},`amount`:1.2345}]|/fees/0/amount",
                "`fees`:[{`label`:{`ar`:`رسم`,`en`:`Fee`},`amount`:1e999999999}]|/fees/0/amount",
                "`fees`:[{`label`:{`ar`:`رسم`,`en`:`Fee`},`amount`:`50`}]|/fees/0/amount",
                "`fees`:[{`label`:{`ar`:`رسم`},`amount`:5}]|/fees/0/label/en",
                "`fees`:[{`label`:{`ar`:`رسم`,`en`:`Fee`},`currency`:`XAU`}]|/fees/0/currency",
                "`fees`:[null]|/fees/0/label",
                "`fees`:{}|/fees",
                "`duration`:{`days`:-3}|/duration/days",
                "`duration`:{`days`:99999}|/duration/days",
                "`duration`:7|/duration",
                "`documents`:{`ar`:[`هوية`]}|/documents",
                "`documents`:{`ar`:[`هوية`,7],`en`:[`ID`,`x`]}|/documents/ar/1",
                "`steps`:{`ar`:[``],`en`:[`x`]}|/steps/ar/0",
                "`related`:[`a`]|/related/0",
                "`related`:[`Not An Id`]|/related/0",
                "`channels`:[`Online!`]|/channels/0",
                "`confidence`:`certain`|/confidence",
                "`illustrativeFields`:[`price`]|/illustrativeFields/0",
                "`sources`:[`javascript:alert(1)`]|/sources/0",
                "`url`:`ftp://x`|/url",
                "`effectiveFrom`:`2026-02-30`|/effectiveFrom",
                "`legalBasis`:{`ar`:`\\u0000`}|/legalBasis/ar",
                "`legalBasis`:{`ar`:`\\ud800`}|/legalBasis/ar",
            })
    void aFlawNamesItsFieldAndTheRemedyInBothLanguages(String field, String pointer) {
        String line = """
                {"id":"a","department":"d","name":{"ar":"اسم","en":"Name"},"summary":{"ar":"ملخص","en":"Summary"},%s}""".formatted(field.replace('`', '"'));

        Reading reading = RecordReader.line(RecordKind.SERVICES, line);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Flawed.class,
                        flawed -> assertThat(flawed.flaws()).singleElement().satisfies(flaw -> {
                            assertThat(flaw.pointer()).isEqualTo(pointer);
                            assertThat(flaw.remedy().ar()).isNotBlank();
                            assertThat(flaw.remedy().en()).isNotBlank();
                        }));
    }

    @Test
    void allFlawsOfARecordAreToldAtOnce() {
        Reading reading = RecordReader.line(RecordKind.SERVICES, "{\"id\":\"A!\",\"name\":{\"ar\":\"اسم\"}}");

        assertThat(pointers(reading)).containsExactly("/id", "/department", "/name/en", "/summary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{\"id\":\"a\"} x", "{\"id\":\"a\",\"id\":\"b\"}"})
    void whatIsNoJsonObjectIsRefusedAsAWhole(String line) {
        assertThat(pointers(RecordReader.line(RecordKind.DEPARTMENTS, line))).containsExactly("");
    }

    @Test
    void textsAndListsHaveBounds() {
        String longName = "س".repeat(201);
        String many = "\"x\",".repeat(101) + "\"x\"";
        String line = """
                {"id":"d","name":{"ar":"%s","en":"Name"},"aliases":{"ar":[%s]}}""".formatted(longName, many);

        assertThat(pointers(RecordReader.line(RecordKind.DEPARTMENTS, line)))
                .containsExactly("/name/ar", "/aliases/ar");
    }

    @Test
    void deepNestingIsRefusedWithoutHarm() {
        String line = "{\"id\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(pointers(RecordReader.line(RecordKind.CENTERS, line))).containsExactly("");
    }

    @Test
    void aCenterNeedsAPlaceOnEarth() {
        String line = """
                {"id":"c","name":{"ar":"مركز","en":"Center"},"governorate":"إربد","lat":91.5,"status":"operating"}""";

        assertThat(pointers(RecordReader.line(RecordKind.CENTERS, line))).containsExactly("/lat", "/lon");
    }

    @Test
    void unknownFieldsAreIgnored() {
        String line = "{\"id\":\"d\",\"name\":{\"ar\":\"دائرة\",\"en\":\"Department\"},\"colour\":\"red\"}";

        assertThat(RecordReader.line(RecordKind.DEPARTMENTS, line)).isInstanceOf(Reading.Sound.class);
    }

    private static List<String> pointers(Reading reading) {
        return switch (reading) {
            case Reading.Flawed flawed ->
                flawed.flaws().stream().map(Flaw::pointer).toList();
            case Reading.Sound sound -> List.of();
        };
    }
}
