package app.parcelle.engine.project;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.Batch;
import app.parcelle.engine.store.Mends;
import app.parcelle.engine.table.Column;

/** The rules for one column, put together: what each text, and each single cell, becomes. */
final class CellRules {
  private final Column column;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<Long, String> cells = new LinkedHashMap<>();
  private final Set<String> exact = new HashSet<>();

  /** @throws Problem when the column holds texts */
  CellRules(Column column) {
    this.column = column;
    if (column.origin() != Column.Origin.STORED || column.type().isText()) {
      throw new Problem(Message.of("project.mend-text", column.name()));
    }
  }

  /**
   * Adds a rule.
   *
   * @param raws the texts of the cells that are meant
   */
  void add(CellChoice which, CellMend how, Set<String> raws) {
    for (String raw : raws) {
      String next = switch (how) {
        case CellMend.ReadAs(String text) -> text;
        case CellMend.ReplacePart(String part, String by) -> raw.replace(part, by);
        case CellMend.Missing() -> "";
      };
      boolean touched = !(how instanceof CellMend.ReplacePart(String part, _)) || raw.contains(part);
      if (touched && which instanceof CellChoice.Cell(var cell)) {
        cells.put(Batch.place(cell.batch(), cell.line()), next);
      } else if (touched) {
        texts.put(raw, next);
      }
    }
    if (how instanceof CellMend.ReadAs(String text)) {
      exact.add(text);
    }
  }

  /** All texts that have to be read. */
  Set<String> wanted() {
    Set<String> wanted = new HashSet<>(texts.values());
    wanted.addAll(cells.values());
    wanted.addAll(exact);
    return wanted;
  }

  /**
   * What the cells become.
   *
   * @param read what the wanted texts say
   * @param refused is told the texts that say nothing
   * @throws Problem when a text that cells are to be read as says nothing
   */
  Mends mends(Map<String, Mends.Value> read, List<String> refused) {
    for (String text : exact) {
      if (!read.containsKey(text)) {
        throw new Problem(Message.of("project.mend-no-value", text, column.name()));
      }
    }
    Set<String> silent = new HashSet<>(wanted());
    silent.removeAll(read.keySet());
    refused.addAll(silent.stream().sorted().toList());
    return new Mends(values(texts, read), values(cells, read));
  }

  private static <K> Map<K, Mends.Value> values(Map<K, String> texts, Map<String, Mends.Value> read) {
    Map<K, Mends.Value> values = new HashMap<>();
    texts.forEach((key, text) -> {
      Mends.Value value = read.get(text);
      if (value != null) {
        values.put(key, value);
      }
    });
    return values;
  }
}
