package jo.sawt.knowledge;

import java.util.Locale;
import java.util.Optional;

/** What kinds of records the registry keeps; the wire form is also the name of the file of an import. */
public enum RecordKind {
    DEPARTMENTS,
    SERVICES,
    CENTERS,
    LIFE_EVENTS,
    UTTERANCES,
    DOCUMENTS,
    CHARTERS,
    AGREEMENTS,
    INDICATORS,
    SYNONYMS;

    /** Lower case with hyphens, such as {@code life-events}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RecordKind> parse(String wire) {
        for (RecordKind kind : values()) {
            if (kind.wire().equals(wire)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The kind of a record. */
    public static RecordKind of(RegistryRecord record) {
        return switch (record) {
            case ServiceRecord service -> SERVICES;
            case Department department -> DEPARTMENTS;
            case Center center -> CENTERS;
            case LifeEvent event -> LIFE_EVENTS;
            case Document document -> DOCUMENTS;
            case ServiceUtterances utterances -> UTTERANCES;
            case Charter charter -> CHARTERS;
            case Agreement agreement -> AGREEMENTS;
            case Indicator indicator -> INDICATORS;
            case Synonym synonym -> SYNONYMS;
        };
    }
}
