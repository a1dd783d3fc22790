/** Tables of web pages, which some programs export and call workbooks. */
@NullMarked
package app.parcelle.engine.intake.html;

import org.jspecify.annotations.NullMarked;
