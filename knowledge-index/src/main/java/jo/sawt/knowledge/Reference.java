package jo.sawt.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a record that names another record. */
record Reference(String pointer, RecordKind kind, String id) {
    /** All that a record names. Life events of a service are not among them: they are bundled from their own side. */
    static List<Reference> of(RegistryRecord record) {
        List<Reference> found = new ArrayList<>();
        switch (record) {
            case ServiceRecord service -> {
                add(found, "/department", service.department());
                services(found, "/related/", service.related());
            }
            case Department department -> add(found, "/parent", department.parent());
            case Center center -> {
                add(found, "/operator", center.operator());
                for (int i = 0; i < center.departments().size(); i++) {
                    add(found, "/departments/" + i, center.departments().get(i));
                }
            }
            case LifeEvent event -> services(found, "/services/", event.services());
            case Document document -> add(found, "/department", document.department());
            case Charter charter -> {
                add(found, "/department", charter.department());
                service(found, charter.service());
            }
            case Agreement agreement -> {
                for (int i = 0; i < agreement.parties().size(); i++) {
                    add(found, "/parties/" + i, agreement.parties().get(i));
                }
                service(found, agreement.service());
            }
            case Indicator indicator -> {
                add(found, "/department", indicator.department());
                service(found, indicator.service());
            }
            case Synonym synonym -> {}
            case ServiceUtterances ways -> found.add(new Reference("/service", RecordKind.SERVICES, ways.key()));
        }
        return found;
    }

    private static void add(List<Reference> found, String pointer, @Nullable DepartmentId id) {
        if (id != null) {
            found.add(new Reference(pointer, RecordKind.DEPARTMENTS, id.value()));
        }
    }

    private static void service(List<Reference> found, @Nullable ServiceId id) {
        if (id != null) {
            found.add(new Reference("/service", RecordKind.SERVICES, id.value()));
        }
    }

    private static void services(List<Reference> found, String pointer, List<ServiceId> ids) {
        for (int i = 0; i < ids.size(); i++) {
            found.add(new Reference(pointer + i, RecordKind.SERVICES, ids.get(i).value()));
        }
    }

    Flaw flaw() {
        return new Flaw(pointer, Remedy.unknown(kind, id));
    }
}
