package app.parcelle.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;

/**
 * What an edit costs in a segment of twelve conditions whose others are known: an attribute changed, and an event condition that was
 * never asked before. Counts of every row are part of it.
 */
final class SegmentEdits {
  private static final int EDITS = 15;
  private static final JobContext SILENT = JobContext.silent();

  private SegmentEdits() {}

  static void measure(Path file) throws Exception {
    try (Project project = Project.open(file)) {
      project.evaluate(segment("25", "90", 1), SILENT);
      double[] attribute = new double[EDITS];
      double[] event = new double[EDITS];
      for (int i = 0; i < EDITS; i++) {
        Segment changed = segment(Integer.toString(26 + i), "90", 1);
        attribute[i] = SegmentBench.millis(() -> project.evaluate(changed, SILENT));
      }
      for (int i = 0; i < EDITS; i++) {
        Segment changed = segment("25", Integer.toString(91 + 3 * i), 2 + i);
        event[i] = SegmentBench.millis(() -> project.evaluate(changed, SILENT));
      }
      print("edit of an attribute, 12 rows", attribute);
      print("new event condition, 12 rows", event);
    }
  }

  private static Segment segment(String age, String days, int least) {
    List<String> conditions = new ArrayList<>(
        List.of("{\"field\":\"age\",\"op\":\">=\",\"value\":" + age + "}",
            "{\"field\":\"points\",\"op\":\">\",\"value\":300}", "{\"field\":\"loyal\",\"op\":\"is not no\"}",
            "{\"field\":\"spend_score\",\"op\":\"<\",\"value\":90.5}",
            "{\"field\":\"source\",\"op\":\"is none of\",\"values\":[\"poster\"]}",
            "{\"field\":\"signed_up\",\"op\":\"after\",\"value\":\"2018-06-30\"}",
            "{\"field\":\"city\",\"op\":\"does not contain\",\"value\":\"City 7\"}",
            "{\"field\":\"born\",\"op\":\"month is\",\"values\":[1,2,3,4,5,6,7]}",
            "{\"field\":\"recency\",\"op\":\"<=\",\"value\":300}",
            "{\"field\":\"monetary\",\"op\":\">\",\"value\":500}",
            "{\"not\":{\"never\":\"emails\"}}"));
    conditions.add("{\"events\":\"orders\",\"measure\":\"count\",\"op\":\">=\",\"value\":" + least
        + ",\"window\":{\"last\":" + days + ",\"unit\":\"days\"}}");
    return SegmentQueries.segment("{\"all\":[" + String.join(",", conditions) + "]}");
  }

  private static void print(String name, double[] millis) {
    System.out.printf(Locale.ROOT, "%-32s %8.1f ms, slowest of %d %.1f ms%n", name,
        SegmentBench.median(millis),
        millis.length, java.util.Arrays.stream(millis).max().orElse(0));
  }
}
