/**
 * The desk over HTTP: staff sign in, list and act on tickets, administer users and follow the feed; citizens track their
 * own. Requests come in as JSON and go to the desk, its answers leave in the shapes of the outside contract. It must not
 * hold a rule about tickets: what may be done is the domain's word. Refusals are thrown as {@link
 * io.helidon.http.HttpException}, for the server to put into words of its own.
 */
@NullMarked
package jo.sawt.ticketing.http;

import org.jspecify.annotations.NullMarked;
