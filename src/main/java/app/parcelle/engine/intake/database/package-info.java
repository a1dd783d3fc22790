/** Tables and queries of a database as sources. */
@NullMarked
package app.parcelle.engine.intake.database;

import org.jspecify.annotations.NullMarked;
