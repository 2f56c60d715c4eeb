/**
 * Linear models over the features of a text. Labelled texts come in; small models that name the label, with a
 * probability, leave. It must not know where the texts come from or what the labels mean.
 */
@NullMarked
package jo.sawt.knowledge.linear;

import org.jspecify.annotations.NullMarked;
