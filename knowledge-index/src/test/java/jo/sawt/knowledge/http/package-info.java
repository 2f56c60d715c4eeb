/** The registry's routes over real HTTP. */
@NullMarked
package jo.sawt.knowledge.http;

import org.jspecify.annotations.NullMarked;
