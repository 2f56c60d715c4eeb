package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Lang;

/** Names of the registry's records in a citizen's language, and the way between the two modules' ids. */
final class Names {
    private final Registry registry;

    Names(Registry registry) {
        this.registry = registry;
    }

    static jo.sawt.knowledge.Lang in(Lang lang) {
        return switch (lang) {
            case AR -> jo.sawt.knowledge.Lang.AR;
            case EN -> jo.sawt.knowledge.Lang.EN;
        };
    }

    static jo.sawt.ticketing.DepartmentId forDesk(DepartmentId id) {
        return new jo.sawt.ticketing.DepartmentId(id.value());
    }

    /** The service in force today under an id as a citizen or a memory gives it. */
    Optional<ServiceRecord> service(String id) {
        try {
            return registry.service(new ServiceId(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    Optional<Department> department(String id) {
        try {
            return registry.department(new DepartmentId(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The department of a name or an alias, however it is spelled. */
    Optional<Department> departmentNamed(String name) {
        List<String> wanted = Words.of(name);
        return registry.departments().stream()
                .filter(department -> Stream.of(
                                Stream.of(
                                        department.name().ar(),
                                        department.name().en()),
                                department.aliases().ar().stream(),
                                department.aliases().en().stream())
                        .flatMap(names -> names)
                        .anyMatch(it -> !wanted.isEmpty() && Words.of(it).equals(wanted)))
                .findFirst();
    }

    String department(DepartmentId id, Lang lang) {
        return registry.department(id).map(found -> found.name().in(in(lang))).orElse(id.value());
    }
}
