@NullMarked
package app.parcelle.engine.intake.ods;

import org.jspecify.annotations.NullMarked;
