/** What customers are worth: recency, frequency and monetary scores, and the segments named after them. */
@org.jspecify.annotations.NullMarked
package app.parcelle.engine.value;
