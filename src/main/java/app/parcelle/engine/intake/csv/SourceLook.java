package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.util.List;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;

/** What a source looks like, kept to read its rows later, as those of a table that is made of several sources. */
public final class SourceLook {
  private final Layout layout;
  private final boolean prefersComma;

  private SourceLook(Layout layout, boolean prefersComma) {
    this.layout = layout;
    this.prefersComma = prefersComma;
  }

  /** @throws app.parcelle.engine.message.Problem when the source is no table */
  public static SourceLook of(TextSource source, TextOptions said) throws IOException {
    Layout layout = Inspection.of(source, ImportOptions.FOUND.withText(said)).layout();
    return new SourceLook(layout, layout.dialect().delimits(';') || source.prefersComma());
  }

  /** The names of the columns. */
  public List<String> names() {
    return layout.columns().stream().map(ColumnPlan::name).toList();
  }

  /** What a name is compared by, without case and accents. */
  public static String key(String name) {
    return Columns.key(name);
  }

  public boolean prefersComma() {
    return prefersComma;
  }

  /** Begins to read the rows of the source that was looked at, opened anew. */
  public SourceRows rows(TextSource source) throws IOException {
    return new SourceRows(layout, new Feed(source, layout.dialect()));
  }
}
