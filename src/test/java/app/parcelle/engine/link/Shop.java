package app.parcelle.engine.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.ValueText;

/** A project made of small tables that tests write down. */
final class Shop implements AutoCloseable {
  private static final JobContext JOB = JobContext.silent();

  private final Path folder;
  final Project project;

  Shop(Path folder) {
    this.folder = folder;
    this.project = Project.create(folder.resolve("shop"), ZoneId.of("Europe/Paris"));
  }

  /** Imports a table; lines of cells divided by commas, the first one the names. */
  TableVersion add(String name, ImportOptions options, String... lines) {
    return report(name, options, Arrays.asList(lines)).table();
  }

  TableVersion add(String name, String... lines) {
    return add(name, ImportOptions.FOUND, lines);
  }

  ImportReport report(String name, ImportOptions options, List<String> lines) {
    try {
      Path file = Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines) + "\n");
      return project.importFrom(Sources.file(file), options.withTable(name), JOB);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImportOptions linked(String column, String table, String to) {
    return ImportOptions.FOUND.withLinks(List.of(new Link(column, table, to)));
  }

  TableVersion table(String name) {
    return project.view().tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  LinkReport report(String table) {
    return project.links().report(table(table), JOB);
  }

  /** The value of a field for each customer who has one, by key. */
  Map<String, String> values(String field) {
    Field found = project.fields().find(FieldRef.named(field)).orElseThrow();
    var column = project.column(found, new Segment.Reference.Project(), JOB);
    TreeMap<String, String> values = new TreeMap<>();
    for (int c = 0; c < project.data().customers().size(); c++) {
      Value value = column.at(c);
      if (value != null) {
        values.put(project.data().customers().text(c), said(value));
      }
    }
    return values;
  }

  private static String said(Value value) {
    return switch (value) {
      case Value.OfText(String text) -> text;
      case Value.OfNumber(BigDecimal number) -> number.toPlainString();
      case Value.OfYesNo(boolean yes) -> String.valueOf(yes);
      case Value.OfDate(var day) -> day.toString();
      case Value.OfInstant(var instant) -> instant.toString();
      case Value.InWords(var words) -> words.toString();
    };
  }

  /** All rows of a table in no order: the key of the customer, then the values of some columns; null where there is none. */
  List<List<@Nullable String>> rows(String name, String... columns) {
    Dataset data = project.data();
    TableVersion table = table(name);
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      int customer = 0;
      for (int row = 0; row < run.rows(); row++) {
        while (customer < offsets.length - 1 && offsets[customer + 1] <= row) {
          customer++;
        }
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(customer < offsets.length - 1 ? data.customers().text(customer) : null);
        for (String column : columns) {
          Column found = table.named(column).orElseThrow();
          cells.add(text(data.chunk(table, found, run, row / Chunk.ROWS), found, row % Chunk.ROWS));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private @Nullable String text(Chunk chunk, Column column, int row) {
    return chunk.isMissing(row)
        ? null
        : chunk.dictionary() != null
            ? chunk.dictionary().text(chunk.at(row))
            : ValueText.of(column, chunk.at(row), project.data().zone());
  }

  @Override
  public void close() {
    project.close();
  }
}
