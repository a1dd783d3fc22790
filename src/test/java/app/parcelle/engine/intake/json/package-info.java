@NullMarked
package app.parcelle.engine.intake.json;

import org.jspecify.annotations.NullMarked;
