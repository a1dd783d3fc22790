package app.parcelle.engine.intake.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.ContentSource;
import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.JobStream;
import app.parcelle.engine.intake.RecordsReading;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A table of a JSON text: an array of objects, arrays in an object, or one object after the other.
 *
 * <p>A value in an object in a row is a column of its own, named by its keys ({@code address.city}). A list of values is one
 * cell, with a sign between them that none of the column has: a bar, a semicolon or a broken bar; where all of them occur, or
 * lists are in lists, it is written as JSON. Objects in a list are a table of their own, a part, whose rows begin with the
 * keys of the row around them.
 */
public final class JsonSource implements ContentSource {
  private final Content content;
  private final @Nullable Charset encoding;
  private final List<String> parts;
  private final JsonTable table;
  private final JsonColumns columns;

  private JsonSource(Content content, @Nullable Charset encoding, List<String> parts, JsonTable table) {
    this.content = content;
    this.encoding = encoding;
    this.parts = parts;
    this.table = table;
    this.columns = JsonColumns.of(table);
  }

  /**
   * Goes through all of the text to learn its columns.
   *
   * @throws Problem when it is no JSON, holds no table or not the part that is said, or is beyond bounds
   */
  public static JsonSource of(Content content, TextOptions said, JobContext job) throws IOException {
    JsonShape shape = survey(content, said.encoding(), job);
    JsonTable largest = shape.largest();
    if (largest == null) {
      throw new Problem(Message.of("intake.json-no-table", content.name()));
    }
    List<String> paths = shape.tables().stream().map(JsonTable::path).toList();
    String part = said.part();
    JsonTable table = part == null
        ? largest
        : shape.tables()
            .stream()
            .filter(t -> t.path().equals(part))
            .findFirst()
            .orElseThrow(() -> IntakeProblems.noSuchPart(content.name(), part, paths));
    JsonSource source = new JsonSource(content, said.encoding(), paths.size() > 1 ? paths : List.of(), table);
    if (source.columns.size() == 0) {
      throw new Problem(Message.of("intake.json-no-table", content.name()));
    }
    return source;
  }

  private static JsonShape survey(Content content, @Nullable Charset encoding, JobContext job)
      throws IOException {
    Reading reading = content.open();
    Message looking = Message.of("intake.looking", content.name());
    InputStream text = new JobStream(reading, content.bytes(), looking, job);
    try (JsonReading json = new JsonReading(content.name(), reading, text, encoding)) {
      try {
        return new JsonSurvey(content.name(), json.parser()).run();
      } catch (JacksonException e) {
        throw json.problem(e);
      }
    }
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  public boolean isRecords() {
    return true;
  }

  @Override
  public @Nullable Boolean header() {
    return table.isGrid() ? null : Boolean.TRUE;
  }

  @Override
  public List<String> parts() {
    return parts;
  }

  @Override
  public @Nullable String part() {
    return parts.isEmpty() ? null : table.path();
  }

  @Override
  public Reading open() throws IOException {
    Reading bytes = content.open();
    JsonReading json = new JsonReading(content.name(), bytes, bytes.text(), encoding);
    return new RecordsReading(new JsonRecords(content.name(), json, table, columns), bytes::taken);
  }
}
