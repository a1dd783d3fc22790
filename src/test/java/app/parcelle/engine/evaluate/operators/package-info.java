/** What every operator means for missing, invalid, boundary and ordinary values, written out by hand. */
@NullMarked
package app.parcelle.engine.evaluate.operators;

import org.jspecify.annotations.NullMarked;
