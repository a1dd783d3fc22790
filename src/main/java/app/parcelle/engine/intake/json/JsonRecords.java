package app.parcelle.engine.intake.json;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;

import app.parcelle.engine.intake.RecordBuffer;
import app.parcelle.engine.intake.RecordStream;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** The rows of one table of a JSON text. In memory are those that stand in one row of the outermost table. */
final class JsonRecords extends RecordStream {
  /** Bytes that one row of the outermost table may take with all that stands in it, about. */
  private static final int MOST = 128 << 20;
  private static final int ROW = 64;
  private static final int CELL = 5;
  private static final int TEXT = 48;

  private final String name;
  private final JsonReading reading;
  private final JsonParser parser;
  private final JsonColumns columns;
  private final List<JsonTable> chain;
  private final JsonTable outermost;
  private final int last;
  private final boolean grid;
  private final List<JsonRow> rows = new ArrayList<>();
  private boolean begun;
  private boolean inArray;
  /** How many fields of the way to the outermost table have been entered. */
  private int entered;
  private long number;
  private int held;

  /** @param columns of the table */
  JsonRecords(String name, JsonReading reading, JsonTable table, JsonColumns columns) {
    this.name = name;
    this.reading = reading;
    this.parser = reading.parser();
    this.columns = columns;
    this.chain = table.chain();
    this.outermost = chain.getFirst();
    this.last = chain.size() - 1;
    this.grid = table.isGrid();
  }

  @Override
  protected boolean next(RecordBuffer into) throws IOException {
    if (!begun && !grid) {
      begun = true;
      columns.names().forEach(into::text);
      into.end();
      return true;
    }
    try {
      return element(into);
    } catch (JacksonException e) {
      throw reading.problem(e);
    }
  }

  /** Reads elements of the outermost table until one has given records. */
  private boolean element(RecordBuffer into) {
    for (JsonToken token = advance(); token != null; token = advance()) {
      held = 0;
      number++;
      if (last > 0) {
        below(token);
      } else if (token == JsonToken.VALUE_NULL) {
        into.skip();
        return true;
      } else {
        row(token);
      }
      rows.forEach(row -> row.write(into));
      boolean any = !rows.isEmpty();
      rows.clear();
      if (any) {
        return true;
      }
    }
    return false;
  }

  /** The first token of the next element of the outermost table; null at the end of the text. */
  private @Nullable JsonToken advance() {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      boolean atRoot = outermost.way().isEmpty();
      if (inArray) {
        if (token != JsonToken.END_ARRAY) {
          return token;
        }
        inArray = false;
      } else if (atRoot) {
        if (token != JsonToken.START_ARRAY) {
          return token;
        }
        inArray = true;
      } else if (token == JsonToken.PROPERTY_NAME) {
        follow(outermost.way().get(entered).name.equals(parser.currentName()));
      } else if (token == JsonToken.END_OBJECT) {
        entered = Math.max(0, entered - 1);
      }
    }
    return null;
  }

  /** Goes into the value of a field, or leaves it out. */
  private void follow(boolean onTheWay) {
    JsonToken value = parser.nextToken();
    boolean arrives = entered == outermost.way().size() - 1;
    if (onTheWay && arrives && value == JsonToken.START_ARRAY) {
      inArray = true;
    } else if (onTheWay && !arrives && value == JsonToken.START_OBJECT) {
      entered++;
    } else {
      parser.skipChildren();
    }
  }

  private void below(JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      JsonRow row = added(null);
      if (columns.parentNumber() >= 0) {
        row.set(columns.parentNumber(), Long.toString(number), true);
      }
      object(outermost.rows().object, row, 0);
    } else {
      parser.skipChildren();
    }
  }

  private void row(JsonToken token) {
    JsonRow row = added(null);
    rows.add(row);
    if (token == JsonToken.START_OBJECT) {
      object(outermost.rows().object, row, 0);
    } else if (grid && token == JsonToken.START_ARRAY) {
      list(row);
    } else {
      set(row, grid ? 0 : columns.value(), token);
    }
  }

  private JsonRow added(@Nullable JsonRow around) {
    hold(ROW + CELL * columns.size());
    return new JsonRow(around, columns.size());
  }

  private void hold(int more) {
    held += more;
    if (held > MOST) {
      throw new Problem(Message.of("intake.record-too-large", name, number));
    }
  }

  /** The values of a list, one a cell. */
  private void list(JsonRow row) {
    int column = 0;
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      set(row, column < columns.size() ? column++ : -1, token);
    }
  }

  /** @param level of the chain of tables that the object is a row of, or in a row of */
  private void object(JsonField object, JsonRow row, int level) {
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      JsonField field = object.find(key);
      JsonToken token = parser.nextToken();
      if (field == null || !field.wanted) {
        parser.skipChildren();
      } else if (token == JsonToken.START_OBJECT) {
        object(field, row, level);
      } else if (token == JsonToken.START_ARRAY) {
        array(field, row, level);
      } else {
        set(row, level == last ? field.column : field.key, token);
      }
    }
  }

  private void array(JsonField field, JsonRow row, int level) {
    JsonArray array = field.array;
    if (array != null && level < last && chain.get(level + 1).rows() == array) {
      rowsOf(array, row, level + 1);
    } else if (array != null && level == last && array.isList()) {
      String text = array.separator() == 0 ? json() : joined(array.separator());
      if (!text.isEmpty()) {
        row.set(field.column, text, false);
      }
    } else {
      parser.skipChildren();
    }
  }

  private void rowsOf(JsonArray array, JsonRow around, int level) {
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        JsonRow row = added(around);
        if (level == last) {
          rows.add(row);
        }
        object(array.object, row, level);
      } else {
        parser.skipChildren();
      }
    }
  }

  private String joined(char separator) {
    StringBuilder text = new StringBuilder();
    int values = 0;
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      int before = text.length();
      if (token == JsonToken.START_OBJECT) {
        parser.skipChildren();
      } else {
        text.append(values++ > 0 ? String.valueOf(separator) : "");
        text.append(token == JsonToken.VALUE_NULL ? "" : parser.getString());
        hold(text.length() - before);
      }
    }
    return text.toString();
  }

  private void set(JsonRow row, int column, JsonToken token) {
    if (column < 0) {
      parser.skipChildren();
      return;
    }
    switch (token) {
      case VALUE_NULL -> {
        // missing
      }
      case START_ARRAY, START_OBJECT -> row.set(column, json(), false);
      default -> {
        String text = parser.getString();
        hold(TEXT + text.length());
        if (token == JsonToken.VALUE_STRING || !text.equals("NaN")) {
          row.set(column, text, token != JsonToken.VALUE_STRING);
        }
      }
    }
  }

  /** An array or object as it is written, without white space. */
  private String json() {
    Held text = new Held();
    try (JsonGenerator generator = JsonReading.factory()
        .createGenerator(ObjectWriteContext.empty(), text)) {
      generator.copyCurrentStructureExact(parser);
    }
    return text.toString();
  }

  /** Text that counts as held while it is written. */
  private final class Held extends StringWriter {
    @Override
    public void write(char[] from, int offset, int length) {
      hold(length);
      super.write(from, offset, length);
    }
  }

  @Override
  public void close() throws IOException {
    reading.close();
  }
}
