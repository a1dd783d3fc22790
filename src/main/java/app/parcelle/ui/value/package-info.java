/** What customers are worth: scores of recency, frequency and amount, and the segments named after them. */
@org.jspecify.annotations.NullMarked
package app.parcelle.ui.value;
