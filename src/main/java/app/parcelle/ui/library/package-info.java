/** The saved segments: folders, tags, notes, search. */
@NullMarked
package app.parcelle.ui.library;

import org.jspecify.annotations.NullMarked;
