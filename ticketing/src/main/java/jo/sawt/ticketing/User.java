package jo.sawt.ticketing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A member of staff who may sign in.
 *
 * @param department that a responder or manager answers for; both need one
 * @param enabled whether they may sign in and act
 * @param version rises by one with each change
 */
public record User(
        Username username,
        String name,
        Set<Role> roles,
        Optional<DepartmentId> department,
        boolean enabled,
        long version,
        Instant createdAt) {
    public User {
        name = name.strip();
        if (name.isEmpty() || name.length() > 200) {
            throw new IllegalArgumentException("a name needs 1 to 200 characters");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a user needs at least one role");
        }
        if ((roles.contains(Role.RESPONDER) || roles.contains(Role.MANAGER)) && department.isEmpty()) {
            throw new IllegalArgumentException("a responder or manager needs a department");
        }
        roles = Set.copyOf(roles);
    }

    Caller caller() {
        return new Caller(username, name, roles, department);
    }
}
