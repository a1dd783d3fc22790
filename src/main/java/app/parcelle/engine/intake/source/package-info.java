@NullMarked
package app.parcelle.engine.intake.source;

import org.jspecify.annotations.NullMarked;
