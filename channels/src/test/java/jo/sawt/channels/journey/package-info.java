/**
 * Sawt seen from outside: the real program in a process of its own, spoken to over HTTP and the chat socket as CONTRACT
 * has them, and killed. It knows nothing of the code it tests.
 */
@NullMarked
package jo.sawt.channels.journey;

import org.jspecify.annotations.NullMarked;
