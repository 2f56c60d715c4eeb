/**
 * Web chat: the socket {@code /chat}, its twin over HTTP under {@code /api/v1/chat}, the page at {@code /} and the widget
 * that embeds it elsewhere. Frames and requests of citizens come in and become inbound messages; the conversation leaves as
 * numbered frames, in order and without a gap. It knows the desk alone: no rule about tickets, no registry, no model.
 */
@NullMarked
package jo.sawt.channels.web;

import org.jspecify.annotations.NullMarked;
