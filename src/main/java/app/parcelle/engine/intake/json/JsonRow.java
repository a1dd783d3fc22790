package app.parcelle.engine.intake.json;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.RecordBuffer;

/** The cells of a row, and the row around it, whose keys it takes. */
final class JsonRow {
  private final @Nullable JsonRow around;
  private final @Nullable String[] texts;
  private final boolean[] plain;

  JsonRow(@Nullable JsonRow around, int columns) {
    this.around = around;
    this.texts = new @Nullable String[columns];
    this.plain = new boolean[columns];
  }

  /** @param isPlain whether it is a number, true or false */
  void set(int column, String text, boolean isPlain) {
    texts[column] = text;
    plain[column] = isPlain;
  }

  void write(RecordBuffer into) {
    for (int c = 0; c < texts.length; c++) {
      write(c, into);
    }
    into.end();
  }

  private void write(int column, RecordBuffer into) {
    String text = texts[column];
    if (text != null && plain[column]) {
      into.plain(text);
    } else if (text != null) {
      into.text(text);
    } else if (around != null) {
      around.write(column, into);
    } else {
      into.empty();
    }
  }
}
