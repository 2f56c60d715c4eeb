package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.text.Words;
import org.junit.jupiter.api.Test;

class NamingTest {
    private static final Naming NAMING =
            Naming.of(SampleRegistry.load(InstantSource.system()).services());

    @Test
    void aPlainNameFitsItsServiceBestInEveryLanguage() {
        for (String question : List.of("تجديد جواز السفر", "بدي أجدد جوازي", "passport renewal", "renew my passport")) {
            assertThat(best(question)).as(question).isEqualTo("passport-renewal");
        }
    }

    @Test
    void wordsOfAskingFeesAndDaysDoNotMakeANameFitLess() {
        assertThat(fit("قديش رسوم تجديد جواز السفر وكم يوم بتاخذ")).isEqualTo(fit("تجديد جواز السفر"));
    }

    @Test
    void anOpenNameIsSharedByAllThatHoldIt() {
        assertThat(alike("بدل فاقد")).contains("passport-lost", "id-card-lost", "driving-licence-lost");
        assertThat(alike("ما أوراق بدل الفاقد؟")).contains("passport-lost", "driving-licence-lost");
        assertThat(alike("براءة ذمة")).contains("tax-clearance", "ssc-clearance");
    }

    @Test
    void theNameOfExactlyOneLeavesNothingOpen() {
        assertThat(alike("تجديد جواز السفر")).isEmpty();
        assertThat(alike("renew passport")).isEmpty();
    }

    @Test
    void aTextWithoutATopicNamesNothing() {
        assertThat(alike("كم الرسوم؟")).isEmpty();
        assertThat(NAMING.fits(Words.of(""))).isEmpty();
        assertThat(NAMING.fits(Words.of("كم؟"))).isEmpty();
    }

    private static String best(String question) {
        return NAMING.fits(Words.of(question)).entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(fit -> fit.getKey().value())
                .orElse("-");
    }

    private static double fit(String question) {
        return NAMING.fits(Words.of(question)).getOrDefault(new ServiceId("passport-renewal"), 0.0);
    }

    private static Set<String> alike(String question) {
        return NAMING.alike(Words.of(question)).stream().map(ServiceId::value).collect(Collectors.toSet());
    }
}
