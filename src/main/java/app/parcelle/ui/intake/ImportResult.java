package app.parcelle.ui.intake;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.project.RefreshReport;

/**
 * What an import did.
 *
 * @param refresh what it changed in a table that was there; null for a new table
 */
record ImportResult(ImportReport imported, @Nullable RefreshReport refresh) {}
