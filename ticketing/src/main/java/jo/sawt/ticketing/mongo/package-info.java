/**
 * The store of the desk in MongoDB, through its Java driver and within what every server that we run on shares. Tickets,
 * users and sessions of the domain go in and come out; no type of the driver leaves this package, and what goes wrong in it
 * becomes {@link jo.sawt.ticketing.DeskUnavailable}. It must not know of HTTP or of any channel.
 *
 * <p>A ticket is one document, each step of it one atomic update. Documents are reached by {@code _id} or by a unique key,
 * and what is owed by a pattern on a unique key that only tickets with work have: the embedded store uses unique indexes
 * alone, and reads the whole collection for any other question.
 */
@NullMarked
package jo.sawt.ticketing.mongo;

import org.jspecify.annotations.NullMarked;
