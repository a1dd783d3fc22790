package app.parcelle.engine.intake;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TextDictionary;

/**
 * The values of a column in the sample of a source.
 *
 * @param values the different texts, trimmed, in the order of their first appearance
 */
public record ColumnValues(String name, ColumnType type, Role role, TextDictionary values) {}
