package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.evaluate.Contrast;
import app.parcelle.engine.evaluate.CustomerKeys;
import app.parcelle.engine.evaluate.Distinction;
import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.evaluate.Need;
import app.parcelle.engine.evaluate.SmallestChange;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.Window;

/** Four hundred customers: every fourth in Belgium, however it is written, ordering once a month from the month of their number on. */
class AudienceTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final int CUSTOMERS = 400;

  @TempDir
  Path folder;

  private Project project;
  private Audience audience;

  @BeforeEach
  void shop() throws IOException {
    String customers = "Customer,Country,Postcode,Birth date,Age,E-mail\n" + IntStream.range(0, CUSTOMERS)
        .mapToObj(AudienceTest::customer)
        .collect(Collectors.joining("\n"));
    StringBuilder orders = new StringBuilder("Order,Customer,Date,Amount\n");
    for (int c = 0, order = 1; c < CUSTOMERS; c++) {
      for (int month = 1 + c % 12; month <= 12; month++) {
        orders.append(
            String.format(Locale.ROOT, "O%d,C%03d,2025-%02d-15,%d.50%n", order++, c, month, 10 + c % 4));
      }
    }
    Path people = Files.writeString(folder.resolve("customers.csv"), customers + "\n");
    Path bought = Files.writeString(folder.resolve("orders.csv"), orders);
    Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris")).close();
    project = Project.open(folder.resolve("shop.parcelle"),
        Clock.fixed(Instant.parse("2026-02-20T12:00:00Z"), ZoneOffset.UTC));
    project.importFile(people, ImportOptions.FOUND, SILENT);
    project.importFile(bought, ImportOptions.FOUND, SILENT);
    audience = project.audience();
  }

  private static String customer(int c) {
    String age = c % 50 == 7 ? "" : c % 50 == 8 ? "old" : Integer.toString(20 + c % 60);
    return String.format(Locale.ROOT, "C%03d,%s,%05d,19%02d-03-0%d,%s,c%d@example.org", c,
        c % 12 == 0 ? "belgium" : c % 4 == 0 ? "Belgium" : "France", 75000 + c / 40, 60 + c % 2, 1 + c % 2,
        age, c);
  }

  @AfterEach
  void close() {
    project.close();
  }

  // why

  @Test
  void smallestChangeSaysWhatValueWouldDo() {
    Segment segment = segment(new AllOf(List.of(frequencyAtLeast(5), country("Belgium"))));
    Explanation why = project.explain(segment, "C009", SILENT);
    assertFalse(why.member());
    assertEquals(List.of(
        new SmallestChange.Step("/rule/all/0", true, number(3), new Need.Within(number(5), null)),
        new SmallestChange.Step("/rule/all/1", true, new Value.OfText("France"),
            new Need.Among(List.of("Belgium"), true))),
        Objects.requireNonNull(why.change()).steps());
    Explanation in = project.explain(segment, "C000", SILENT);
    assertTrue(in.member());
    assertEquals(List.of(new SmallestChange.Step("/rule/all/0", false, number(12),
        new Need.Within(null, number(4)))), Objects.requireNonNull(in.change()).steps());
  }

  @Test
  void missingAndInvalidAreToldApart() {
    Segment segment = segment(
        new Condition.NumberTest(FieldRef.named("Age"), NumberOperator.BETWEEN, BigDecimal.valueOf(30),
            BigDecimal.valueOf(40), false));
    assertEquals(Explanation.Presence.MISSING, presence(segment, "C007"));
    assertEquals(Explanation.Presence.INVALID, presence(segment, "C008"));
    assertEquals(Explanation.Presence.THERE, presence(segment, "C009"));
    assertEquals(new Need.Within(number(30), number(40)),
        Objects.requireNonNull(project.explain(segment, "C007", SILENT).change()).steps().getFirst().need());
  }

  @Test
  void daysAreSaidAsDays() {
    FieldRef birth = FieldRef.named("Birth date");
    LocalDate day = LocalDate.of(1960, 12, 31);
    assertEquals(new Need.Within(new Value.OfDate(day.plusDays(1)), null),
        need(new Condition.DateTest(birth, new DateCriterion.After(day), false), "C000"));
    assertEquals(new Need.Within(null, new Value.OfDate(day)),
        need(new Condition.DateTest(birth, new DateCriterion.After(day), false), "C001"));
    assertEquals(new Need.Outside(new Value.OfDate(day), new Value.OfDate(day.plusYears(1))),
        need(new Condition.DateTest(birth, new DateCriterion.Between(day, day.plusYears(1)), false), "C001"));
    assertEquals(new Need.Within(number(0), number(0)),
        need(new Condition.Never("orders", new Window.Ever(), null), "C000"));
  }

  @Test
  void whatHasChangedForOneCustomerSinceADay() {
    Segment segment = segment(new AllOf(List.of(frequencyAtLeast(5), country("Belgium"))));
    SinceThen since = audience.since(segment, "C000", LocalDate.of(2025, 3, 31), SILENT);
    assertFalse(since.then().member());
    assertTrue(since.now().member());
    assertEquals(List.of("/rule", "/rule/all/0"),
        since.changes().stream().map(both -> both.now().path()).toList());
    assertEquals(number(3), since.changes().get(1).then().value());
    assertEquals(number(12), since.changes().get(1).now().value());
    assertThrows(Problem.class,
        () -> audience.since(segment, "nobody", LocalDate.of(2025, 3, 31), SILENT));
  }

  // the whole segment

  @Test
  void enteredLeftAndStayedAddUp() {
    Segment recent = segment(new Condition.EventTest("orders", Measure.COUNT, null, NumberOperator.AT_MOST,
        BigDecimal.valueOf(3), null, new Window.Ever(), null));
    LocalDate since = LocalDate.of(2025, 6, 30);
    Movement movement = audience.movement(recent, since, SILENT);
    int[] counted = new int[3];
    for (int c = 0; c < CUSTOMERS; c++) {
      boolean was = Math.max(0, 6 - c % 12) <= 3;
      boolean is = 12 - c % 12 <= 3;
      counted[0] += is && !was ? 1 : 0;
      counted[1] += was && !is ? 1 : 0;
      counted[2] += was && is ? 1 : 0;
    }
    assertEquals(List.of(counted[0], counted[1], counted[2]),
        List.of(movement.entered(), movement.left(), movement.stayed()));
    assertEquals(movement.before(), movement.left() + movement.stayed());
    assertEquals(movement.after(), movement.entered() + movement.stayed());
    assertEquals(LocalDate.of(2025, 12, 15), movement.to());
  }

  @Test
  void trendIsTheSizeAsOfTwelveMonthEnds() {
    Trend trend = audience.trend(segment(frequencyAtLeast(3)), SILENT);
    assertEquals(12, trend.points().size());
    for (Trend.Point point : trend.points()) {
      int month = point.day().getYear() < 2025 ? 0 : point.day().getMonthValue();
      int members = (int) IntStream.range(0, CUSTOMERS).filter(c -> month - c % 12 >= 3).count();
      assertEquals(members, point.count(), point::toString);
    }
    assertEquals(LocalDate.of(2025, 11, 30), trend.points().getLast().day());
    assertEquals(LocalDate.of(2024, 12, 31), trend.points().getFirst().day());
  }

  @Test
  void monthEndsReachBackFromALeapDay() {
    List<LocalDate> ends = Trend.monthEnds(LocalDate.of(2028, 2, 29));
    assertEquals(LocalDate.of(2028, 2, 29), ends.getLast());
    assertEquals(LocalDate.of(2028, 1, 31), ends.get(10));
    assertEquals(LocalDate.of(2027, 3, 31), ends.getFirst());
  }

  // portrait

  @Test
  void categoriesAreComparedByTheirSharesAndNumbersByTheirMeans() {
    Segment segment = segment(country("Belgium"));
    Portrait portrait = portrait(segment);
    Distinction country = portrait.apart().getFirst();
    assertEquals("Country", country.field().name());
    assertEquals(new Value.OfText("Belgium"), country.value());
    assertEquals(1, country.members());
    assertEquals(0.25, country.everyone());
    assertEquals(400, country.index().orElseThrow());
    assertEquals(0.75 / Math.sqrt(0.25 * 0.75), country.difference(), 1e-12);
    Distinction basket = distinction(portrait, "average_basket");
    assertEquals(10.5, basket.members(), 1e-9);
    assertEquals(12, basket.everyone(), 1e-9);
    assertEquals(-1.5 / Math.sqrt(1.25), basket.difference(), 1e-9);
    assertEquals(88, basket.index().orElseThrow());
  }

  @Test
  void addressesAndKeysAreNotCompared() {
    List<String> compared = portrait(segment(country("Belgium"))).apart()
        .stream()
        .map(one -> one.field().name())
        .toList();
    assertFalse(compared.contains("E-mail") || compared.contains("Customer"), compared::toString);
  }

  @Test
  void everyoneIsLikeEveryone() {
    assertEquals(List.of(), portrait(segment(new Condition.Everyone())).apart());
  }

  @Test
  void revenueIsExactAndComparedWithTheWhole() {
    Worth worth = Objects.requireNonNull(portrait(segment(country("Belgium"))).worth());
    BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
    for (int c = 0; c < CUSTOMERS; c++) {
      BigDecimal spent = new BigDecimal(10 + c % 4 + ".50").multiply(BigDecimal.valueOf(12 - c % 12));
      sums[0] = sums[0].add(c % 4 == 0 ? spent : BigDecimal.ZERO);
      sums[1] = sums[1].add(spent);
    }
    assertEquals(0, sums[0].compareTo(worth.revenue()));
    assertEquals(0, sums[1].compareTo(worth.ofEveryone()));
    assertEquals(new BigDecimal("10.50"), worth.basket());
    assertNull(worth.currency());
  }

  @Test
  void nobodyHasNoPortrait() {
    Portrait portrait = portrait(segment(country("Peru")));
    assertNull(portrait.worth());
    assertEquals(List.of(), portrait.apart());
  }

  @Test
  void barsOfBothAddUpToThoseWithAValue() {
    Segment segment = segment(country("Belgium"));
    for (Field field : project.fields().fields()) {
      Contrast contrast = audience.contrast(segment, evaluation(segment), field, SILENT);
      assertEquals(contrast.everyone(), contrast.bins().stream().mapToInt(Contrast.Bin::everyone).sum());
      assertEquals(contrast.members(), contrast.bins().stream().mapToInt(Contrast.Bin::members).sum());
    }
    Contrast ages = audience.contrast(segment, evaluation(segment), field("Age"), SILENT);
    assertEquals(CUSTOMERS - 16, ages.everyone());
  }

  // warnings

  @Test
  void sizesAreWarnedOfAtTheirEdges() {
    assertEquals(List.of("nobody"), ofSize(0, 1_000));
    assertEquals(List.of("too-small"), ofSize(99, 1_000));
    assertEquals(List.of(), ofSize(100, 1_000));
    assertEquals(List.of("too-small"), ofSize(999, 1_000_000));
    assertEquals(List.of(), ofSize(1_000, 1_000_000));
    assertEquals(List.of(), ofSize(800, 1_000));
    assertEquals(List.of("too-broad"), ofSize(801, 1_000));
    assertEquals(List.of("everyone"), ofSize(1_000, 1_000));
  }

  @Test
  void smallCellsAreThoseWhoShareTheirValuesWithTooFew() {
    // cells of postcode and birth date: ten postcodes of 40 customers, cut in two by the parity of the number
    Segment france = segment(new Condition.Not(country("Belgium")));
    AudienceWarning.Identifiable found = (AudienceWarning.Identifiable) warnings(france, null).stream()
        .filter(AudienceWarning.Identifiable.class::isInstance)
        .findFirst()
        .orElse(new AudienceWarning.Identifiable(0, 0, List.of()));
    // 20 odd ones a postcode in France, and 10 even ones: nobody in a cell below 10
    assertEquals(0, found.members());
    Segment belgium = segment(new AllOf(List.of(country("Belgium"), frequencyAtLeast(5))));
    AudienceWarning.Identifiable few = (AudienceWarning.Identifiable) warnings(belgium, null).stream()
        .filter(AudienceWarning.Identifiable.class::isInstance)
        .findFirst()
        .orElseThrow();
    // of ten Belgians a postcode those with c % 12 in 0, 4, 8 and at least 5 orders: 0 and 4
    assertEquals(few.count(), few.members());
    assertEquals(List.of("Postcode", "Birth date"), few.fields().stream().map(Field::name).toList());
  }

  @Test
  void nearlyTheSameSegmentIsNamed() {
    String own = project.save(named("Belgians", country("Belgium")));
    Segment segment = segment(new AllOf(List.of(country("Belgium"), frequencyAtLeast(1))));
    AudienceWarning.Duplicate found = (AudienceWarning.Duplicate) warnings(segment, null).stream()
        .filter(AudienceWarning.Duplicate.class::isInstance)
        .findFirst()
        .orElseThrow();
    assertEquals(new AudienceWarning.Duplicate(own, "Belgians", 100, 100, 100), found);
    assertTrue(warnings(segment, own).stream().noneMatch(AudienceWarning.Duplicate.class::isInstance));
    assertEquals(0.9, new AudienceWarning.Duplicate("s", "x", 90, 100, 90).jaccard());
  }

  @Test
  void oldDataIsStale() {
    assertTrue(warnings(segment(country("Belgium")), null)
        .contains(new AudienceWarning.Stale(LocalDate.of(2025, 12, 15), 67)));
    Segment now = new Segment("", country("Belgium"), new Segment.Reference.Now(), null);
    assertTrue(warnings(now, null).stream().noneMatch(AudienceWarning.Stale.class::isInstance));
  }

  // members

  @Test
  void membersAreSortedByAnyFieldWithMissingOnesLast() {
    Segment segment = segment(new Condition.Everyone());
    for (Field field : project.fields().fields()) {
      for (boolean descending : new boolean[]{false, true}) {
        MemberRows rows = audience.members(segment, evaluation(segment), List.of(field), field, descending,
            Locale.FRANCE, SILENT);
        assertEquals(CUSTOMERS, rows.size());
        assertEquals(CUSTOMERS, IntStream.of(rows.numbers()).distinct().count());
        List<@Nullable Value> values = new ArrayList<>();
        rows.page(0, rows.size()).forEach(row -> values.add(row.values().getFirst()));
        for (int row = 1; row < values.size(); row++) {
          assertTrue(inOrder(values.get(row - 1), values.get(row), descending), field.name() + " " + row);
        }
      }
    }
  }

  @Test
  void textsAreSortedAsTheLanguageDoes() throws IOException {
    Path names = Files.writeString(folder.resolve("names.csv"),
        "Customer,Surname\nC000,Zoé\nC001,Élan\nC002,eau\nC003,Eva\nC004,\nC005,Élan\n");
    project.importFile(names, ImportOptions.FOUND, SILENT);
    Field surname = field("Surname");
    Segment segment = segment(new Condition.TextTest(FieldRef.named("Surname"), TextOperator.IS_ONE_OF,
        List.of("Zoé", "Élan", "eau", "Eva"), false, false));
    MemberRows rows = audience.members(segment, evaluation(segment), List.of(surname), surname, false,
        Locale.FRANCE, SILENT);
    assertEquals(List.of("C002", "C001", "C005", "C003", "C000"),
        rows.page(0, rows.size()).stream().map(MemberRows.Row::key).toList());
    assertEquals(2, rows.find(" C005", SILENT));
    assertEquals(0, rows.find("c00", SILENT));
    assertEquals(-1, rows.find("C004", SILENT));
  }

  @Test
  void keysAreFoundByTheirBeginningTheVeryKeyFirst() {
    assertEquals(List.of("C100", "C101", "C102"), keys("c10", 3));
    assertEquals(List.of("C007"), keys(" C007 ", 3));
    assertEquals(List.of(), keys("x", 3));
  }

  private List<String> keys(String text, int limit) {
    return audience.keys(text, limit, SILENT).stream().map(CustomerKeys.Found::key).toList();
  }

  private static boolean inOrder(@Nullable Value first, @Nullable Value second, boolean descending) {
    if (first == null || second == null) {
      return second == null;
    }
    int compared = switch (first) {
      case Value.OfNumber(var number) -> number.compareTo(((Value.OfNumber) second).number());
      case Value.OfText(var text) -> text.startsWith("C0")
          ? text.compareTo(((Value.OfText) second).text())
          : Collator.getInstance(Locale.FRANCE).compare(text, ((Value.OfText) second).text());
      case Value.OfDate(var day) -> day.compareTo(((Value.OfDate) second).date());
      case Value.OfYesNo(var yes) -> Boolean.compare(yes, ((Value.OfYesNo) second).yes());
      case Value.OfInstant(var instant) -> instant.compareTo(((Value.OfInstant) second).instant());
      case Value.InWords _ -> throw new AssertionError("fields have values");
    };
    return descending ? compared >= 0 : compared <= 0;
  }

  private static List<String> ofSize(int count, int base) {
    List<AudienceWarning> found = new ArrayList<>();
    Warnings.ofSize(count, base, found);
    return found.stream().map(AudienceWarning::id).toList();
  }

  private List<AudienceWarning> warnings(Segment segment, @Nullable String own) {
    return audience.warnings(segment, evaluation(segment), own, SILENT);
  }

  private Need need(Condition rule, String key) {
    SmallestChange change = project.explain(segment(rule), key, SILENT).change();
    assertNotNull(change);
    return change.steps().getFirst().need();
  }

  private Explanation.Presence presence(Segment segment, String key) {
    return project.explain(segment, key, SILENT).rows().getFirst().presence();
  }

  private Portrait portrait(Segment segment) {
    return audience.portrait(segment, evaluation(segment), SILENT);
  }

  private static Distinction distinction(Portrait portrait, String field) {
    return portrait.apart()
        .stream()
        .filter(one -> one.field().name().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private Evaluation evaluation(Segment segment) {
    return project.evaluate(segment, SILENT);
  }

  private Field field(String name) {
    return project.fields().find(FieldRef.named(name)).orElseThrow();
  }

  private static Value number(int n) {
    return new Value.OfNumber(BigDecimal.valueOf(n));
  }

  private static Segment segment(Condition rule) {
    return named("", rule);
  }

  private static Segment named(String name, Condition rule) {
    return new Segment(name, rule, new Segment.Reference.Project(), null);
  }

  private static Condition country(String country) {
    return new Condition.TextTest(FieldRef.named("Country"), TextOperator.EQUALS, List.of(country), false,
        false);
  }

  private static Condition frequencyAtLeast(int n) {
    return new Condition.NumberTest(FieldRef.named("frequency"), NumberOperator.AT_LEAST,
        BigDecimal.valueOf(n), null, false);
  }
}
