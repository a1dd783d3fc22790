package app.parcelle.engine.store;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a table that is written.
 *
 * @param name of a new table; one that rows come into keeps its own
 * @param countsWhen which rows of a new table count; null for all
 * @param origin what the journal calls where the rows are from
 * @param recipe how they were imported, as a document of whoever imports them; null where nobody says
 */
public record About(String name, @Nullable String countsWhen, String origin, @Nullable String recipe) {}
