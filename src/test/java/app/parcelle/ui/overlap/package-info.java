@NullMarked
package app.parcelle.ui.overlap;

import org.jspecify.annotations.NullMarked;
