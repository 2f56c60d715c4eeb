package jo.sawt.channels.server;

import java.util.Optional;
import jo.sawt.knowledge.Registry;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Departments;
import jo.sawt.ticketing.Lang;

/** Tells the desk of departments what the registry says. */
final class RegistryDepartments implements Departments {
    private final Registry registry;

    RegistryDepartments(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Optional<String> name(DepartmentId id, Lang lang) {
        return registry.department(new jo.sawt.knowledge.DepartmentId(id.value()))
                .map(department -> department.name().in(language(lang)));
    }

    private static jo.sawt.knowledge.Lang language(Lang lang) {
        return switch (lang) {
            case AR -> jo.sawt.knowledge.Lang.AR;
            case EN -> jo.sawt.knowledge.Lang.EN;
        };
    }
}
