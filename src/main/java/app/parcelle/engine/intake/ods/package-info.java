/** Spreadsheets of OpenDocument, such as LibreOffice writes. */
@NullMarked
package app.parcelle.engine.intake.ods;

import org.jspecify.annotations.NullMarked;
