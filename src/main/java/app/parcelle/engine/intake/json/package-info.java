/** JSON and NDJSON as tables: objects are rows, nested keys are columns, lists of objects are tables of their own. */
@NullMarked
package app.parcelle.engine.intake.json;

import org.jspecify.annotations.NullMarked;
