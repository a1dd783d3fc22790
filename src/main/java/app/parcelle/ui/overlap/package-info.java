/** Segments seen together: circles, matrix, table, and two rules side by side. */
@NullMarked
package app.parcelle.ui.overlap;

import org.jspecify.annotations.NullMarked;
