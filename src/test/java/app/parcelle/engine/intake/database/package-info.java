/** Databases as sources. */
@NullMarked
package app.parcelle.engine.intake.database;

import org.jspecify.annotations.NullMarked;
