package jo.sawt.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A department (الدائرة): any ministry, department, authority or public institution that offers services.
 *
 * @param parent the department it belongs to, null at the top
 * @param serviceCount how many services it offers by its own count, null where not known
 * @param automatedCount how many of them are electronic, null where not known
 * @param complaintSubjects what people usually complain of, to help route a complaint
 * @param confirmEveryDays within how many days each of its services must be confirmed anew, null for the usual period
 * @param confidence sourced, partly or illustrative
 */
public record Department(
        DepartmentId id,
        Text name,
        Texts aliases,
        @Nullable DepartmentId parent,
        @Nullable Integer serviceCount,
        @Nullable Integer automatedCount,
        Texts complaintSubjects,
        @Nullable Integer confirmEveryDays,
        String confidence)
        implements RegistryRecord {
    @Override
    public String key() {
        return id.value();
    }
}
