/** Lists of customers handed over as files; now the Excel workbook. */
@NullMarked
package app.parcelle.engine.export;

import org.jspecify.annotations.NullMarked;
