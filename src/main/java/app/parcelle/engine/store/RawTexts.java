package app.parcelle.engine.store;

import java.util.Map;

import app.parcelle.engine.table.Column;

/** The texts, as they stood in the source, of cells that were not understood, in some rows of a chunk. */
public final class RawTexts {
  static final RawTexts NONE = new RawTexts(Map.of());

  private final Map<Cell, String> texts;

  record Cell(int row, String columnId) {}

  RawTexts(Map<Cell, String> texts) {
    this.texts = texts;
  }

  /** The text of an invalid cell; empty where the cell was understood, missing, or its row not asked for. */
  public String at(Column column, int row) {
    return texts.getOrDefault(new Cell(row, column.id()), "");
  }
}
