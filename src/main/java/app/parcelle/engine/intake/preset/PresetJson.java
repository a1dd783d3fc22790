package app.parcelle.engine.intake.preset;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.engine.intake.preset.Preset.Fill;
import app.parcelle.engine.intake.preset.Preset.Kind;
import app.parcelle.engine.intake.preset.Preset.Known;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/** Reads a preset from its file; what it says in words that nobody knows is an error in the file. */
final class PresetJson {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private record Document(String kind, @Nullable Map<String, String> table, @Nullable Integer least,
      List<Column> columns, @Nullable String countsWhen, @Nullable Fill fillDown) {}

  private record Column(List<String> en, @Nullable List<String> fr, @Nullable Boolean needed,
      @Nullable String type, @Nullable String role, @Nullable String meaning) {}

  private PresetJson() {}

  static Preset read(String id, InputStream in) {
    Document read = MAPPER.readValue(in, Document.class);
    List<Known> columns = read.columns().stream().map(PresetJson::known).toList();
    int needed = (int) columns.stream().filter(Known::needed).count();
    return new Preset(id, Kind.valueOf(constant(read.kind())),
        read.table() == null ? Map.of() : read.table(),
        read.least() == null ? needed : read.least(), columns, read.countsWhen(), read.fillDown());
  }

  private static Known known(Column column) {
    String type = column.type();
    String role = column.role();
    String meaning = column.meaning();
    return new Known(column.en(), column.fr() == null ? List.of() : column.fr(),
        Boolean.TRUE.equals(column.needed()), type == null ? null : ColumnType.valueOf(constant(type)),
        role == null ? null : Role.valueOf(constant(role)),
        meaning == null ? null : Objects.requireNonNull(Meaning.ofId(meaning)));
  }

  private static String constant(String id) {
    return id.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
