@NullMarked
package app.parcelle.engine.intake.archive;

import org.jspecify.annotations.NullMarked;
