package jo.sawt.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A department (الدائرة): any ministry, department, authority or public institution that offers services.
 *
 * @param parent the department it belongs to, null at the top
 * @param complaintSubjects what people usually complain of, to help route a complaint
 */
public record Department(
        DepartmentId id, Text name, Texts aliases, @Nullable DepartmentId parent, Texts complaintSubjects) {}
