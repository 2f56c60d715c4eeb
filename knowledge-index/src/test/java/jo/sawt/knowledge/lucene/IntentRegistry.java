package jo.sawt.knowledge.lucene;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Duration;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Snapshot;
import jo.sawt.knowledge.Text;
import jo.sawt.knowledge.Texts;
import jo.sawt.knowledge.Utterance;

/** The intents of a public set as services, its training texts as their ways of asking. */
final class IntentRegistry extends RegistryView {
    private final Map<String, ServiceRecord> services = new LinkedHashMap<>();
    private final List<Utterance> ways = new ArrayList<>();

    IntentRegistry(IntentSet training) {
        super(() -> Snapshot.empty(InstantSource.system()));
        for (IntentSet.Labelled text : training.texts()) {
            ServiceRecord service =
                    services.computeIfAbsent(text.label(), label -> service("intent-" + services.size(), label));
            ways.add(new Utterance(service.id(), text.text(), "public", null));
        }
    }

    /** The id of an intent's service. */
    ServiceId id(String label) {
        return services.containsKey(label) ? services.get(label).id() : new ServiceId("none");
    }

    @Override
    public List<ServiceRecord> services() {
        return List.copyOf(services.values());
    }

    @Override
    public List<Utterance> utterances() {
        return ways;
    }

    private static ServiceRecord service(String id, String label) {
        return new ServiceRecord(
                new ServiceId(id),
                1,
                LocalDate.of(2026, 1, 1),
                null,
                new DepartmentId("public"),
                new Text(label, label.replace('_', ' ')),
                Texts.EMPTY,
                Text.EMPTY,
                List.of(),
                Texts.EMPTY,
                Texts.EMPTY,
                Texts.EMPTY,
                List.of(),
                new Duration(Text.EMPTY, null),
                List.of(),
                Texts.EMPTY,
                "",
                Text.EMPTY,
                List.of(),
                List.of(),
                "sourced",
                Set.of(),
                List.of());
    }
}
