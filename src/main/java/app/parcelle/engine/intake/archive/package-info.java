/** What is packed in files: gzip and zip, read within bounds. */
@NullMarked
package app.parcelle.engine.intake.archive;

import org.jspecify.annotations.NullMarked;
