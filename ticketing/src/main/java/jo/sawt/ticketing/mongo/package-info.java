/**
 * The store of the desk in MongoDB, through its Java driver and within what every server that we run on shares. Tickets,
 * users and sessions of the domain go in and come out; no type of the driver leaves this package, and what goes wrong in it
 * becomes {@link jo.sawt.ticketing.DeskUnavailable}. It must not know of HTTP or of any channel.
 */
@NullMarked
package jo.sawt.ticketing.mongo;

import org.jspecify.annotations.NullMarked;
