package jo.sawt.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a government service in the registry (regulation of 2025, article 2: documents, conditions and
 * procedures of each service).
 *
 * @param version from 1, rising by one with each change
 * @param effectiveFrom first day this version is in force, in Asia/Amman
 * @param effectiveTo last day this version is in force; null while none follows
 * @param audience who may use it: citizen, resident, business, expatriate, investor, visitor, professional …
 * @param channels how it can be used: online, office, app, phone …
 * @param confidence sourced, partly or illustrative
 * @param illustrativeFields names of fields that nobody has confirmed; an answer from one must say so
 */
public record ServiceRecord(
        ServiceId id,
        int version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        DepartmentId department,
        Text name,
        Texts aliases,
        Text summary,
        List<String> audience,
        Texts conditions,
        Texts documents,
        Texts steps,
        List<Fee> fees,
        Duration duration,
        List<String> channels,
        Texts locations,
        String url,
        Text legalBasis,
        List<String> lifeEvents,
        List<ServiceId> related,
        String confidence,
        Set<String> illustrativeFields,
        List<String> sources)
        implements RegistryRecord {
    public ServiceRecord {
        audience = List.copyOf(audience);
        fees = List.copyOf(fees);
        channels = List.copyOf(channels);
        lifeEvents = List.copyOf(lifeEvents);
        related = List.copyOf(related);
        illustrativeFields = Set.copyOf(illustrativeFields);
        sources = List.copyOf(sources);
    }

    /** Whether this version is in force on a day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    @Override
    public String key() {
        return id.value();
    }

    @Override
    public ServiceRecord dated(int number, LocalDate from, @Nullable LocalDate to) {
        return new ServiceRecord(
                id,
                number,
                from,
                to,
                department,
                name,
                aliases,
                summary,
                audience,
                conditions,
                documents,
                steps,
                fees,
                duration,
                channels,
                locations,
                url,
                legalBasis,
                lifeEvents,
                related,
                confidence,
                illustrativeFields,
                sources);
    }
}
