/**
 * Where everything is put together: settings are read and checked, the store is opened, the modules are wired, their routes
 * are mounted behind one set of limits, headers and error replies, and all of it is stopped in order. The environment and
 * HTTP come in; a running desk leaves. The only package that knows all modules, and it must hold no rule of any of them.
 */
@NullMarked
package jo.sawt.channels.server;

import org.jspecify.annotations.NullMarked;
