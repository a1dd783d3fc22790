@NullMarked
package app.parcelle.ui.intake;

import org.jspecify.annotations.NullMarked;
