package jo.sawt.knowledge;

import java.util.List;

/** All the ways on record in which people ask about one service. */
public record ServiceUtterances(ServiceId service, List<Utterance> ways) implements RegistryRecord {
    public ServiceUtterances {
        ways = List.copyOf(ways);
    }

    @Override
    public String key() {
        return service.value();
    }
}
