@NullMarked
package jo.sawt.channels.server.embedded;

import org.jspecify.annotations.NullMarked;
