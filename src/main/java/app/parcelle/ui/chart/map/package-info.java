/** A map of up to millions of points, drawn pixel by pixel. */
@NullMarked
package app.parcelle.ui.chart.map;

import org.jspecify.annotations.NullMarked;
