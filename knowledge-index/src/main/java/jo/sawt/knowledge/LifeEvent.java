package jo.sawt.knowledge;

import java.util.List;

/** A life event, such as a newborn, as the ordered bundle of services that go with it. */
public record LifeEvent(String id, Text name, List<ServiceId> services) implements RegistryRecord {
    public LifeEvent {
        services = List.copyOf(services);
    }

    @Override
    public String key() {
        return id;
    }
}
