@NullMarked
package app.parcelle.engine.intake.dialect;

import org.jspecify.annotations.NullMarked;
