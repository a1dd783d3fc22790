@NullMarked
package app.parcelle.ui.value;

import org.jspecify.annotations.NullMarked;
