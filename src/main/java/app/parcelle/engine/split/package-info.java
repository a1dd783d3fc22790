/** Segments split into children by a field: which children there are, and the rule of each. */
@NullMarked
package app.parcelle.engine.split;

import org.jspecify.annotations.NullMarked;
