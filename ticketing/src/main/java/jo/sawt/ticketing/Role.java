package jo.sawt.ticketing;

import java.util.Locale;
import java.util.Optional;

/** What a member of staff may do. Responders and managers belong to one department. The wire form is the lower-case name. */
public enum Role {
    AGENT,
    SUPERVISOR,
    RESPONDER,
    MANAGER,
    ANALYST,
    EDITOR,
    ADMIN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> parse(String wire) {
        for (Role value : values()) {
            if (value.wire().equals(wire)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
