package jo.sawt.knowledge;

import java.util.regex.Pattern;

/** The id of a department (الدائرة) in the registry. Lower-case Latin letters, digits and hyphens, at most 64 characters, such as {@code cspd}. */
public record DepartmentId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public DepartmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a department id: it needs 1 to 64 of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
