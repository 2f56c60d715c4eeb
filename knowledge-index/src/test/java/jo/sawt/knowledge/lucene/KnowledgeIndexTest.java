package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Attention;
import jo.sawt.knowledge.Confusion;
import jo.sawt.knowledge.Findings;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.Hit;
import jo.sawt.knowledge.Lang;
import jo.sawt.knowledge.Marked;
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
    void wordsThatOnlyPartOfTheIndexKnowsGiveProbabilities() {
        for (String text : List.of("ثثثصصص ضقفغ هخحج", "انقلع", "bhebak", "qwrtz", "جواز")) {
            Findings findings = index.find(text, 5);
            assertThat(findings.answerable()).as(text).isBetween(0.0, 1.0);
            assertThat(findings.candidates())
                    .as(text)
                    .allSatisfy(candidate -> assertThat(candidate.probability()).isBetween(0.0, 1.0));
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
    void marksInAPassageWhatTheQuestionSaysInItsOwnWords() {
        Marked renewal = marked("قديش رسوم تجديد الباسبور", "service");
        assertThat(marks(renewal)).anyMatch(mark -> mark.contains("جواز"));
        assertThat(marks(renewal)).anyMatch(mark -> mark.contains("تجديد"));

        Marked article = marked("ماذا تلزم المادة 7 الدائرة في الملاحظات", "document");
        assertThat(marks(article)).anyMatch(mark -> mark.contains("الملاحظات"));
        assertThat(marks(article)).noneMatch(mark -> mark.equals("في"));
    }

    private static Marked marked(String question, String type) {
        Hit first =
                index.search(question, Optional.of(type), Optional.empty(), 1).getFirst();
        return index.marked(question, first, Optional.empty());
    }

    private static List<String> marks(Marked marked) {
        return marked.marks().stream()
                .map(mark -> marked.text().substring(mark.start(), mark.end()))
                .toList();
    }

    @Test
    void namesNeighboursThatAreTakenForEachOther() {
        List<Confusion> confusions = Confusions.of(Training.of(SampleRegistry.load(InstantSource.system())));
        assertThat(confusions).hasSizeGreaterThan(150);
        assertThat(confusions)
                .isSortedAccordingTo((one, other) -> Double.compare(other.share(), one.share()))
                .allSatisfy(one -> {
                    assertThat(one.share()).isBetween(0.0, 1.0);
                    assertThat(one.neighbour()).isNotEqualTo(one.service());
                    assertThat(one.example()).isNotEmpty();
                });
        long told = confusions.stream()
                .filter(one -> one.share() >= Attention.SHARE)
                .count();
        assertThat(told).as("services with a confused neighbour").isBetween(1L, 100L);
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
