package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.Dialect.Rewriting;
import app.parcelle.engine.intake.dialect.BelowLines;
import app.parcelle.engine.intake.dialect.DialectStream;
import app.parcelle.engine.table.TableDraft.Reject;

/** The table of a source as UTF-8 bytes: without byte order mark, without the lines above it, as the fast parser knows it. */
final class Feed implements AutoCloseable {
  private final TextSource.Reading reading;
  private final InputStream text;
  private final @Nullable DialectStream rewritten;

  Feed(TextSource source, Dialect dialect) throws IOException {
    reading = source.open();
    try {
      InputStream plain = reading.text();
      plain.skipNBytes(dialect.bom());
      InputStream utf8 = dialect.encoding().equals(StandardCharsets.UTF_8) && !dialect.mixed()
          ? plain
          : new Utf8Stream(plain, dialect.encoding(), dialect.mixed());
      InputStream table = dialect.skipLines() == 0 ? utf8 : BelowLines.of(utf8, dialect.skipLines());
      Rewriting rewriting = dialect.rewriting();
      rewritten = rewriting == null
          ? null
          : new DialectStream(table, rewriting.writing(), dialect.skipLines() + 1L, rewriting.shape());
      text = rewritten == null ? table : rewritten;
    } catch (IOException | RuntimeException e) {
      reading.close();
      throw e;
    }
  }

  InputStream text() {
    return text;
  }

  /** What was found to be no record while the text was rewritten, since the last call. */
  List<Reject> takeRejects() {
    return rewritten == null ? List.of() : rewritten.takeRejects();
  }

  /** How many cells the longest record had in the text that was rewritten; 0 where none was. */
  int widest() {
    return rewritten == null ? 0 : rewritten.widest();
  }

  /** Bytes of the source taken so far. */
  long taken() {
    return reading.taken();
  }

  @Override
  public void close() throws IOException {
    reading.close();
  }
}
