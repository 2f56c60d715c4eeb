package jo.sawt.ticketing;

import java.util.Optional;
import java.util.Set;

/**
 * The member of staff who asks for something, as signed in now.
 *
 * @param name as colleagues see it
 * @param department of a responder or manager
 */
public record Caller(Username username, String name, Set<Role> roles, Optional<DepartmentId> department) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller answers for this department. */
    public boolean isOf(DepartmentId id) {
        return (is(Role.RESPONDER) || is(Role.MANAGER))
                && department.filter(id::equals).isPresent();
    }
}
