package app.parcelle.engine.intake.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import app.parcelle.engine.table.TableKind;

/**
 * All that has to be known to read a file.
 *
 * @param named how many columns there are up to the last that has a name in the header
 * @param encodingStated whether a person has said the encoding
 */
record Layout(Dialect dialect, List<ColumnPlan> columns, int named, String tableName, TableKind kind,
    boolean encodingStated) {
  Layout {
    columns = List.copyOf(columns);
  }

  Layout with(List<ColumnPlan> revised) {
    return new Layout(dialect, revised, named, tableName, kind, encodingStated);
  }

  /** With so many columns; those behind the ones there are have no name in the header. */
  Layout widened(int width) {
    List<String> names = new ArrayList<>(columns.stream().map(ColumnPlan::name).toList());
    names.addAll(Collections.nCopies(width - names.size(), ""));
    List<String> unique = Columns.names(names, true);
    List<ColumnPlan> wider = new ArrayList<>(columns);
    unique.subList(columns.size(), width).forEach(name -> wider.add(ColumnPlan.exact(name)));
    return new Layout(dialect.withWidth(width), wider, named, tableName, kind, encodingStated);
  }

  Layout with(Dialect other) {
    return new Layout(other, columns, named, tableName, kind, encodingStated);
  }
}
