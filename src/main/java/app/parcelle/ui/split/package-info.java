/** A segment split into children by a field. */
@NullMarked
package app.parcelle.ui.split;

import org.jspecify.annotations.NullMarked;
