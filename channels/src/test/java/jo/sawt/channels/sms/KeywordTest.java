package jo.sawt.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import jo.sawt.ticketing.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {
    @ParameterizedTest
    @CsvSource({
        "STOP, STOP, EN", "' stop ', STOP, EN", "Unsubscribe, STOP, EN", "إيقاف, STOP, AR", "ايقاف, STOP, AR",
        "إيقــاف, STOP, AR", "الغاء, STOP, AR", "إلغاء, STOP, AR", "توقَّف, STOP, AR", "START, START, EN",
        "اشتراك, START, AR", "help, HELP, EN", "مساعدة, HELP, AR", "مساعده, HELP, AR", "\u200Fتوقف, STOP, AR"
    })
    void aWordAloneIsAKeyword(String text, Keyword keyword, Lang lang) {
        assertThat(Keyword.of(text)).contains(new Keyword.Said(keyword, lang));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP please", "بدي مساعدة بالجواز", "إلغاء المعاملة", "yes", "نعم", "", "1"})
    void aWordWithinASentenceIsNone(String text) {
        assertThat(Keyword.of(text)).isEmpty();
    }

    @Test
    void twilioNamesItsOwn() {
        assertThat(Keyword.ofOptOutType("STOP")).contains(Keyword.STOP);
        assertThat(Keyword.ofOptOutType("stop now")).isEmpty();
    }
}
