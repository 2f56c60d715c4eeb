package jo.sawt.knowledge.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Utterance;

/** A text and the service it asks for. */
record Training(String service, String text) {
    /** The same for the same text of the same service alone. */
    String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(service.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Names, aliases, summaries and ways of asking of every service in force, in an order that depends on them alone. */
    static List<Training> of(Registry registry) {
        List<Training> texts = new ArrayList<>();
        Set<String> known = new HashSet<>();
        registry.services().stream()
                .sorted(Comparator.comparing(service -> service.id().value()))
                .forEach(service -> {
                    known.add(service.id().value());
                    texts.addAll(described(service));
                });
        registry.utterances().stream()
                .sorted(Comparator.comparing((Utterance way) -> way.service().value())
                        .thenComparing(Utterance::text))
                .map(way -> new Training(way.service().value(), way.text()))
                .filter(text -> known.contains(text.service()))
                .forEach(texts::add);
        SampleTexts.messages().stream()
                .filter(text -> known.contains(text.service()))
                .forEach(texts::add);
        return texts;
    }

    /** What the record itself says the service is. */
    static List<Training> described(ServiceRecord service) {
        List<Training> texts = new ArrayList<>();
        add(texts, service, List.of(service.name().ar(), service.name().en()));
        add(texts, service, service.aliases().ar());
        add(texts, service, service.aliases().en());
        add(texts, service, List.of(service.summary().ar(), service.summary().en()));
        return texts;
    }

    private static void add(List<Training> texts, ServiceRecord service, List<String> more) {
        for (String text : more) {
            if (!text.isBlank()) {
                texts.add(new Training(service.id().value(), text));
            }
        }
    }
}
