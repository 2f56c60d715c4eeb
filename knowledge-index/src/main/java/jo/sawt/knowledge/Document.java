package jo.sawt.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A text of the registry that is no service: a regulation, a guide, questions and answers.
 *
 * @param source where it was published, null where not given
 * @param department whose it is, null where it is nobody's alone
 */
public record Document(
        String id,
        int version,
        String title,
        String text,
        Lang lang,
        @Nullable String source,
        @Nullable DepartmentId department,
        LocalDate effectiveFrom)
        implements RegistryRecord {
    @Override
    public String key() {
        return id;
    }

    @Override
    public Document dated(int number, LocalDate from, @Nullable LocalDate to) {
        return new Document(id, number, title, text, lang, source, department, from);
    }
}
