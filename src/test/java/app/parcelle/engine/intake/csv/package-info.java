@NullMarked
package app.parcelle.engine.intake.csv;

import org.jspecify.annotations.NullMarked;
