/**
 * The assistant over HTTP, for integrators and for trying it out: a question comes in, the assistant's decision leaves, and
 * a thread of follow-ups is held in memory for half an hour. It must not know of tickets that exist, nor store any.
 */
@NullMarked
package jo.sawt.assistant.http;

import org.jspecify.annotations.NullMarked;
