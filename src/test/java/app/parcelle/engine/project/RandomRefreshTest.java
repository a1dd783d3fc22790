package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.TableDifference;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Random imports, refreshes, mendings, undone and done again, beside a list of maps that does the same. */
class RandomRefreshTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final List<String> COLUMNS = List.of("Order ID", "Customer ID", "Order Date", "Quantity",
      "Note",
      "Extra");
  private static final String BAD = "many";

  @TempDir
  Path folder;

  private Random random = new Random();
  private Project project;
  private int files;

  /** A table as it should be: rows by column name, without the cells that are missing; what is bad stands in them. */
  private record Model(List<Map<String, String>> rows, Set<String> columns) {
    Model with(List<Map<String, String>> others, Set<String> added) {
      Set<String> all = new HashSet<>(columns);
      all.addAll(added);
      return new Model(others, all);
    }
  }

  private record Step(Model model, String fingerprint) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  @SuppressWarnings("ReferenceEquality")
  void theTableIsWhatAListOfMapsSays(int seed) throws IOException {
    random = new Random(seed);
    Path file = folder.resolve("shop.parcelle");
    project = Project.create(file, ZoneId.of("UTC"));
    try {
      List<Step> steps = new ArrayList<>();
      Model model = imported();
      steps.add(new Step(model, project.fingerprint(SILENT)));
      int present = 0;
      for (int i = 0; i < 30; i++) {
        int kind = random.nextInt(10);
        if (kind == 0 && present > 0) {
          project.undo();
          present--;
        } else if (kind == 1 && present + 1 < steps.size()) {
          project.redo();
          present++;
        } else if (kind == 2) {
          project.close();
          project = Project.open(file);
        } else {
          Model next = kind < 8 ? rowsGoIn(steps.get(present).model()) : mended(steps.get(present).model());
          // a step that changes nothing is one all the same; another object is another step
          if (next != steps.get(present).model()) {
            steps.subList(present + 1, steps.size()).clear();
            steps.add(new Step(next, project.fingerprint(SILENT)));
            present++;
          }
        }
        assertSame(steps.get(present), "seed " + seed + ", step " + i);
      }
    } finally {
      project.close();
    }
  }

  private void assertSame(Step expected, String when) {
    TableVersion table = table();
    assertEquals(expected.fingerprint(), project.fingerprint(SILENT), when);
    List<String> names = COLUMNS.stream().filter(expected.model().columns()::contains).toList();
    List<String> rows = TableRows.of(project, table, names).stream().map(this::plain).sorted().toList();
    assertEquals(expected.model()
        .rows()
        .stream()
        .map(row -> plain(names.stream()
            .map(name -> shown(name, row.get(name)))
            .collect(Collectors.joining(" "))))
        .sorted()
        .toList(), rows, when);
    for (Column column : table.columns()) {
      if (column.isOwn()) {
        long missing = expected.model()
            .rows()
            .stream()
            .map(row -> shown(column.name(), row.get(column.name())))
            .filter(text -> text.equals("-") || text.equals("!"))
            .count();
        assertEquals(missing, column.missing(), when + " " + column.name());
        assertEquals(column.invalid(),
            project.mending().cells(table.tableId(), column.id(), null, 100_000).size(),
            when + " " + column.name());
      }
    }
    assertEquals(table.rows(), project.imports()
        .batches(table.tableId())
        .stream()
        .mapToLong(b -> b.stored() - b.replaced())
        .sum(), when);
  }

  private static String shown(String name, @Nullable String text) {
    return text == null ? "-" : name.equals("Quantity") && text.startsWith(BAD) ? "!" : text;
  }

  /** Numbers without zeros at the end. */
  private String plain(String row) {
    List<String> words = new ArrayList<>();
    for (String word : row.split(" ")) {
      words.add(word.matches("-?[0-9]+(\\.[0-9]+)?")
          ? new BigDecimal(word).stripTrailingZeros().toPlainString()
          : word);
    }
    return String.join(" ", words);
  }

  private TableVersion table() {
    return project.view().tables().getFirst();
  }

  private Model imported() throws IOException {
    List<String> names = COLUMNS.subList(0, 5);
    List<Map<String, String>> rows = rows(names, 200);
    project.importFile(file(names, rows),
        ImportOptions.FOUND.withTable("Orders")
            .withTypes(
                Map.of("Order ID", ColumnType.IDENTIFIER, "Customer ID", ColumnType.IDENTIFIER, "Order Date",
                    ColumnType.DATE, "Quantity", ColumnType.WHOLE, "Note", ColumnType.TEXT))
            .withRoles(Map.of("Order ID", Role.ORDER_KEY, "Customer ID", Role.CUSTOMER_KEY, "Order Date",
                Role.EVENT_TIME)),
        SILENT);
    return new Model(rows, new HashSet<>(names));
  }

  private Model rowsGoIn(Model model) throws IOException {
    List<String> names = new ArrayList<>(COLUMNS);
    names.removeIf(name -> !name.equals("Customer ID") && random.nextInt(6) == 0);
    Collections.shuffle(names, random);
    List<Map<String, String>> rows = rows(names, 1 + random.nextInt(120));
    String key = random.nextInt(4) == 0 || !names.contains("Order ID") ? "Customer ID" : "Order ID";
    String table = table().tableId();
    int mode = random.nextInt(8);
    Destination destination = mode == 0
        ? new Destination.Replace(table)
        : mode < 4
            ? new Destination.Append(table)
            : new Destination.Update(table, table().named(key).orElseThrow().id());
    List<Map<String, String>> next = new ArrayList<>();
    if (destination instanceof Destination.Append) {
      next.addAll(model.rows());
    } else if (destination instanceof Destination.Update) {
      Set<String> again = rows.stream()
          .map(row -> row.get(key))
          .filter(Objects::nonNull)
          .collect(Collectors.toSet());
      model.rows()
          .stream()
          .filter(row -> row.get(key) == null || !again.contains(row.get(key)))
          .forEach(next::add);
    }
    long kept = next.size();
    next.addAll(rows);
    RefreshReport report = project.imports()
        .into(Sources.file(file(names, rows)), ImportOptions.FOUND.withTypes(
            model.columns().contains("Extra") || !names.contains("Extra")
                ? Map.of()
                : Map.of("Extra", ColumnType.TEXT)),
            destination, SILENT);
    assertEquals(model.rows().size() - kept, report.rowsReplaced());
    assertEquals(difference(model.rows(), next, "Customer ID"), report.customers());
    assertEquals(difference(model.rows(), next, "Order ID"), report.orders());
    return model.with(next, new HashSet<>(names));
  }

  private static TableDifference difference(List<Map<String, String>> before, List<Map<String, String>> after,
      String key) {
    Map<String, List<String>> was = byKey(before, key);
    Map<String, List<String>> is = byKey(after, key);
    int added = (int) is.keySet().stream().filter(k -> !was.containsKey(k)).count();
    int same = (int) is.keySet().stream().filter(k -> is.get(k).equals(was.get(k))).count();
    int gone = (int) was.keySet().stream().filter(k -> !is.containsKey(k)).count();
    return new TableDifference(added, is.size() - added - same, same, gone);
  }

  private static Map<String, List<String>> byKey(List<Map<String, String>> rows, String key) {
    Map<String, List<String>> byKey = new HashMap<>();
    for (Map<String, String> row : rows) {
      if (row.get(key) != null) {
        byKey.computeIfAbsent(row.get(key), _ -> new ArrayList<>())
            .add(COLUMNS.stream()
                .map(name -> shown(name, row.get(name)))
                .collect(Collectors.joining("|")));
      }
    }
    byKey.values().forEach(Collections::sort);
    return byKey;
  }

  private Model mended(Model model) {
    String raw = BAD + random.nextInt(4);
    boolean missing = random.nextBoolean();
    String by = random.nextBoolean() || table().named("Quantity").orElseThrow().type() == ColumnType.WHOLE
        ? "7"
        : "7.125";
    CellMend how = missing ? new CellMend.Missing() : new CellMend.ReadAs(by);
    List<Map<String, String>> rows = model.rows().stream().map(HashMap::new).collect(Collectors.toList());
    int cells = 0;
    for (Map<String, String> row : rows) {
      if (raw.equals(row.get("Quantity"))) {
        cells++;
        if (missing) {
          row.remove("Quantity");
        } else {
          row.put("Quantity", by);
        }
      }
    }
    Mending.CellReport report = project.mending()
        .mend(table().tableId(), table().named("Quantity").orElseThrow().id(), new CellChoice.Text(raw), how,
            SILENT);
    assertEquals(cells, report.mended());
    return cells == 0 ? model : model.with(rows, Set.of());
  }

  private List<Map<String, String>> rows(List<String> names, int count) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, String> row = new HashMap<>();
      for (String name : names) {
        String cell = cell(name);
        if (!cell.isEmpty()) {
          row.put(name, cell);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private String cell(String name) {
    if (random.nextInt(12) == 0) {
      return "";
    }
    return switch (name) {
      case "Order ID" -> "A" + (1000 + random.nextInt(400));
      case "Customer ID" -> (random.nextInt(10) == 0 ? "X-" : "C") + random.nextInt(60);
      case "Order Date" -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)).toString();
      case "Quantity" -> random.nextInt(5) == 0
          ? BAD + random.nextInt(4)
          : files % 3 == 2 ? random.nextInt(90) + "." + (1 + random.nextInt(9)) : "" + random.nextInt(90);
      case "Note" -> "note" + random.nextInt(30);
      default -> "extra" + random.nextInt(5);
    };
  }

  private Path file(List<String> names, List<Map<String, String>> rows) throws IOException {
    StringBuilder csv = new StringBuilder(String.join(",", names)).append('\n');
    rows.forEach(row -> csv.append(names.stream()
        .map(name -> row.getOrDefault(name, ""))
        .collect(
            Collectors.joining(",")))
        .append('\n'));
    return Files.writeString(folder.resolve("file" + files++ + ".csv"), csv);
  }
}
