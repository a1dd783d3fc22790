/** Exports of known products, told by their headers, and what their columns mean. */
@NullMarked
package app.parcelle.engine.intake.preset;

import org.jspecify.annotations.NullMarked;
