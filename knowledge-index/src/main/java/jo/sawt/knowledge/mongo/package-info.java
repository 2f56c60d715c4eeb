/**
 * The store of the registry on MongoDB's protocol: one document a version, reached by its id. Versions come in and leave;
 * it must not know what a change may be or when a version is in force.
 */
@NullMarked
package jo.sawt.knowledge.mongo;

import org.jspecify.annotations.NullMarked;
