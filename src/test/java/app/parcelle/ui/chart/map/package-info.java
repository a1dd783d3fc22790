@NullMarked
package app.parcelle.ui.chart.map;

import org.jspecify.annotations.NullMarked;
