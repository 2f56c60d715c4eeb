package jo.sawt.ticketing.http;

import java.util.EnumSet;
import java.util.Set;
import jo.sawt.ticketing.Role;

/** Which roles a kind of route is for at all; what each may do to a ticket is the desk's word. */
final class Roles {
    /** Those who have anything to do with tickets. */
    static final Set<Role> OF_TICKETS = EnumSet.complementOf(EnumSet.of(Role.EDITOR));

    /** Those who look after messages that could not be delivered. */
    static final Set<Role> OF_DELIVERY = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    private Roles() {}
}
