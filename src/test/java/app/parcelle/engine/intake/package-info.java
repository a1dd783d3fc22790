@NullMarked
package app.parcelle.engine.intake;

import org.jspecify.annotations.NullMarked;
