package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.ValueText;

/** The rows of a stored table as texts: run after run, {@code -} for missing, {@code !} for not understood. */
public final class TableRows {
  private TableRows() {}

  public static List<String> of(Project project, TableVersion table, List<String> names) {
    Dataset data = project.data();
    List<Column> columns = names.stream()
        .map(name -> table.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow())
        .toList();
    List<String> rows = new ArrayList<>();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        int at = index;
        List<Chunk> chunks = columns.stream().map(c -> data.chunk(table, c, run, at)).toList();
        for (int row = 0; row < chunks.getFirst().rows(); row++) {
          StringJoiner joined = new StringJoiner(" ");
          for (int c = 0; c < chunks.size(); c++) {
            joined.add(text(columns.get(c), chunks.get(c), row, data));
          }
          rows.add(joined.toString());
        }
      }
    }
    return rows;
  }

  private static String text(Column column, Chunk chunk, int row, Dataset data) {
    if (chunk.isMissing(row) || chunk.isInvalid(row)) {
      return chunk.isInvalid(row) ? "!" : "-";
    }
    return chunk.dictionary() != null
        ? chunk.dictionary().text(chunk.at(row))
        : ValueText.of(column, chunk.at(row), data.zone());
  }
}
