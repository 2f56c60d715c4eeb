/**
 * Reads a text as people write it in Jordan: standard and spoken Arabic, Arabizi, English, and all of them at once. Any
 * Unicode text comes in; normalised words, their stems and consonant skeletons, and hashed features leave. It must not
 * know of records, indexes or models.
 */
@NullMarked
package jo.sawt.knowledge.text;

import org.jspecify.annotations.NullMarked;
