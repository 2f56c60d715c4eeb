package jo.sawt.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One result of a search.
 *
 * @param type service or document
 * @param id the service's or the document's id
 * @param version of the record the passage was read from
 * @param passage the part that matches best, as plain text
 * @param heading the heading over the passage in a document, such as an article; null where there is none
 */
public record Hit(
        String type,
        String id,
        int version,
        LocalDate effectiveFrom,
        String title,
        double score,
        String passage,
        @Nullable String heading,
        @Nullable DepartmentId department) {}
