package app.parcelle.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.store.Drafts.Line;
import app.parcelle.engine.table.TableVersion;

/** Imports that come in many parts: few runs are left, which say what one would. */
class RunMergerTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @TempDir
  Path folder;

  @Test
  void manyPartsBecomeFourRunsThatSayTheSame() throws SQLException {
    List<Line> lines = Drafts.lines(new Random(3), 150_000, 4_000, 2);
    String one = fingerprint("one", List.of(lines));
    try (ProjectStore store = create("many")) {
      TableVersion table = publish(store, parts(new Random(4), lines, 11));
      assertEquals(RunMerger.MOST_RUNS, table.runs().size());
      assertEquals(lines.size(), table.rows());
      assertEquals(one, store.fingerprint(JobContext.silent()));
      store.undo();
      store.redo();
      assertEquals(one, store.fingerprint(JobContext.silent()));
    }
    try (ProjectStore store = ProjectStore.open(folder.resolve("many"), JobContext.silent())) {
      assertEquals(one, store.fingerprint(JobContext.silent()));
    }
    assertNoLooseChunks("many");
  }

  /** Two at a time, down to one run, is the slowest way there is. */
  @Test
  void oneRunIsAllRowsSortedWhateverTheMemory() {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      List<Line> lines = Drafts.lines(random, 1 + random.nextInt(seed < 2 ? 140_000 : 900), 60, 2);
      try (ProjectStore store = create("seed" + seed);
          TableWriter writer = store.newTable(false, JobContext.silent())) {
        for (List<Line> part : parts(random, lines, 1 + random.nextInt(9))) {
          writer.add(Drafts.draft(part, 2));
        }
        writer.mergeRuns(1, random.nextInt(4) * 5_000_000L);
        TableVersion table = store.publish(writer, "Orders", null, "{}");
        Drafts.checkRows(lines, store.data(), table, 2);
      }
    }
  }

  @Test
  void scalesOfTheRunsAreBroughtToTheLargest() {
    List<Line> lines = Drafts.lines(new Random(3), 3_000, 40, 2);
    String expected;
    try (ProjectStore store = create("as they come");
        TableWriter writer = store.newTable(false, JobContext.silent())) {
      expected = inScales(store, writer, lines);
    }
    try (ProjectStore store = create("merged");
        TableWriter writer = store.newTable(false, JobContext.silent())) {
      for (int part = 0; part < 3; part++) {
        writer.add(Drafts.draft(lines.subList(1000 * part, 1000 * part + 1000), part));
      }
      writer.mergeRuns(1, 0);
      TableVersion table = store.publish(writer, "Orders", null, "{}");
      assertEquals(1, table.runs().size());
      assertEquals(expected, store.fingerprint(JobContext.silent()));
    }
  }

  private static String inScales(ProjectStore store, TableWriter writer, List<Line> lines) {
    for (int part = 0; part < 3; part++) {
      writer.add(Drafts.draft(lines.subList(1000 * part, 1000 * part + 1000), part));
    }
    assertEquals(3, store.publish(writer, "Orders", null, "{}").runs().size());
    return store.fingerprint(JobContext.silent());
  }

  @Test
  void cancellingLeavesNothing() throws SQLException {
    List<Line> lines = Drafts.lines(new Random(3), 240_000, 400, 2);
    try (ProjectStore store = create("cancelled")) {
      publish(store, List.of(lines));
      String before = store.fingerprint(JobContext.silent());
      for (int point = 0; point < 3; point++) {
        Merging merging = new Merging(point);
        try (TableWriter writer = store.newTable(false, merging)) {
          parts(new Random(4), lines, 9).forEach(part -> writer.add(Drafts.draft(part, 2)));
          assertThrows(JobContext.Cancelled.class, () -> store.publish(writer, "Again", null, "{}"));
        }
        assertEquals(before, store.fingerprint(JobContext.silent()));
      }
    }
    assertNoLooseChunks("cancelled");
  }

  /** Cancels when rows are merged for the nth time. */
  private static final class Merging implements JobContext {
    private int left;

    Merging(int left) {
      this.left = left;
    }

    @Override
    public void progress(long done, long total, Message what) {
      if (what.key().equals("store.merging")) {
        left--;
      }
    }

    @Override
    public boolean cancelled() {
      return left < 0;
    }
  }

  @Test
  void theRoomOfWhatWasMergedIsGivenBack() throws IOException {
    List<Line> lines = Drafts.lines(new Random(3), 300_000, 4_000, 2);
    fingerprint("one", List.of(lines));
    fingerprint("many", parts(new Random(4), lines, 12));
    long one = Files.size(folder.resolve("one.mv.db"));
    long many = Files.size(folder.resolve("many.mv.db"));
    assertTrue(many < 1.15 * one, many + " bytes after " + one);
  }

  private ProjectStore create(String name) {
    return ProjectStore.create(folder.resolve(name), UTC);
  }

  private String fingerprint(String name, List<List<Line>> parts) {
    try (ProjectStore store = create(name)) {
      publish(store, parts);
      return store.fingerprint(JobContext.silent());
    }
  }

  private static TableVersion publish(ProjectStore store, List<List<Line>> parts) {
    try (TableWriter writer = store.newTable(false, JobContext.silent())) {
      parts.forEach(lines -> writer.add(Drafts.draft(lines, 2)));
      return store.publish(writer, "Orders", null, "{}");
    }
  }

  /** So many parts that follow each other, of any size. */
  private static List<List<Line>> parts(Random random, List<Line> lines, int count) {
    List<List<Line>> parts = new ArrayList<>();
    int from = 0;
    for (int part = 1; part <= count; part++) {
      int to = part == count
          ? lines.size()
          : Math.min(lines.size(), from + random.nextInt(2 * lines.size() / count + 1));
      parts.add(lines.subList(from, to));
      from = to;
    }
    return parts;
  }

  /** Every chunk in the file is named by a table or the directory, and the other way round. */
  private void assertNoLooseChunks(String name) throws SQLException {
    Set<Long> named = new TreeSet<>();
    Set<Long> there = new TreeSet<>();
    try (
        Connection c = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(name).toAbsolutePath(),
            "parcelle", "");
        Statement s = c.createStatement()) {
      for (ResultSet row = s.executeQuery("SELECT document FROM table_version"); row.next();) {
        StoredJson.table(row.getString(1)).chunkIds().forEach(named::add);
      }
      for (ResultSet row = s.executeQuery("SELECT document FROM project_state"); row.next();) {
        StoredJson.state(row.getString(1)).directory().chunkIds().forEach(named::add);
      }
      for (ResultSet row = s.executeQuery("SELECT chunk_id FROM column_chunk"); row.next();) {
        there.add(row.getLong(1));
      }
    }
    assertEquals(named, there);
  }
}
