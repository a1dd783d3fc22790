package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.split.Split;
import app.parcelle.engine.split.SplitBy;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;

/** Splits and overlaps of segments over 700 customers whose values are missing, broken, or written in several ways. */
class SplitAndOverlapTest {
  private static final int CUSTOMERS = 700;
  private static final List<String> TOWNS = List.of("Paris", "paris", "PÂRIS", "Lyon", "Lille", "Nice", "");
  private static final Texts TEXTS = new Texts(Locale.UK);

  @TempDir
  Path folder;

  private Project project;
  private String everyone;
  private String adults;

  @BeforeEach
  void aShop() throws IOException {
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("America/New_York"));
    project.importFile(Files.writeString(folder.resolve("people.csv"), people(new Random(7))),
        ImportOptions.FOUND.withRoles(java.util.Map.of("id", Role.CUSTOMER_KEY)), JobContext.silent());
    everyone = save("All", new Condition.Everyone());
    adults = save("Adults", age(NumberOperator.AT_LEAST, 18));
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void everySplitPartitionsItsParent() {
    List<SplitBy> splits = new ArrayList<>();
    for (String name : List.of("town", "vip", "age", "spent")) {
      for (int top : List.of(1, 2, 5, 30)) {
        splits.add(new SplitBy.Values(field(name), top));
      }
    }
    for (String name : List.of("age", "spent")) {
      for (int parts : List.of(2, 3, 10)) {
        splits.add(new SplitBy.Quantiles(field(name), parts));
      }
      splits.add(new SplitBy.Bounds(field(name),
          List.of(new BigDecimal("40"), new BigDecimal("18.5"), new BigDecimal("19"), new BigDecimal("20"))));
    }
    for (String name : List.of("joined", "seen")) {
      for (SplitBy.Unit unit : SplitBy.Unit.values()) {
        splits.add(new SplitBy.Calendar(field(name), unit));
      }
    }
    for (SplitBy by : splits) {
      for (String parent : List.of(everyone, adults)) {
        partitions(parent, by);
      }
    }
  }

  private void partitions(String parentId, SplitBy by) {
    Split split = project.split(parentId, by, JobContext.silent());
    long[] whole = members(split.parent());
    assertEquals(Bits.count(whole), split.size(), by.toString());
    assertEquals(split.size(), split.sum(), by + " " + split);
    long[] left = whole.clone();
    List<Segment> children = split.segments(List.of(), TEXTS);
    for (int i = 0; i < children.size(); i++) {
      long[] child = members(children.get(i));
      assertEquals(split.parts().get(i).count(), Bits.count(child), by.toString());
      assertEquals(Bits.count(child), Bits.countBoth(left, child), () -> by + ": somebody is in two parts");
      Bits.andNot(left, child);
    }
    assertEquals(0, Bits.count(left), () -> by + ": somebody is in no part");
  }

  @Test
  void missingAndBrokenValuesAreAPartOfTheirOwn() {
    Split split = project.split(everyone, new SplitBy.Quantiles(field("age"), 4), JobContext.silent());
    assertEquals("not filled in", TEXTS.text(split.parts().getLast().part().name()));
    assertEquals(project.evaluate(segment("", new Condition.Known(ref("age"), Condition.Knowledge.UNKNOWN)),
        JobContext.silent()).count(), split.parts().getLast().count());
    Split known = project.split(adults, new SplitBy.Quantiles(field("age"), 4), JobContext.silent());
    assertFalse(known.parts().stream().anyMatch(p -> TEXTS.text(p.part().name()).equals("not filled in")));
  }

  @Test
  void spellingsOfOneValueAreOnePartAndTheRestIsTogether() {
    Split split = project.split(everyone, new SplitBy.Values(field("town"), 2), JobContext.silent());
    assertEquals(4, split.parts().size());
    assertEquals("paris", Folding.fold(TEXTS.text(split.parts().getFirst().part().name())));
    assertEquals("other values", TEXTS.text(split.parts().get(2).part().name()));
  }

  @Test
  void quantilesHoldAboutEquallyMany() {
    Split split = project.split(everyone, new SplitBy.Quantiles(field("spent"), 4), JobContext.silent());
    assertEquals(4, split.parts().size());
    for (Split.Counted part : split.parts()) {
      assertTrue(Math.abs(part.count() - CUSTOMERS / 4) < 10, split.toString());
    }
  }

  @Test
  void rangesOfWholeNumbersAreSaidWithBothEnds() {
    Split split = project.split(everyone,
        new SplitBy.Bounds(field("age"), List.of(new BigDecimal(18), new BigDecimal(20), new BigDecimal(21))),
        JobContext.silent());
    assertEquals(List.of("under 18", "18 to 19", "20", "21 and more", "not filled in"),
        split.parts().stream().map(p -> TEXTS.text(p.part().name())).toList());
  }

