package jo.sawt.ticketing;

import java.time.LocalDate;

/**
 * The source of a fact in a reply.
 *
 * @param type service, document, center, department or life-event
 * @param field the field of the record that the fact was read from
 */
public record Citation(String type, String id, int version, String field, LocalDate effectiveFrom) {}
