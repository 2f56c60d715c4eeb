package jo.sawt.channels.server;

import io.helidon.webserver.http.ServerRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jo.sawt.assistant.Listening;
import jo.sawt.knowledge.http.Conversations;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Role;
import jo.sawt.ticketing.StaffDesk;
import jo.sawt.ticketing.http.Callers;

/** What a citizen wrote in a ticket that a member of staff sees, for the registry's editors. */
final class Confirmed implements Conversations {
    private static final Set<Role> CONFIRMING =
            EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.RESPONDER, Role.MANAGER, Role.ADMIN);

    private final StaffDesk desk;

    Confirmed(StaffDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Said> said(ServerRequest request, String ticket, long seq) {
        Caller caller = Callers.with(request, CONFIRMING);
        return Reference.parse(ticket)
                .flatMap(reference -> desk.ticket(caller, reference))
                .flatMap(found -> Listening.masked(found, seq)
                        .map(text -> new Said(
                                text, found.channel().wire(), caller.username().value())));
    }
}