  @Test
  void monthsAreThoseSomebodyHasInOrder() {
    Split split = project.split(everyone, new SplitBy.Calendar(field("joined"), SplitBy.Unit.MONTH),
        JobContext.silent());
    assertEquals("January 2025", TEXTS.text(split.parts().getFirst().part().name()));
    assertEquals("décembre 2026", new Texts(Locale.FRANCE).text(split.parts().getLast().part().name()));
    Split ofYear = project.split(everyone, new SplitBy.Calendar(field("joined"), SplitBy.Unit.MONTH_OF_YEAR),
        JobContext.silent());
    assertEquals(12, ofYear.parts().size());
    assertEquals("March", TEXTS.text(ofYear.parts().get(2).part().name()));
  }

  @Test
  void namesOfPartsAreFree() {
    Split split = project.split(everyone, new SplitBy.Values(field("vip"), 5), JobContext.silent());
    assertEquals(List.of("All · yes 2", "All · no"),
        split.segments(List.of("ALL · YES"), TEXTS).stream().map(Segment::name).toList());
  }

  @Test
  void whatCannotBeSplitSoIsRefused() {
    assertEquals("split.not-so", refused(new SplitBy.Quantiles(field("town"), 4)));
    assertEquals("split.not-so", refused(new SplitBy.Values(field("joined"), 4)));
    assertEquals("split.not-so", refused(new SplitBy.Calendar(field("age"), SplitBy.Unit.YEAR)));
    assertEquals("split.too-many", refused(new SplitBy.Values(field("id"), 100)));
  }

  @Test
  void partsAreSavedInAFolder() {
    Split split = project.split(adults, new SplitBy.Values(field("vip"), 5), JobContext.silent());
    List<String> ids = project.organising().saveParts(adults, split.segments(List.of(), TEXTS), "Adults");
    assertEquals(List.of("Adults · yes", "Adults · no"),
        project.view()
            .segments()
            .stream()
            .map(s -> s.segment().name())
            .filter(n -> n.contains("·"))
            .toList());
    assertTrue(ids.stream().allMatch(id -> project.view().filings().of(id).folder().equals("Adults")));
  }

  @Test
  void aRegionIsWhatItsRuleGives() {
    String vip = save("VIP", new Condition.YesNoTest(ref("vip"),
        app.parcelle.engine.segment.YesNoOperator.IS_YES, false));
    String young = save("Young", age(NumberOperator.LESS, 30));
    SegmentOverlap found = project.overlap(List.of(adults, vip, young), JobContext.silent());
    for (int set = 0; set < 8; set++) {
      long[] members = members(found.region(set, "region"));
      assertArrayEquals(found.region(set), members);
      assertEquals(found.overlap().count(set), Bits.count(members));
    }
  }

  @Test
  void segmentsOfDifferentReferencesAreSeenFromOneDay() {
    Segment now = new Segment("Now", age(NumberOperator.LESS, 30), new Segment.Reference.Now(), null);
    Segment then = new Segment("Then", age(NumberOperator.LESS, 30),
        new Segment.Reference.Fixed(LocalDate.of(2020, 1, 1)), null);
    List<String> ids = List.of(adults, project.save(now), project.save(then));
    assertEquals(new Segment.Reference.Project(), project.overlap(ids, JobContext.silent()).reference());
    assertEquals(new Segment.Reference.Now(),
        project.overlap(ids.subList(1, 3), JobContext.silent()).reference());
  }

  private String refused(SplitBy by) {
    return assertThrows(Problem.class, () -> project.split(everyone, by, JobContext.silent())).message()
        .key();
  }

  private String save(String name, Condition rule) {
    return project.save(segment(name, rule));
  }

  private static Segment segment(String name, Condition rule) {
    return new Segment(name, rule, new Segment.Reference.Project(), null);
  }

  private Condition age(NumberOperator operator, int years) {
    return new Condition.NumberTest(ref("age"), operator, BigDecimal.valueOf(years), null, false);
  }

  private long[] members(Segment segment) {
    Evaluation evaluation = project.evaluate(segment, JobContext.silent());
    return Objects.requireNonNull(evaluation.members());
  }

  private Field field(String name) {
    return project.fields().find(FieldRef.named(name)).orElseThrow();
  }

  private static FieldRef ref(String name) {
    return FieldRef.named(name);
  }

  private static String people(Random random) {
    StringBuilder csv = new StringBuilder("id,town,age,spent,vip,joined,seen\n");
    for (int i = 0; i < CUSTOMERS; i++) {
      String age = i % 11 == 3 ? "" : i % 37 == 5 ? "abc" : String.valueOf(random.nextInt(80));
      String spent = BigDecimal.valueOf(random.nextInt(100_000), 2).toPlainString();
      LocalDate joined = LocalDate.of(2025, 1, 1).plusDays(i * 730L / CUSTOMERS);
      csv.append("C")
          .append(10_000 + i)
          .append(',')
          .append(TOWNS.get(random.nextInt(TOWNS.size())))
          .append(',')
          .append(age)
          .append(',')
          .append(spent)
          .append(',')
          .append(random.nextBoolean() ? "yes" : "no")
          .append(',')
          .append(joined)
          .append(',')
          .append(joined)
          .append('T')
          .append(String.format(Locale.ROOT, "%02d:30:00", random.nextInt(24)))
          .append('\n');
    }
    return csv.toString();
  }
}
