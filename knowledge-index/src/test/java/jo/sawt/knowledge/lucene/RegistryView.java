package jo.sawt.knowledge.lucene;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jo.sawt.knowledge.Center;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Document;
import jo.sawt.knowledge.LifeEvent;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.Synonym;
import jo.sawt.knowledge.Utterance;

/** Whatever registry is the present one. */
class RegistryView implements Registry {
    private final Supplier<Registry> present;

    RegistryView(Supplier<Registry> present) {
        this.present = present;
    }

    @Override
    public Optional<ServiceRecord> service(ServiceId id) {
        return present.get().service(id);
    }

    @Override
    public Optional<ServiceRecord> service(ServiceId id, LocalDate day) {
        return present.get().service(id, day);
    }

    @Override
    public List<ServiceRecord> versions(ServiceId id) {
        return present.get().versions(id);
    }

    @Override
    public List<ServiceRecord> services() {
        return present.get().services();
    }

    @Override
    public Optional<Department> department(DepartmentId id) {
        return present.get().department(id);
    }

    @Override
    public List<Department> departments() {
        return present.get().departments();
    }

    @Override
    public List<Center> centers() {
        return present.get().centers();
    }

    @Override
    public List<LifeEvent> lifeEvents() {
        return present.get().lifeEvents();
    }

    @Override
    public List<Document> documents() {
        return present.get().documents();
    }

    @Override
    public List<Utterance> utterances() {
        return present.get().utterances();
    }

    @Override
    public List<Synonym> synonyms() {
        return present.get().synonyms();
    }

    @Override
    public long revision() {
        return present.get().revision();
    }
}
