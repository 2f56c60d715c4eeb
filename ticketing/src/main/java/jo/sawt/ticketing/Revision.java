package jo.sawt.ticketing;

import java.time.Instant;

/**
 * How often and when a ticket was written.
 *
 * @param writes every write, also the claims and marks of workers
 * @param version what staff see as the version: rises with each change they could care about
 */
public record Revision(long writes, long version, Instant createdAt, Instant updatedAt) {}
