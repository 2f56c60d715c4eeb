package jo.sawt.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All the ways on record in which people ask about one service. */
public record ServiceUtterances(ServiceId service, List<Utterance> ways) implements RegistryRecord {
    public ServiceUtterances {
        ways = List.copyOf(ways);
    }

    /** With more of them; one whose text is there already takes the other's place. */
    public ServiceUtterances and(List<Utterance> more) {
        Map<String, Utterance> all = new LinkedHashMap<>();
        ways.forEach(way -> all.put(way.text(), way));
        more.forEach(way -> all.put(way.text(), way));
        return new ServiceUtterances(service, List.copyOf(all.values()));
    }

    @Override
    public String key() {
        return service.value();
    }
}
