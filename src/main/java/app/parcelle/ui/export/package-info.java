/** The screen that hands segments over as a workbook: which, with what columns, what it will hold, and whether all is well. */
@NullMarked
package app.parcelle.ui.export;

import org.jspecify.annotations.NullMarked;
