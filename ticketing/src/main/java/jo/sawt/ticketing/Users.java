package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/** The store of members of staff: a port. Each method may throw {@link DeskUnavailable}. */
public interface Users {
    /** False where the username is taken. */
    boolean add(User user, PasswordHash password);

    Optional<User> find(Username username);

    /** The stored password of a user who exists. */
    Optional<PasswordHash> password(Username username);

    /** Puts {@code next} in the place of the version before it; false where another version is stored by now. */
    boolean replace(User next);

    /** False where there is no such user. */
    boolean changePassword(Username username, PasswordHash password);

    /** By username, those after one, or from the first. */
    List<User> list(Optional<Username> after, int limit);
}
