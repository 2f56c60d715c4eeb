/**
 * The core of the desk: tickets with their timeline, owner, assignments, clocks, owed turn and outbox. Inbound messages
 * and acts of staff come in; stored tickets, messages owed to citizens and events leave. It must not know of any channel,
 * of the registry or of any model: it calls {@link jo.sawt.ticketing.Responder} and {@link
 * jo.sawt.ticketing.ChannelSender}.
 */
@NullMarked
package jo.sawt.ticketing;

import org.jspecify.annotations.NullMarked;
