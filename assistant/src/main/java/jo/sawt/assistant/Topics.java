package jo.sawt.assistant;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.text.Meanings;
import jo.sawt.knowledge.text.Words;

/** What the names of services are about, in meanings that all languages share. Safe for many threads. */
final class Topics {
    private final Map<Version, Set<String>> known = new ConcurrentHashMap<>();

    private record Version(ServiceId service, int number) {}

    /** Of a service's names and aliases. */
    Set<String> of(ServiceRecord service) {
        return known.computeIfAbsent(new Version(service.id(), service.version()), version -> named(service));
    }

    private static Set<String> named(ServiceRecord service) {
        Set<String> topics = new HashSet<>();
        Stream.of(service.name().ar(), service.name().en()).forEach(name -> topics.addAll(of(name)));
        service.aliases().ar().forEach(name -> topics.addAll(of(name)));
        service.aliases().en().forEach(name -> topics.addAll(of(name)));
        return Set.copyOf(topics);
    }

    static Set<String> of(String text) {
        return new HashSet<>(Meanings.topic(Words.of(text)));
    }

    /** Which part of the first is in the second, from 0 to 1. */
    static double share(Set<String> part, Set<String> whole) {
        return part.isEmpty()
                ? 0
                : (double) part.stream().filter(whole::contains).count() / part.size();
    }
}
