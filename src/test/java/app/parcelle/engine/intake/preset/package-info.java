@NullMarked
package app.parcelle.engine.intake.preset;

import org.jspecify.annotations.NullMarked;
