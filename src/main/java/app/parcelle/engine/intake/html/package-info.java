/** Tables that programs write as a web page and call a workbook. */
@NullMarked
package app.parcelle.engine.intake.html;

import org.jspecify.annotations.NullMarked;
