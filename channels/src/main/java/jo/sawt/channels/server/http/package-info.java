/**
 * The edge that all routes share: one form of error replies, security headers, request ids, request limits, health, metrics
 * and the description of the API. Requests come in; what the modules' routes throw leaves as problem+json in the caller's
 * language. It must not know what any route does.
 */
@NullMarked
package jo.sawt.channels.server.http;

import org.jspecify.annotations.NullMarked;
