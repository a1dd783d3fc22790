package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.table.ColumnType;

class CsvSpectrumTest {
  @ParameterizedTest
  @ValueSource(strings = {"comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
      "newlines_crlf",
      "quotes_and_newlines", "simple", "simple_crlf", "utf8"})
  void cellsEqualTheJsonBesideTheFile(String name) throws IOException {
    Path file = SharedData.require("csv/spectrum/csvs/" + name + ".csv");
    // the copy of newlines_crlf at hand has lost its carriage returns
    String lineEnd = Files.readString(file).contains("\r") ? "\r\n" : "\n";
    JsonNode expected = JsonMapper.shared()
        .readTree(SharedData.require("csv/spectrum/json/" + name + ".json").toFile());
    Map<String, ColumnType> types = new LinkedHashMap<>();
    expected.get(0).propertyNames().forEach(column -> types.put(column, ColumnType.TEXT));
    ImportOptions options = ImportOptions.FOUND.withText(TextOptions.FOUND.withHeaderRows(1))
        .withTypes(types);
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : expected) {
      List<String> cells = new ArrayList<>();
      types.keySet().forEach(column -> {
        String cell = row.get(column).stringValue();
        cells.add(cell.isEmpty() ? "-" : cell.replace("\r\n", lineEnd));
      });
      rows.add(cells);
    }
    assertEquals(rows, ReadBack.of(file, options).rows);
  }
}
