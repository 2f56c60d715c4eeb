package jo.sawt.assistant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Groups of words and phrases, and where they occur in a message. */
final class Lexicon {
    private static final int LONGEST = 6;
    private static final List<String> PARTICLES = List.of(
            "وعال", "وبال", "ولل", "وال", "فال", "بال", "كال", "عال", "هال", "لل", "ال", "و", "ف", "ب", "ل", "ع");

    private final Map<String, Set<String>> groups;
    private final Map<String, Set<String>> byPhrase = new HashMap<>();

    private Lexicon(Map<String, Set<String>> groups) {
        this.groups = groups;
        groups.forEach((group, phrases) -> phrases.forEach(
                phrase -> byPhrase.computeIfAbsent(phrase, p -> new HashSet<>()).add(group)));
    }

    /** Reads a resource of this package: group names in brackets, then phrases with commas between. */
    static Lexicon load(String resource) {
        Map<String, Set<String>> groups = new HashMap<>();
        try (var in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon " + resource + " is missing from the build");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Set<String> group = new HashSet<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    group = groups.computeIfAbsent(line.substring(1, line.indexOf(']')), name -> new HashSet<>());
                } else if (!line.startsWith("#")) {
                    addAll(group, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lexicon(groups);
    }

    /** Of names as the registry has them, by what they name. */
    static Lexicon of(Map<String, List<String>> names) {
        Map<String, Set<String>> groups = new HashMap<>();
        names.forEach((group, phrases) ->
                phrases.forEach(phrase -> addAll(groups.computeIfAbsent(group, name -> new HashSet<>()), phrase)));
        return new Lexicon(groups);
    }

    private static void addAll(Set<String> group, String line) {
        for (String phrase : line.split("[,،]", -1)) {
            String folded = String.join(" ", Words.of(phrase));
            if (!folded.isEmpty()) {
                group.add(folded);
            }
        }
    }

    /** The groups of which a phrase occurs, in no order. */
    List<String> groupsIn(List<String> words) {
        return List.copyOf(scan(words).keySet());
    }

    /** Whether a phrase of the group occurs. */
    boolean has(String group, List<String> words) {
        group(group);
        return scan(words).containsKey(group);
    }

    /** How many phrases of each group occur, the longest at each place; groups without one are absent. */
    Map<String, Integer> scan(List<String> words) {
        Map<String, Integer> found = new HashMap<>();
        Map<String, Integer> free = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            for (int length = Math.min(LONGEST, words.size() - i); length > 0; length--) {
                for (String group : groupsAt(words, i, length)) {
                    if (free.getOrDefault(group, 0) <= i) {
                        found.merge(group, 1, Integer::sum);
                        free.put(group, i + length);
                    }
                }
            }
        }
        return found;
    }

    private Set<String> groupsAt(List<String> words, int from, int length) {
        String rest = length == 1 ? "" : " " + String.join(" ", words.subList(from + 1, from + length));
        String first = words.get(from);
        Set<String> all = new HashSet<>(byPhrase.getOrDefault(first + rest, Set.of()));
        for (String particle : PARTICLES) {
            if (first.length() > particle.length() + 1 && first.startsWith(particle)) {
                all.addAll(byPhrase.getOrDefault(first.substring(particle.length()) + rest, Set.of()));
            }
        }
        return all;
    }

    /** The words that no phrase of the groups covers. */
    List<String> without(List<String> words, String... names) {
        List<String> left = words;
        for (String name : names) {
            left = withoutOne(group(name), left);
        }
        return left;
    }

    /** Whether the words are one phrase of the group and nothing else. */
    boolean is(String group, List<String> words) {
        return !words.isEmpty() && matchAt(group(group), words, 0) == words.size();
    }

    private static List<String> withoutOne(Set<String> phrases, List<String> words) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int length = matchAt(phrases, words, i);
            if (length == 0) {
                left.add(words.get(i));
            } else {
                i += length - 1;
            }
        }
        return left;
    }

    private Set<String> group(String name) {
        Set<String> phrases = groups.get(name);
        if (phrases == null) {
            throw new IllegalArgumentException("no group " + name + " in the lexicon");
        }
        return phrases;
    }

    private static int matchAt(Set<String> phrases, List<String> words, int from) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            String rest = length == 1 ? "" : " " + String.join(" ", words.subList(from + 1, from + length));
            String first = words.get(from);
            if (phrases.contains(first + rest)) {
                return length;
            }
            for (String particle : PARTICLES) {
                if (first.length() > particle.length() + 1
                        && first.startsWith(particle)
                        && phrases.contains(first.substring(particle.length()) + rest)) {
                    return length;
                }
            }
        }
        return 0;
    }

    /** All phrases by group, in an order that depends on them alone. */
    @Override
    public String toString() {
        return new TreeMap<>(groups)
                .entrySet().stream()
                        .map(group -> group.getKey() + "=" + new TreeSet<>(group.getValue()))
                        .collect(Collectors.joining("\n"));
    }
}
