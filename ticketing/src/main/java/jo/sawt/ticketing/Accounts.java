package jo.sawt.ticketing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes and changes the accounts of staff. */
public final class Accounts {
    private static final Username FIRST = new Username("admin");

    private final Users users;
    private final Sessions sessions;
    private final InstantSource clock;

    public Accounts(Users users, Sessions sessions, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A sign-in that was just made, to be told once. */
    public record Made(User user, Password password) {}

    /** What is to change of a user; what is empty stays. */
    public record Change(
            Optional<String> name,
            Optional<Set<Role>> roles,
            Optional<DepartmentId> department,
            Optional<Boolean> enabled,
            Optional<Password> password) {}

    /** How a change went. */
    public sealed interface Changed {
        record Done(User user) implements Changed {}

        record Unknown() implements Changed {}

        /** The user has been changed since the version that the change is based on. */
        record Stale() implements Changed {}

        /** No administrator would be left who can sign in, or an administrator would shut themselves out. */
        record LastAdministrator() implements Changed {}
    }

    /**
     * Makes {@code admin} in a store that has none, with the password given, else a random one; empty where it is there
     * already, whatever its password.
     */
    public Optional<Made> addFirst(Optional<Password> given) {
        if (users.find(FIRST).isPresent()) {
            return Optional.empty();
        }
        return add(FIRST, "Administrator", Set.of(Role.ADMIN), Optional.empty(), given.orElseGet(Password::random));
    }

    /** Makes the sample sign-ins that are not there yet: every role once, and both of a department for each department given. */
    public List<Made> addSamples(List<DepartmentId> departments) {
        List<Made> made = new ArrayList<>();
        for (Role role : List.of(Role.AGENT, Role.SUPERVISOR, Role.ANALYST, Role.EDITOR)) {
            sample(role.wire(), role, Optional.empty()).ifPresent(made::add);
        }
        for (DepartmentId department : departments) {
            for (Role role : List.of(Role.RESPONDER, Role.MANAGER)) {
                sample(role.wire() + "-" + department, role, Optional.of(department))
                        .ifPresent(made::add);
            }
        }
        return made;
    }

    private Optional<Made> sample(String username, Role role, Optional<DepartmentId> department) {
        return add(new Username(username), "Sample " + username, Set.of(role), department, Password.random());
    }

    /** Empty where the username is taken. A wrong combination throws {@link IllegalArgumentException}. */
    public Optional<Made> add(
            Username username, String name, Set<Role> roles, Optional<DepartmentId> department, Password password) {
        User user = new User(username, name, roles, department, true, 1, clock.instant());
        return users.add(user, sessions.passwords().hash(password))
                ? Optional.of(new Made(user, password))
                : Optional.empty();
    }

    /** Changes a user, on this node at once. A disabled user and one with a new password are signed out everywhere. */
    public Changed change(Caller by, Username username, Change change, Optional<Long> basedOn) {
        Optional<User> found = users.find(username);
        if (found.isEmpty()) {
            return new Changed.Unknown();
        }
        User before = found.get();
        if (basedOn.isPresent() && basedOn.get() != before.version()) {
            return new Changed.Stale();
        }
        User next = next(before, change);
        boolean loses = !next.enabled() || !next.roles().contains(Role.ADMIN);
        if (loses && (username.equals(by.username()) || username.equals(FIRST))) {
            return new Changed.LastAdministrator();
        }
        if (!users.replace(next)) {
            return new Changed.Stale();
        }
        change.password()
                .ifPresent(it ->
                        users.changePassword(username, sessions.passwords().hash(it)));
        if (!next.enabled() || change.password().isPresent()) {
            sessions.signOutAll(username);
        }
        sessions.forget(username);
        return new Changed.Done(next);
    }

    public Optional<User> find(Username username) {
        return users.find(username);
    }

    public List<User> list(Optional<Username> after, int limit) {
        return users.list(after, limit);
    }

    private static User next(User before, Change change) {
        return new User(
                before.username(),
                change.name().orElse(before.name()),
                change.roles().orElse(before.roles()),
                change.department().or(before::department),
                change.enabled().orElse(before.enabled()),
                before.version() + 1,
                before.createdAt());
    }
}
