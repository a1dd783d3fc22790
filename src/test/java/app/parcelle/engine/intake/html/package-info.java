
@NullMarked
package app.parcelle.engine.intake.html;

import org.jspecify.annotations.NullMarked;
