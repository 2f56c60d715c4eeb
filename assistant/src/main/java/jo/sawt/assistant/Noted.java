package jo.sawt.assistant;

import java.util.Optional;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Understanding;

/** What a decision rests on, in the registry's types. */
record Noted(
        Lang lang,
        Kind kind,
        Optional<ServiceRecord> service,
        Optional<DepartmentId> department,
        Optional<Facet> facet,
        double confidence) {

    static Noted of(Lang lang, Kind kind, double confidence) {
        return new Noted(lang, kind, Optional.empty(), Optional.empty(), Optional.empty(), confidence);
    }

    Noted about(ServiceRecord record, Optional<Facet> asked) {
        return new Noted(lang, kind, Optional.of(record), Optional.of(record.department()), asked, confidence);
    }

    Understanding remembering(Memory memory) {
        return new Understanding(
                lang,
                kind,
                service.map(record -> record.id().value()),
                department.map(Names::forDesk),
                facet.map(Facet::wire),
                Math.max(0, Math.min(1, confidence)),
                memory.entries());
    }
}
