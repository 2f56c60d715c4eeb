package jo.sawt.ticketing;

import java.time.Instant;
import java.util.List;

/**
 * Something happened to a ticket, after it was stored. Names no personal data; a reader loads what it may see.
 *
 * @param contacts that its conversation goes through
 * @param type what happened, such as {@code message}, {@code status}, {@code assigned}
 * @param version of the ticket after it
 */
public record TicketEvent(Reference ticket, long version, List<Contact> contacts, String type, Instant at) {}
