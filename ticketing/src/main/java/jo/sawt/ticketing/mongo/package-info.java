/**
 * The store of the desk in MongoDB, through its Java driver and within what every server that we run on shares. Tickets,
 * users and sessions of the domain go in and come out; no type of the driver leaves this package, and what goes wrong in it
 * becomes {@link jo.sawt.ticketing.DeskUnavailable}. It must not know of HTTP or of any channel.
 *
 * <p>A ticket is one document, each step of it one atomic update. Documents are reached by {@code _id}, by a unique key, or
 * by {@code _id} with {@code writes}: the embedded store uses a unique index where a filter names exactly its fields, and
 * reads the whole collection otherwise.
 */
@NullMarked
package jo.sawt.ticketing.mongo;

import org.jspecify.annotations.NullMarked;
