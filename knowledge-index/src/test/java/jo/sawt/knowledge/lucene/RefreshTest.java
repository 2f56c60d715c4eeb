package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.Reading;
import jo.sawt.knowledge.RecordKind;
import jo.sawt.knowledge.RecordReader;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.Snapshot;
import jo.sawt.knowledge.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-06-01T08:00:00Z"));

    private volatile Snapshot present = Snapshot.empty(CLOCK);
    private KnowledgeIndex index;

    @BeforeEach
    void openOverTwoServices() throws InterruptedException {
        publish(1, service("falcon-licence", "رخصة صقر", "Falcon licence", 10), 1);
        publish(2, service("boat-licence", "رخصة قارب", "Boat licence", 20), 1);
        Registry registry = new RegistryView(() -> present);
        index = KnowledgeIndex.open(registry, Optional.empty());
        assertThat(index.awaitTrained(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void changedFeeIsFoundAtOnce() {
        publish(3, service("boat-licence", "رخصة قارب", "Boat licence", 25), 2);
        index.refresh();
        assertThat(first("boat licence").service().version()).isEqualTo(2);
        assertThat(first("boat licence").service().fees().get(0).amount()).isEqualByComparingTo(BigDecimal.valueOf(25));
    }

    @Test
    void newServiceIsFoundBeforeTheModelKnowsIt() {
        publish(3, service("camel-licence", "رخصة جمل", "Camel licence", 5), 1);
        index.refresh();
        assertThat(first("بدي رخصة جمل").service().id().value()).isEqualTo("camel-licence");
    }

    @Test
    void whatEditorsSayThatAWordMeansIsUnderstoodAtOnceAndNothingIsLearnedAnew() {
        assertThat(index.find("بدي ورقة الشونة", 1).candidates())
                .noneMatch(candidate -> candidate.service().id().value().equals("boat-licence"));
        List<Training> before = Training.of(present);
        publish(3, RecordKind.SYNONYMS, "{\"id\":\"boat\",\"said\":[\"ورقة الشونة\"],\"means\":[\"رخصة قارب\"]}", 1);
        index.refresh();
        assertThat(first("بدي ورقة الشونة").service().id().value()).isEqualTo("boat-licence");
        assertThat(Training.of(present)).isEqualTo(before);
        assertThat(first("falcon licence").service().id().value()).isEqualTo("falcon-licence");
    }

    @Test
    void nothingChangesWithoutARefresh() {
        publish(3, service("camel-licence", "رخصة جمل", "Camel licence", 5), 1);
        assertThat(index.find("camel", 3).candidates())
                .noneMatch(candidate -> candidate.service().id().value().equals("camel-licence"));
    }

    private Candidate first(String question) {
        return index.find(question, 1).candidates().get(0);
    }

    private void publish(long revision, String line, int number) {
        publish(revision, RecordKind.SERVICES, line, number);
    }

    private void publish(long revision, RecordKind kind, String line, int number) {
        Reading reading = RecordReader.line(kind, line);
        if (!(reading instanceof Reading.Sound sound)) {
            throw new AssertionError("the line is not sound: " + reading);
        }
        present = present.with(
                List.of(new Version(
                        sound.record(),
                        number,
                        LocalDate.of(2026, 1, number),
                        false,
                        new Version.Origin("editor", CLOCK.instant(), ""))),
                revision);
    }

    private static String service(String id, String arabic, String english, int fee) {
        return """
                {"id":"%s","department":"moe","name":{"ar":"%s","en":"%s"},"aliases":{"ar":[],"en":[]},\
                "summary":{"ar":"%s لمن يطلبها","en":"%s for whoever asks"},"audience":["citizen"],\
                "conditions":{"ar":[],"en":[]},"documents":{"ar":[],"en":[]},"steps":{"ar":[],"en":[]},\
                "fees":[{"label":{"ar":"رسم","en":"Fee"},"amount":%d,"currency":"JOD"}],\
                "duration":{"text":{"ar":"يوم","en":"A day"},"days":1},"channels":["office"],\
                "locations":{"ar":[],"en":[]},"lifeEvents":[],"related":[],\
                "confidence":"illustrative","illustrativeFields":[],"sources":[]}""".formatted(id, arabic, english, arabic, english, fee);
    }
}
