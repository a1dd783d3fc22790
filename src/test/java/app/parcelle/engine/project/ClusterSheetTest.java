package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/** Forty customers, read as what a clustering looks at. */
class ClusterSheetTest {
  private static final String[] TOWNS = {"Paris", "Lyon", "PARIS", "", "Pâris", "Lyon", "Paris", "Nice"};
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 10);

  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void aShop() throws IOException {
    StringBuilder csv = new StringBuilder("id,town,age,spent,vip,joined,tags,email,remark\n");
    for (int i = 0; i < 40; i++) {
      csv.append(String.format(Locale.ROOT, "C%d,%s,%s,%d.50,%s,%s,a|b,c%d@example.org,said %d\n", 100 + i,
          TOWNS[i % 8], i % 5 == 0 ? "" : 20 + i, i, i % 4 == 0 ? "yes" : "no", FIRST.plusDays(i), i, i * i));
    }
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"));
    project.importFile(Files.writeString(folder.resolve("people.csv"), csv),
        ImportOptions.FOUND.withRoles(Map.of("id", Role.CUSTOMER_KEY))
            .withMeanings(Map.of("tags", new Meaning(Meaning.Kind.LIST, "|"))),
        JobContext.silent());
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Field field(String name) {
    return project.fields().find(FieldRef.named(name)).orElseThrow();
  }

  private ClusterSheet read(@Nullable String segmentId, String... names) {
    return project.clusterings()
        .sheet(Arrays.stream(names).map(name -> field(name).id()).toList(), segmentId,
            JobContext.silent());
  }

  private static double[] values(Sheet sheet, int column) {
    return ((Sheet.Numbers) sheet.columns().get(column)).values();
  }

  @Test
  void numbersYesNoAndDatesAreNumbers() {
    ClusterSheet read = read(null, "age", "spent", "vip", "joined");

    assertEquals(40, read.sheet().rows());
    assertArrayEquals(IntStream.range(0, 40).toArray(), read.customers());
    assertEquals(List.of("age", "spent", "vip", "joined"),
        read.sheet().columns().stream().map(Sheet.Source::name).toList());
    assertTrue(Double.isNaN(values(read.sheet(), 0)[5]));
    assertEquals(26, values(read.sheet(), 0)[6]);
    assertEquals(6.5, values(read.sheet(), 1)[6]);
    assertArrayEquals(new double[]{1, 0, 0, 0, 1}, Arrays.copyOf(values(read.sheet(), 2), 5));
    assertEquals((double) FIRST.plusDays(6).toEpochDay(), values(read.sheet(), 3)[6]);
  }

  @Test
  void spellingsOfATextAreOneLevelTheMostFrequentFirst() {
    Sheet.Categories towns = (Sheet.Categories) read(null, "town").sheet().columns().getFirst();

    assertEquals(List.of("Paris", "Lyon", "Nice"), towns.levels());
    assertArrayEquals(new int[]{0, 1, 0, -1, 0, 1, 0, 2}, Arrays.copyOf(towns.codes(), 8));
  }

  @Test
  void aSegmentsMembersAreItsRows() {
    String vip = project.save(new Segment("VIP",
        new Condition.YesNoTest(new FieldRef("vip", field("vip").id()), YesNoOperator.IS_YES, false),
        new Segment.Reference.Project(), null));

    ClusterSheet read = read(vip, "spent", "town");

    assertArrayEquals(IntStream.range(0, 10).map(i -> 4 * i).toArray(), read.customers());
    assertEquals(36.5, values(read.sheet(), 0)[9]);
    assertEquals(List.of("Paris"), ((Sheet.Categories) read.sheet().columns().get(1)).levels());
  }

  @Test
  void keysListsAndWhatNamesAPersonAreRefused() {
    assertRefused("cluster.problem.key", "id");
    assertRefused("cluster.problem.list", "tags");
    assertRefused("cluster.problem.key", "email");
  }

  private void assertRefused(String key, String name) {
    Problem problem = assertThrows(Problem.class, () -> read(null, "age", name));
    assertEquals(key, problem.message().key());
    assertEquals(List.of(name), problem.message().args());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      assertTrue(new Texts(locale).text(problem.message()).contains(name));
    }
  }

  @Test
  void aFieldThatIsGoneIsSaid() {
    Problem problem = assertThrows(Problem.class,
        () -> project.clusterings().sheet(List.of("gone"), null, JobContext.silent()));
    assertEquals("evaluate.no-field", problem.message().key());
  }
}
