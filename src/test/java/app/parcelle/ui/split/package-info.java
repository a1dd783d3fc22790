@NullMarked
package app.parcelle.ui.split;

import org.jspecify.annotations.NullMarked;
