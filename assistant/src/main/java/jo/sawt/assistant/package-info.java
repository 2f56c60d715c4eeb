@NullMarked
package jo.sawt.assistant;

import org.jspecify.annotations.NullMarked;
