@NullMarked
package jo.sawt.channels.server.http;

import org.jspecify.annotations.NullMarked;
