package app.parcelle.engine.project;

/** What becomes of some cells of a column that were not understood. */
public record CellRule(String columnId, CellChoice which, CellMend how) {}
