/** How segments overlap: who is in exactly which of them, how much two of them share, and where two rules differ. */
@NullMarked
package app.parcelle.engine.overlap;

import org.jspecify.annotations.NullMarked;
