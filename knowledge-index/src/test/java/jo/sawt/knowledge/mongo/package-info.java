/** Tests of the registry on its store, the same on every server that speaks MongoDB's protocol. */
@NullMarked
package jo.sawt.knowledge.mongo;

import org.jspecify.annotations.NullMarked;
