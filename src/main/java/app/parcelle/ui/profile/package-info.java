/** What the columns of a table hold, how they go together, and segments made from a bar. */
@NullMarked
package app.parcelle.ui.profile;

import org.jspecify.annotations.NullMarked;
