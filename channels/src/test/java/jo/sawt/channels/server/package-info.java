@NullMarked
package jo.sawt.channels.server;

import org.jspecify.annotations.NullMarked;
