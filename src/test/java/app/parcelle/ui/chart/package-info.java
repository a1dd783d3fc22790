@NullMarked
package app.parcelle.ui.chart;

import org.jspecify.annotations.NullMarked;
