/**
 * The registry's routes: its records, the search and the editors' changes over HTTP. Requests come in and JSON leaves; it
 * must not know how records are stored, and asks the server alone who an editor is.
 */
@NullMarked
package jo.sawt.knowledge.http;

import org.jspecify.annotations.NullMarked;
