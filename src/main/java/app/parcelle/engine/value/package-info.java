/** What customers are worth: recency, frequency and monetary scores, and the segments named after them. */
@NullMarked
package app.parcelle.engine.value;

import org.jspecify.annotations.NullMarked;
