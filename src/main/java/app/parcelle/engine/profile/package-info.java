/** What the columns of a table hold, and how they go together. */
@NullMarked
package app.parcelle.engine.profile;

import org.jspecify.annotations.NullMarked;
