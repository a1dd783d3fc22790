@NullMarked
package app.parcelle.ui.segment;

import org.jspecify.annotations.NullMarked;
