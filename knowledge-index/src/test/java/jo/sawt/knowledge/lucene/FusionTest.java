package jo.sawt.knowledge.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However words and vectors rank the services. */
class FusionTest {
    private static final List<ServiceRecord> SERVICES = services(30);
    private static final Map<ServiceId, ServiceRecord> IN_FORCE =
            SERVICES.stream().collect(Collectors.toMap(ServiceRecord::id, Function.identity()));

    private static List<ServiceRecord> services(int many) {
        Shelf shelf = new Shelf();
        IntStream.range(0, many).forEach(at -> shelf.with("service-" + at, "خدمة " + at, "Service " + at));
        return shelf.services();
    }

    @Property(tries = 500)
    void probabilitiesFallAndSumToAtMostOneAndNoPlaceIsSurerThanTheWordsWere(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int found, @ForAll @IntRange(max = 10) int close) {
        Random random = new Random(seed);
        List<Candidate> words = words(random, found);
        List<Candidate> fused =
                Fusion.of(ranking(words), near(random, close), IN_FORCE, 50).candidates();

        assertThat(fused)
                .extracting(Candidate::service)
                .doesNotHaveDuplicates()
                .containsAll(words.stream().map(Candidate::service).toList());
        assertThat(fused)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Candidate::probability).reversed());
        double sum = fused.stream().mapToDouble(Candidate::probability).sum();
        assertThat(sum).isBetween(0.0, 1 + 1e-9);
        for (int at = 0; at < fused.size(); at++) {
            double most = at < words.size() ? words.get(at).probability() : 1.0 / SERVICES.size();
            assertThat(fused.get(at).probability()).isLessThanOrEqualTo(most);
        }
    }

    @Property(tries = 100)
    void withNothingNearTheWordsStand(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int found) {
        List<Candidate> words = words(new Random(seed), found);
        assertThat(Fusion.of(ranking(words), List.of(), IN_FORCE, 50).candidates())
                .isEqualTo(words);
    }

    @Example
    void whatBothFindGoesBeforeWhatOneFindsFirst() {
        List<Candidate> words = List.of(candidate(0, 0.4), candidate(1, 0.3), candidate(2, 0.1));
        List<ServiceId> near = List.of(
                SERVICES.get(5).id(), new ServiceId("gone"), SERVICES.get(1).id());
        List<Candidate> fused = Fusion.of(ranking(words), near, IN_FORCE, 50).candidates();
        assertThat(fused)
                .extracting(Candidate::service)
                .containsExactly(SERVICES.get(1), SERVICES.get(0), SERVICES.get(5), SERVICES.get(2));
        assertThat(fused.get(0).probability()).isEqualTo(0.4);
        assertThat(fused.get(3).probability()).isCloseTo(1.0 / 30, within(1e-9));
    }

    private static Ranking ranking(List<Candidate> words) {
        return new Ranking(words, new Tuning.Evidence(0, 0, 0, 0), List.of());
    }

    private static Candidate candidate(int service, double probability) {
        return new Candidate(SERVICES.get(service), probability);
    }

    private static List<Candidate> words(Random random, int found) {
        List<ServiceRecord> shuffled = new ArrayList<>(SERVICES);
        Collections.shuffle(shuffled, random);
        double[] weights = random.doubles(found).map(Math::exp).sorted().toArray();
        double sum = IntStream.range(0, found).mapToDouble(at -> weights[at]).sum();
        return IntStream.range(0, found)
                .mapToObj(at -> new Candidate(shuffled.get(at), weights[found - 1 - at] / sum))
                .toList();
    }

    private static List<ServiceId> near(Random random, int close) {
        List<ServiceId> shuffled =
                new ArrayList<>(SERVICES.stream().map(ServiceRecord::id).toList());
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, close);
    }
}
