/**
 * The National Registry of Government Services: records, their versions and their import, and the search that finds the
 * right record from a person's own words. Registry lines and questions come in; records and ranked hits leave. It must
 * not know of tickets, channels or people.
 */
@NullMarked
package jo.sawt.knowledge;

import org.jspecify.annotations.NullMarked;
