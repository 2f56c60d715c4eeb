package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.text.Words;
import org.junit.jupiter.api.Test;

class NamingTest {
    private static final List<ServiceRecord> SERVICES =
            SampleRegistry.load(InstantSource.system()).services();
    private static final List<ServiceId> IDS =
            SERVICES.stream().map(ServiceRecord::id).toList();
    private static final Naming NAMING = Naming.of(SERVICES);

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
        assertThat(IDS).allMatch(id -> fit("", id) == 0).allMatch(id -> fit("كم؟", id) == 0);
    }

    private static String best(String question) {
        return IDS.stream()
                .max(Comparator.comparingDouble(id -> fit(question, id)))
                .map(ServiceId::value)
                .orElse("-");
    }

    private static double fit(String question) {
        return fit(question, new ServiceId("passport-renewal"));
    }

    private static double fit(String question, ServiceId service) {
        return NAMING.fit(NAMING.asked(Words.of(question)), service);
    }

    private static Set<String> alike(String question) {
        return NAMING.alike(NAMING.asked(Words.of(question)), IDS).stream()
                .map(ServiceId::value)
                .collect(Collectors.toSet());
    }
}
