package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.SampleRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnowledgeIndexTest {
    private static KnowledgeIndex index;

    @BeforeAll
    static void openOverTheSample() throws InterruptedException {
        index = KnowledgeIndex.open(SampleRegistry.load(InstantSource.system()), Optional.empty());
        assertThat(index.awaitTrained(Duration.ofMinutes(10))).isTrue();
    }

    @Test
    void findsOneServiceInEveryRegister() {
        for (String question : List.of(
                "أرغب في تجديد جواز سفري",
                "bdi ajaded jawazi",
                "how can I renew my passport",
                "بدي أعمل renew للباسبور")) {
            assertThat(first(question)).as(question).isEqualTo("passport-renewal");
        }
    }

    @Test
    void findsTheArticleOfTheRegulation() {
        for (String question : List.of("ماذا تلزم المادة 7 الدائرة", "المادة السابعة", "what does article 7 say")) {
            List<Hit> hits = index.search(question, Optional.of("document"), Optional.empty(), 3);
            assertThat(hits)
                    .as(question)
                    .first()
                    .satisfies(hit -> assertThat(hit.heading()).isEqualTo("المادة ٧"));
        }
    }

    @Test
    void probabilitiesOfCandidatesFallAndSumToAtMostOne() {
        List<Candidate> candidates = index.find("بدي اجدد جوازي", 20).candidates();
        assertThat(candidates)
                .hasSize(20)
                .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        assertThat(candidates.stream().mapToDouble(Candidate::probability).sum())
                .isBetween(0.5, 1.000001);
    }

    @Test
    void completesWhatIsTyped() {
        assertThat(index.suggest("تجديد جو", Lang.AR, 5))
                .isNotEmpty()
                .allSatisfy(suggestion -> assertThat(suggestion.text()).contains("جو"));
        assertThat(index.suggest("renew pass", Lang.EN, 5)).isNotEmpty();
        assertThat(index.suggest("", Lang.AR, 5)).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIsKnown() {
        assertThat(index.find("", 5).candidates()).isEmpty();
        assertThat(index.find("؟!؟ 🙂", 5).candidates()).isEmpty();
    }

    private static String first(String question) {
        return index.find(question, 1).candidates().get(0).service().id().value();
    }
}
