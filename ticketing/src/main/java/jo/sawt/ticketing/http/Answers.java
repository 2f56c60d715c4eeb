package jo.sawt.ticketing.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jo.sawt.ticketing.Caller;
import jo.sawt.ticketing.Outcome;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.StaffDesk;
import jo.sawt.ticketing.Ticket;

/** Tickets and what became of acts on them, as responses to staff. */
final class Answers {
    private final StaffDesk desk;

    Answers(StaffDesk desk) {
        this.desk = desk;
    }

    static Reference reference(ServerRequest request) {
        return Reference.parse(request.path().pathParameters().get("reference"))
                .orElseThrow(() -> Problem.unknownTicket(request));
    }

    void send(ServerRequest request, ServerResponse response, Caller caller, Ticket ticket) {
        response.header(HeaderNames.ETAG, "\"" + ticket.version() + "\"");
        Json.send(response, TicketJson.whole(ticket, desk.actions(caller, ticket), Problem.language(request)));
    }

    void send(ServerRequest request, ServerResponse response, Caller caller, Outcome outcome) {
        send(request, response, caller, done(request, outcome));
    }

    /** The ticket after the act, or the refusal thrown. */
    static Ticket done(ServerRequest request, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.ticket();
            case Outcome.Unknown none -> throw Problem.unknownTicket(request);
            case Outcome.Forbidden no -> throw Problem.forbidden(request);
            case Outcome.Stale stale -> throw Problem.stale(request);
            case Outcome.Refused refused -> throw refusal(request, refused.code());
        };
    }

    private static HttpException refusal(ServerRequest request, String code) {
        return Problem.of(request, Status.CONFLICT_409, code);
    }
}
