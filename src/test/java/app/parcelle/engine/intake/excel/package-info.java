@NullMarked
package app.parcelle.engine.intake.excel;

import org.jspecify.annotations.NullMarked;
