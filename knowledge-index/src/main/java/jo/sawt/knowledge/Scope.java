package jo.sawt.knowledge;

import java.util.Optional;

/** Which records an editor may change: one of a department only those of that department. */
record Scope(Ledger ledger) {
    boolean allows(Editor editor, RegistryRecord record) {
        if (editor.department().isEmpty()) {
            return true;
        }
        Optional<Version> known = ledger.latest(RecordKind.of(record), record.key());
        return owner(record).equals(editor.department())
                && (known.isEmpty() || owner(known.get().record()).equals(editor.department()));
    }

    /** Whose a record is; centers, life events and synonyms belong to no single department. */
    private Optional<DepartmentId> owner(RegistryRecord record) {
        return switch (record) {
            case ServiceRecord service -> Optional.of(service.department());
            case Department department -> Optional.of(department.id());
            case Document document -> Optional.ofNullable(document.department());
            case ServiceUtterances ways ->
                ledger.latest(RecordKind.SERVICES, ways.key()).flatMap(service -> owner(service.record()));
            case Center center -> Optional.empty();
            case LifeEvent event -> Optional.empty();
            case Charter charter -> Optional.of(charter.department());
            case Agreement agreement -> Optional.ofNullable(agreement.lead());
            case Indicator indicator -> Optional.ofNullable(indicator.department());
            case Synonym synonym -> Optional.empty();
        };
    }
}
