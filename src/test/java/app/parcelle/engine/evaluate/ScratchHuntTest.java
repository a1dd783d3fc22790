package app.parcelle.engine.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import app.parcelle.engine.evaluate.naive.*;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.*;
import app.parcelle.engine.sql.*;
import app.parcelle.engine.table.Bits;

class ScratchHuntTest {
  @TempDir Path folder;

  @Test
  void hunt() throws Exception {
    int worlds = Integer.getInteger("hunt.worlds", 6);
    Map<String, int[]> tallies = new TreeMap<>();
    Map<String, List<String>> first = new TreeMap<>();
    for (long seed = 1; seed <= worlds; seed++) {
      NaiveWorld world = RandomWorld.of(seed);
      try (Project project = WorldProject.of(world, Files.createDirectory(folder.resolve("w" + seed)));
          SqlDatabase database = ProjectDatabase.of(project)) {
        for (int rule = 0; rule < 40; rule++) {
          Segment segment = RandomRule.segment(seed * 1_000 + rule, 3);
          List<Segment> all = new ArrayList<>(List.of(segment));
          for (SegmentPaths.Row row : SegmentPaths.rows(segment.rule())) {
            all.add(new Segment("leaf", row.condition(), segment.reference(), segment.zone()));
          }
          for (Segment s : all) {
            String kind = s == segment ? "(whole)" : s.rule().getClass().getSimpleName();
            if (s != segment && List.of("AllOf", "AnyOf", "Not").contains(kind)) continue;
            NaiveModel model = new NaiveModel(world, s);
            Set<String> naive = new TreeSet<>(model.members());
            tell("sql " + kind, s, seed, tallies, first, naive, () -> new TreeSet<>(database.keys(
                SegmentSql.of(s, project.fields(), project.data().zone(), model.today(), Dialect.H2))));
            tell("eval " + kind, s, seed, tallies, first, naive, () -> {
              Evaluation e = project.evaluate(s, JobContext.silent());
              for (var row : e.rows()) if (row.error() != null) throw new RuntimeException(row.error().key() + row.error().args());
              Set<String> keys = new TreeSet<>();
              for (int i = 0; e.members() != null && i < project.data().customers().size(); i++) if (Bits.get(e.members(), i)) keys.add(project.data().customers().text(i));
              return keys;
            });
          }
        }
      }
    }
    StringBuilder out = new StringBuilder();
    tallies.forEach((k, t) -> out.append(k + ": agree " + t[0] + " differ " + t[1] + " failed " + t[2] + "\n"));
    first.forEach((k, v) -> v.forEach(x -> out.append("\n" + k + "\n" + x)));
    Files.writeString(Path.of("target/hunt.txt"), out.toString());
  }

  interface Asked { Set<String> get() throws Exception; }

  private static void tell(String kind, Segment s, long seed, Map<String, int[]> tallies, Map<String, List<String>> first,
      Set<String> naive, Asked asked) {
    int[] t = tallies.computeIfAbsent(kind, k -> new int[3]);
    try {
      long t0 = System.nanoTime();
      Set<String> found = asked.get();
      long ms = (System.nanoTime() - t0) / 1_000_000;
      if (ms > 500) System.out.println("slow " + ms + " " + kind + " world " + seed + " " + json(s));
      if (found.equals(naive)) t[0]++;
      else {
        t[1]++;
        Set<String> more = new TreeSet<>(found); more.removeAll(naive);
        Set<String> less = new TreeSet<>(naive); less.removeAll(found);
        add(kind, "world " + seed + " " + json(s) + "\n naive " + naive.size() + " more " + more + " less " + less, first);
      }
    } catch (Exception | StackOverflowError e) {
      t[2]++;
      StackTraceElement[] st = e.getStackTrace();
      String where = Arrays.stream(st).filter(x -> x.getClassName().startsWith("app.parcelle")).limit(3).toList().toString();
      if (!(e instanceof UnsupportedOperationException)) add(kind, "world " + seed + " " + json(s) + "\n " + e.toString().substring(0, Math.min(300, e.toString().length())) + " " + where, first);
    }
  }

  private static String json(Segment s) { try { return SegmentJson.write(s).replaceAll("\\s+", " "); } catch (Exception e) { return s.toString(); } }

  private static void add(String kind, String text, Map<String, List<String>> first) {
    List<String> l = first.computeIfAbsent(kind, k -> new ArrayList<>());
    if (l.size() < 3) l.add(text);
  }
}
