package app.parcelle.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.Drafts.Line;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

class ProjectStoreTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @TempDir
  Path folder;

  @Test
  void rowsComeBackByCustomerAndTimeWithTiesInTheOrderOfTheSource() {
    List<Line> lines = Drafts.lines(new Random(1), 150_000, 900, 2);
    try (ProjectStore store = ProjectStore.create(file(), PARIS)) {
      TableVersion table = publish(store, "Orders", List.of(lines), 2);
      Drafts.checkRows(lines, store.data(), table, 2);
    }
    try (ProjectStore store = ProjectStore.open(file(), JobContext.silent())) {
      Drafts.checkRows(lines, store.data(), store.data().tables().get(0), 2);
    }
  }

  @Test
  void draftsOfDifferentScalesBecomeRunsOfOneColumn() {
    List<Line> first = Drafts.lines(new Random(2), 5_000, 90, 2);
    List<Line> second = Drafts.lines(new Random(3), 5_000, 120, 5_002);
    try (ProjectStore store = ProjectStore.create(file(), PARIS);
        TableWriter writer = store.newTable(false, JobContext.silent())) {
      writer.add(Drafts.draft(first, 1));
      writer.add(Drafts.draft(second, 3));
      TableVersion table = store.publish(writer, "Orders", null, "{}");
      assertEquals(2, table.runs().size());
      Column price = table.columns().get(4);
      assertEquals(3, price.scale());
      Dataset data = store.data();
      long stored = data.chunk(table, price, table.runs().get(0), 0).at(0);
      Line origin = Drafts.sorted(first).get(0);
      assertEquals(origin.price() == null ? 0 : origin.price() * 100, origin.price() == null ? 0 : stored);
    }
  }

  @Test
  void undoRedoAndReopeningKeepTheFingerprint() {
    String empty;
    String one;
    String two;
    try (ProjectStore store = ProjectStore.create(file(), PARIS)) {
      empty = store.fingerprint(JobContext.silent());
      publish(store, "Orders", List.of(Drafts.lines(new Random(1), 3_000, 90, 2)), 2);
      one = store.fingerprint(JobContext.silent());
      publish(store, "Returns", List.of(Drafts.lines(new Random(2), 2_000, 200, 2)), 2);
      two = store.fingerprint(JobContext.silent());
      assertNotEquals(one, two);
      store.undo();
      assertEquals(one, store.fingerprint(JobContext.silent()));
      store.undo();
      assertEquals(empty, store.fingerprint(JobContext.silent()));
      assertThrows(Problem.class, store::undo);
      store.redo();
      store.redo();
      assertEquals(two, store.fingerprint(JobContext.silent()));
      assertThrows(Problem.class, store::redo);
      store.undo();
    }
    try (ProjectStore store = ProjectStore.open(file(), JobContext.silent())) {
      assertEquals(one, store.fingerprint(JobContext.silent()));
      store.redo();
      assertEquals(two, store.fingerprint(JobContext.silent()));
    }
  }

  @Test
  void theFingerprintDoesNotDependOnRuns() {
    List<Line> lines = Drafts.lines(new Random(5), 4_000, 90, 2);
    List<String> prints = new ArrayList<>();
    for (int runs : new int[]{1, 3}) {
      Path path = folder.resolve("runs" + runs);
      try (ProjectStore store = ProjectStore.create(path, PARIS)) {
        List<List<Line>> parts = new ArrayList<>();
        for (int r = 0; r < runs; r++) {
          parts.add(lines.subList(lines.size() * r / runs, lines.size() * (r + 1) / runs));
        }
        publish(store, "Orders", parts, 2);
        prints.add(store.fingerprint(JobContext.silent()));
      }
    }
    assertEquals(prints.get(0), prints.get(1));
  }

  @Test
  void aChangeAfterUndoForgetsWhatWasUndoneAndItsChunks() throws SQLException {
    try (ProjectStore store = ProjectStore.create(file(), PARIS)) {
      publish(store, "Orders", List.of(Drafts.lines(new Random(1), 3_000, 90, 2)), 2);
      store.undo();
      publish(store, "Other", List.of(Drafts.lines(new Random(2), 300, 9, 2)), 2);
      assertEquals(1, store.journal().size());
      assertThrows(Problem.class, store::redo);
      assertEquals(List.of("Other"), store.data().tables().stream().map(TableVersion::name).toList());
    }
    long named;
    try (ProjectStore store = ProjectStore.open(file(), JobContext.silent())) {
      Stored.State state = store.state();
      // 5 stored columns less the key, with one dictionary of products, lines and counts; the directory
      named = 4 + 1 + 1 + 1 + state.directory().chunkIds().count();
    }
    assertEquals(named, count("SELECT COUNT(*) FROM column_chunk"));
  }

  @Test
  void anImportThatIsNotPublishedLeavesNothing() throws SQLException {
    String before;
    try (ProjectStore store = ProjectStore.create(file(), PARIS)) {
      publish(store, "Orders", List.of(Drafts.lines(new Random(1), 300, 90, 2)), 2);
      before = store.fingerprint(JobContext.silent());
      try (TableWriter writer = store.newTable(false, JobContext.silent())) {
        writer.add(Drafts.draft(Drafts.lines(new Random(9), 20_000, 90, 2), 2));
      }
      assertEquals(before, store.fingerprint(JobContext.silent()));
    }
    assertEquals(0, count("SELECT COUNT(*) FROM pending"));
    assertEquals(before, reopened());
  }

  @Test
  void whatACrashedWriterLeftIsSweptAtOpening() throws SQLException, IOException {
    String before;
    try (ProjectStore store = ProjectStore.create(file(), PARIS)) {
      publish(store, "Orders", List.of(Drafts.lines(new Random(1), 3000, 90, 2)), 2);
      before = store.fingerprint(JobContext.silent());
    }
    ProjectFile.compact(file());
    long size = Files.size(ProjectFile.onDisk(ProjectFile.base(file())));
    try (ProjectStore store = ProjectStore.open(file(), JobContext.silent())) {
      TableWriter writer = store.newTable(false, JobContext.silent());
      writer.add(Drafts.draft(Drafts.lines(new Random(9), 200_000, 90, 2), 2));
      // neither published nor closed, as when the process dies
    }
    assertEquals(1, count("SELECT COUNT(*) FROM pending"));
    assertEquals(before, reopened());
    assertEquals(0, count("SELECT COUNT(*) FROM pending"));
    assertTrue(Files.size(ProjectFile.onDisk(ProjectFile.base(file()))) <= size + 16_384);
  }

  @Test
  void aFlippedByteNamesItsColumnAndTheRestWorks() throws SQLException {
    List<Line> lines = Drafts.lines(new Random(1), 3_000, 90, 2);
    TableVersion table;
    try (ProjectStore store = ProjectStore.create(file(), PARIS)) {
      table = publish(store, "Orders", List.of(lines), 2);
    }
    try (Connection c = raw(); Statement statement = c.createStatement()) {
      // chunks are written column by column: the time is the first stored one
      statement.execute("""
          UPDATE column_chunk SET bytes = bytes || X'00' WHERE chunk_id =
            (SELECT MIN(chunk_id) FROM column_chunk WHERE row_count = 3000)""");
    }
    try (ProjectStore store = ProjectStore.open(file(), JobContext.silent())) {
      Dataset data = store.data();
      TableVersion.Run run = table.runs().get(0);
      List<String> damaged = new ArrayList<>();
      for (Column column : table.columns()) {
        try {
          assertEquals(3000, data.chunk(table, column, run, 0).rows());
        } catch (Problem problem) {
          assertEquals("store.damaged-column", problem.message().key());
          damaged.add(String.valueOf(problem.message().args().get(0)));
        }
      }
      assertEquals(1, damaged.size(), damaged.toString());
      assertTrue(damaged.get(0).startsWith("Orders."), damaged.toString());
    }
  }

  @Test
  void aSecondOpenerIsToldWhoHasTheProject() {
    try (ProjectStore store = ProjectStore.create(file(), PARIS)) {
      Problem problem = assertThrows(Problem.class,
          () -> ProjectStore.open(store.path(), JobContext.silent()));
      assertEquals("store.in-use", problem.message().key());
      assertTrue(
          problem.message().args().get(1).toString().contains(Long.toString(ProcessHandle.current().pid())));
    }
  }

  @Test
  void aNewerFileIsRefused() throws SQLException {
    ProjectStore.create(file(), PARIS).close();
    try (Connection c = raw(); Statement statement = c.createStatement()) {
      statement.execute("UPDATE setting SET text = '99' WHERE name = 'format'");
    }
    Problem problem = assertThrows(Problem.class, () -> ProjectStore.open(file(), JobContext.silent()));
    assertEquals("store.newer", problem.message().key());
  }

  @Test
  void aFileThatIsNoProjectIsRefused() throws IOException {
    Files.writeString(folder.resolve("notes.mv.db"), "these are notes");
    assertThrows(Problem.class, () -> ProjectStore.open(folder.resolve("notes"), JobContext.silent()));
    assertEquals("these are notes", Files.readString(folder.resolve("notes.mv.db")));
  }

  private Path file() {
    return folder.resolve("shop.parcelle");
  }

  private Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + file().toAbsolutePath(), "parcelle", "");
  }

  private long count(String sql) throws SQLException {
    try (Connection c = raw(); Statement s = c.createStatement(); var row = s.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private String reopened() {
    try (ProjectStore store = ProjectStore.open(file(), JobContext.silent())) {
      return store.fingerprint(JobContext.silent());
    }
  }

  private static TableVersion publish(ProjectStore store, String name, List<List<Line>> runs, int scale) {
    try (TableWriter writer = store.newTable(false, JobContext.silent())) {
      runs.forEach(lines -> writer.add(Drafts.draft(lines, scale)));
      return store.publish(writer, name, null, "{\"import\":\"" + name + "\"}");
    }
  }
}
