package app.parcelle.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.ColumnProfile.Bin;
import app.parcelle.engine.profile.ColumnProfile.Range;
import app.parcelle.engine.profile.ColumnProfile.Share;
import app.parcelle.engine.profile.PairPicture;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.ui.job.HeldJobs;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.profile.ProfileViewModel.Order;
import app.parcelle.ui.profile.ProfileViewModel.Side;

/** The profile of real tables, and segments made of its bars. */
class ProfileViewModelTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final int CUSTOMERS = 900;

  @TempDir
  Path folder;

  private final List<Segment> opened = new ArrayList<>();
  private Project project;
  private ProfileViewModel model;

  @BeforeEach
  void open() throws IOException {
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"));
    Random random = new Random(5);
    List<String> people = new ArrayList<>(List.of("key,town,age,joined,card,score"));
    for (int i = 0; i < CUSTOMERS; i++) {
      String town = List.of("Paris", "paris", "Lyon", "Nice", "").get(random.nextInt(5));
      String age = random.nextInt(12) == 0
          ? ""
          : random.nextInt(20) == 0
              ? "old"
              : random.nextInt(60) == 0 ? "990" : "" + (18 + random.nextInt(60));
      people
          .add("c" + i + "," + town + "," + age + "," + LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700))
              + "," + (random.nextBoolean() ? "yes" : "no") + "," + random.nextInt(1_000_000) / 100.0);
    }
    importTable("people", people, Map.of("age", ColumnType.WHOLE, "town", ColumnType.TEXT, "joined",
        ColumnType.DATE, "card", ColumnType.YES_NO, "score", ColumnType.DECIMAL),
        Map.of("key", Role.CUSTOMER_KEY));
    List<String> orders = new ArrayList<>(List.of("who,at,amount,place"));
    for (int i = 0; i < 4000; i++) {
      orders.add("c" + random.nextInt(CUSTOMERS) + ","
          + LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300))
          + "," + random.nextInt(20_000) / 100.0 + "," + List.of("shop", "web", "").get(random.nextInt(3)));
    }
    importTable("orders", orders, Map.of("at", ColumnType.DATE, "amount", ColumnType.DECIMAL),
        Map.of("who", Role.CUSTOMER_KEY, "at", Role.EVENT_TIME, "amount", Role.AMOUNT));
    model = new ProfileViewModel(ProfileSource.of(project), new SameThreadJobs(),
        new ProfileViewModel.After(failure -> {
          throw new AssertionError(failure);
        }, opened::add));
    model.open(table("people"));
  }

  @AfterEach
  void close() {
    project.close();
  }

  private void importTable(String name, List<String> lines, Map<String, ColumnType> types,
      Map<String, Role> roles) throws IOException {
    Path file = Files.write(folder.resolve(name + ".csv"), lines);
    project.importFile(file, ImportOptions.FOUND.withTypes(types).withRoles(roles), SILENT);
  }

  private String table(String name) {
    return project.view()
        .tables()
        .stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow()
        .tableId();
  }

  private ColumnProfile column(String name) {
    return model.shown().stream().filter(c -> c.column().name().equals(name)).findFirst().orElseThrow();
  }

  /** How many customers the segment of a part holds. */
  private long audience(ColumnProfile column, Part part) {
    model.make(column, part, "part");
    return project.evaluate(opened.getLast(), SILENT).count();
  }

  @Test
  void everyBarOfCustomersHoldsAsManyAsItSays() {
    for (ColumnProfile column : List.copyOf(model.shown())) {
      if (column.column().role() == Role.CUSTOMER_KEY) {
        continue;
      }
      Range range = column.range();
      for (Bin bin : range == null ? List.<Bin>of() : range.bins()) {
        Part part = new Part.Between(bin.from(), bin.to());
        assertEquals(bin.rows(), audience(column, part), column.column().name() + " " + part);
      }
      for (Share share : column.top()) {
        Part part = new Part.Value(share.text());
        assertEquals(share.rows(), audience(column, part), column.column().name() + " " + part);
      }
      assertEquals(column.missing(), audience(column, new Part.Missing()), column.column().name());
      assertEquals(column.invalid(), audience(column, new Part.Invalid()), column.column().name());
    }
    assertTrue(column("age").invalid() > 0 && column("age").missing() > 0 && column("town").missing() > 0);
  }

  @Test
  void outliersBecomeASegment() {
    ColumnProfile age = column("age");
    long far = Objects.requireNonNull(age.range()).farOut();
    assertTrue(far > 0);
    assertEquals(far, audience(age, new Part.FarOut()));
    assertFalse(model.makes(column("score"), new Part.FarOut()), "there is none");
  }

  @Test
  void barOfEventsHoldsThoseWhoHaveOne() throws IOException {
    model.open(table("orders"));
    Set<String> dear = new HashSet<>();
    Set<String> nowhere = new HashSet<>();
    Bin last = Objects.requireNonNull(column("amount").range()).bins().getLast();
    for (String line : Files.readAllLines(folder.resolve("orders.csv")).subList(1, 4001)) {
      String[] cells = line.split(",", -1);
      if (Math.round(100 * Double.parseDouble(cells[2])) >= last.from()) {
        dear.add(cells[0]);
      }
      if (cells[3].isEmpty()) {
        nowhere.add(cells[0]);
      }
    }
    assertEquals(dear.size(), audience(column("amount"), new Part.Between(last.from(), last.to())));
    assertEquals(nowhere.size(), audience(column("place"), new Part.Missing()));
    Share busiest = column("who").top().getFirst();
    assertEquals(1, audience(column("who"), new Part.Value(busiest.text())));
  }

  @Test
  void keyThatIsMissingIsNobody() {
    assertFalse(model.makes(column("key"), new Part.Missing()));
  }

  @Test
  void columnsAreFoundAndSorted() {
    assertEquals(List.of("key", "town", "age", "joined", "card", "score"), names());
    model.filter().set("O");
    assertEquals(List.of("town", "joined", "score"), names());
    model.order().set(Order.NAME);
    assertEquals(List.of("joined", "score", "town"), names());
    model.order().set(Order.MISSING);
    assertEquals("town", names().getFirst());
    model.filter().set("");
    model.order().set(Order.QUALITY);
    List<Integer> qualities = model.shown().stream().map(ColumnProfile::quality).toList();
    assertEquals(qualities.stream().sorted().toList(), qualities);
  }

  private List<String> names() {
    return model.shown().stream().map(column -> column.column().name()).toList();
  }

  @Test
  void chosenColumnStaysWhileItIsShown() {
    model.selected().set(column("score"));
    model.order().set(Order.NAME);
    assertEquals("score", Objects.requireNonNull(model.selected().get()).column().name());
    model.filter().set("age");
    assertEquals("age", Objects.requireNonNull(model.selected().get()).column().name());
    model.filter().set("nothing has this name");
    assertNull(model.selected().get());
  }

  @Test
  void stepsGoNoFurtherThanTheLastColumn() {
    model.step(2);
    assertEquals("age", Objects.requireNonNull(model.selected().get()).column().name());
    model.step(100);
    assertEquals("age", Objects.requireNonNull(model.selected().get()).column().name());
    model.step(-2);
    assertEquals("key", Objects.requireNonNull(model.selected().get()).column().name());
  }

  @Test
  void versionIsLookedAtOnce() {
    Object first = Objects.requireNonNull(model.profile().get());
    model.open(table("orders"));
    model.open(table("people"));
    assertSame(first, model.profile().get());
    project.countWhen(table("people"), "age > 30");
    model.refresh();
    assertNotNull(model.profile().get());
    assertTrue(first != model.profile().get(), "another version is looked at anew");
  }

  @Test
  void pairsAreComparedWhenTheyAreLookedAt() {
    assertNull(model.pairs().get());
    model.side().set(Side.PAIRS);
    assertEquals(List.of("town", "age", "joined", "card", "score"),
        Objects.requireNonNull(model.pairs().get()).columns());
    assertNull(model.picture().get());
    model.pair().set(Objects.requireNonNull(model.pairs().get()).pairs().getFirst());
    assertTrue(Objects.requireNonNull(model.picture().get()).picture() instanceof PairPicture.Boxes);
    model.open(table("orders"));
    assertNull(model.picture().get());
  }

  @Test
  void stoppedProfileIsBegunAgainWhenAsked() {
    HeldJobs jobs = new HeldJobs();
    ProfileViewModel held = new ProfileViewModel(ProfileSource.of(project), jobs,
        new ProfileViewModel.After(failure -> {
          throw new AssertionError(failure);
        }, opened::add));
    held.open(table("people"));
    assertTrue(held.running().get());
    held.cancel();
    jobs.finish();
    assertFalse(held.running().get());
    assertNull(held.profile().get());
    held.look();
    jobs.finish();
    assertNotNull(held.profile().get());
  }

  @Test
  void otherTableStopsTheProfileOfTheOneBefore() {
    HeldJobs jobs = new HeldJobs();
    ProfileViewModel held = new ProfileViewModel(ProfileSource.of(project), jobs,
        new ProfileViewModel.After(failure -> {
          throw new AssertionError(failure);
        }, opened::add));
    held.open(table("people"));
    held.open(table("orders"));
    jobs.finish();
    assertEquals("orders", Objects.requireNonNull(held.profile().get()).table());
  }

  @Test
  void projectWithoutTableShowsNone() {
    project.removeTable(table("orders"));
    model.refresh();
    project.removeTable(table("people"));
    model.refresh();
    assertNull(model.table().get());
    assertNull(model.profile().get());
    assertEquals(List.of(), model.shown());
  }
}
