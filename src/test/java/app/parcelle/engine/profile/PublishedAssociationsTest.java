package app.parcelle.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.profile.Association.Measure;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.ColumnType;

/** How pairs go together, against figures that stand in print. */
class PublishedAssociationsTest {
  @TempDir
  Path folder;

  private Association pair(List<String> lines, Map<String, ColumnType> types) throws IOException {
    Path file = Files.write(folder.resolve("printed.csv"), lines);
    try (Project project = Project.create(folder.resolve("printed.parcelle"), ZoneId.of("UTC"))) {
      var table = project.importFile(file, ImportOptions.FOUND.withTypes(types), JobContext.silent()).table();
      return Associations.of(project.data(), table, JobContext.silent()).pairs().getFirst();
    }
  }

  /** The example of Wikipedia's article on Spearman's coefficient: -29/165. */
  @Test
  void spearmanOfIntelligenceAndTelevision() throws IOException {
    Association pair = pair(
        List.of("iq,hours", "106,7", "100,27", "86,2", "101,50", "99,28", "103,29", "97,20",
            "113,12", "112,6", "110,17"),
        Map.of("iq", ColumnType.WHOLE, "hours", ColumnType.WHOLE));
    assertEquals(-29 / 165.0, Objects.requireNonNull(pair.ranked()), 1e-12);
  }

  /** Anscombe's first quartet (1973): 0.816 printed, 0.81642 in full. */
  @Test
  void pearsonOfAnscombesQuartet() throws IOException {
    Association pair = pair(List.of("x,y", "10,8.04", "8,6.95", "13,7.58", "9,8.81", "11,8.33", "14,9.96",
        "6,7.24", "4,4.26", "12,10.84", "7,4.82", "5,5.68"),
        Map.of("x", ColumnType.WHOLE, "y", ColumnType.DECIMAL));
    assertEquals(0.81642, Objects.requireNonNull(pair.value()), 1e-5);
  }

  /** The example of Wikipedia's article on the correlation ratio: 6780 of 9640. */
  @Test
  void correlationRatioOfScoresByTopic() throws IOException {
    List<String> lines = new ArrayList<>(List.of("topic,score"));
    Map.of("algebra", List.of(45, 70, 29, 15, 21), "geometry", List.of(40, 20, 30, 42), "statistics",
        List.of(65, 95, 80, 70, 85, 73))
        .forEach((topic, scores) -> scores.forEach(score -> lines.add(topic + "," + score)));
    Association pair = pair(lines, Map.of("topic", ColumnType.TEXT, "score", ColumnType.WHOLE));
    assertEquals(Measure.CORRELATION_RATIO, pair.measure());
    assertEquals(Math.sqrt(6780 / 9640.0), Objects.requireNonNull(pair.value()), 1e-12);
  }

  /** Hair and eyes of 592 students (Snee 1974), whose chi squared is 138.2898; corrected as Bergsma (2013) does. */
  @Test
  void cramersOfHairAndEyes() throws IOException {
    int[][] counts = {{68, 20, 15, 5}, {119, 84, 54, 29}, {26, 17, 14, 14}, {7, 94, 10, 16}};
    List<String> lines = new ArrayList<>(List.of("hair,eyes"));
    for (int hair = 0; hair < 4; hair++) {
      for (int eyes = 0; eyes < 4; eyes++) {
        for (int i = 0; i < counts[hair][eyes]; i++) {
          lines.add("h" + hair + ",e" + eyes);
        }
      }
    }
    Association pair = pair(lines, Map.of("hair", ColumnType.TEXT, "eyes", ColumnType.TEXT));
    double phi = 138.2898 / 592 - 9 / 591.0;
    assertEquals(Math.sqrt(phi / (3 - 9 / 591.0)), Objects.requireNonNull(pair.value()), 1e-6);
  }
}
