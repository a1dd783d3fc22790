/** Links between tables: found by the values they share, proposed, counted. */
@NullMarked
package app.parcelle.engine.link;

import org.jspecify.annotations.NullMarked;
