/** What customers are worth: scores of recency, frequency and amount, and the segments named after them. */
@NullMarked
package app.parcelle.ui.value;

import org.jspecify.annotations.NullMarked;
