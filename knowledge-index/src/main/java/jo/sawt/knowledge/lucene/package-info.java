/**
 * Finds services and passages of documents in a Lucene index that is kept in memory and in step with the registry, and
 * weighs what the index says together with what the trained models say. Questions come in; ranked records with
 * probabilities leave. It must not know of stores, routes or tickets.
 */
@NullMarked
package jo.sawt.knowledge.lucene;

import org.jspecify.annotations.NullMarked;
