package jo.sawt.ticketing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a gap was asked about.
 *
 * @param samples some of the questions without personal data, the first ones
 * @param keys of the latest askings, newest last, by which one that comes again is known
 */
public record Askings(Counts counts, Instant first, Instant last, List<Sample> samples, List<String> keys) {
    static final Askings NONE = new Askings(
            new Counts(0, Map.of(), Map.of(), Map.of()), Instant.EPOCH, Instant.EPOCH, List.of(), List.of());

    private static final int MOST_SAMPLES = 8;
    private static final int MOST_KEYS = 500;
    private static final int MOST_TERMS = 40;

    public Askings {
        samples = List.copyOf(samples);
        keys = List.copyOf(keys.subList(Math.max(0, keys.size() - MOST_KEYS), keys.size()));
    }

    /** How many tickets asked, and in how many of them each word, each register and each channel occurred. */
    public record Counts(
            long tickets, Map<String, Integer> terms, Map<String, Integer> registers, Map<String, Integer> channels) {
        public Counts {
            terms = Map.copyOf(terms);
            registers = Map.copyOf(registers);
            channels = Map.copyOf(channels);
        }
    }

    /** One way it was asked. */
    public record Sample(String text, String register, Channel channel, Instant at) {}

    /** The tickets that asked lately, newest first, each once. */
    public List<Reference> tickets() {
        return keys.reversed().stream()
                .map(key -> new Reference(key.substring(0, key.indexOf(':'))))
                .distinct()
                .toList();
    }

    boolean holds(String key) {
        return keys.contains(key);
    }

    /** The words that at least half of those who asked used. */
    List<String> core() {
        return counts.terms().entrySet().stream()
                .filter(entry -> 2L * entry.getValue() >= counts.tickets())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** With one more; the same ticket counts once. */
    Askings plus(Asking asking) {
        boolean again = tickets().contains(asking.ticket());
        List<String> more = new ArrayList<>(keys);
        more.add(asking.key());
        Instant since = counts.tickets() == 0 || asking.at().isBefore(first) ? asking.at() : first;
        Instant until = asking.at().isAfter(last) ? asking.at() : last;
        if (again) {
            return new Askings(counts, since, until, samples, more);
        }
        Unanswered question = asking.question();
        List<Sample> texts = new ArrayList<>(samples);
        boolean known = samples.stream().anyMatch(sample -> sample.text().equals(question.text()));
        if (texts.size() < MOST_SAMPLES && !known && !question.text().isEmpty()) {
            texts.add(new Sample(question.text(), question.register(), asking.channel(), asking.at()));
        }
        Counts counted = new Counts(
                counts.tickets() + 1,
                terms(question),
                Gap.plusOne(counts.registers(), question.register()),
                Gap.plusOne(counts.channels(), asking.channel().wire()));
        return new Askings(counted, since, until, texts, more);
    }

    private Map<String, Integer> terms(Unanswered question) {
        Map<String, Integer> all = new HashMap<>(counts.terms());
        question.topic().forEach(term -> all.merge(term, 1, Integer::sum));
        if (all.size() <= MOST_TERMS) {
            return all;
        }
        Map<String, Integer> most = new HashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TERMS)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }
}
