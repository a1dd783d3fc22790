package app.parcelle.journey;

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
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import app.parcelle.cli.Ran;
import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.operators.SmallProject;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;

/** Twenty ways in which such tools have failed their users, by the numbers they have in the description of the product. */
class TwentyFailuresTest {
  private static final String PARIS = "Europe/Paris";

  @TempDir
  private Path folder;

  /** e has no city; n is from the town of Null. */
  private SmallProject customers() throws IOException {
    return SmallProject.in(folder, PARIS).with("Customers", """
        who:key,City:text,Score:whole,Tags:list=;
        a,Lyon,9,first
        b,Paris,10,First (1);vip
        e,,,
        n,"null",2,vip
        """);
  }

  @Test
  void failure01IsNotDropsCustomersWhoseValueIsMissing() throws IOException {
    try (SmallProject small = customers()) {
      assertEquals("b e n", small.who("{'field': 'City', 'op': 'not equals', 'value': 'Lyon'}"));
      assertEquals("1/0", small.missing("{'field': 'City', 'op': 'not equals', 'value': 'Lyon'}"));
    }
  }

  @Test
  void failure02NotOneOfDropsThemToo() throws IOException {
    try (SmallProject small = customers()) {
      assertEquals("e n", small.who("{'field': 'City', 'op': 'is none of', 'values': ['Lyon', 'Paris']}"));
    }
  }

  @Test
  void failure03IsSetIncludesNullOrTheTextNull() throws IOException {
    Path csv = Files.writeString(folder.resolve("people.csv"),
        "who,City\na,Lyon\nb,null\nc,\nd,NULL\ne,\"null\"\n");
    try (Project project = Project.create(folder.resolve("people.parcelle"), ZoneId.of(PARIS))) {
      project.importFile(csv, ImportOptions.FOUND.withRoles(Map.of("who", Role.CUSTOMER_KEY)),
          JobContext.silent());
      // a text that somebody put in quotes is a text
      assertEquals(2, count(project, "{'field': 'City', 'op': 'is known'}"));
      assertEquals(3, count(project, "{'field': 'City', 'op': 'is unknown'}"));
    }
  }

  @Test
  void failure04NotInASegmentBehavesAsInIt() throws IOException {
    try (SmallProject small = customers()) {
      small.project()
          .save(SmallProject.named("VIP", "{'list': 'Tags', 'op': 'any of', 'values': ['vip']}", "now"));
      assertEquals("b n", small.who("{'segment': 'VIP', 'op': 'in'}"));
      assertEquals("a e", small.who("{'segment': 'VIP', 'op': 'not in'}"));
    }
  }

  @Test
  void failure05NumbersAreComparedAsTexts() throws IOException {
    try (SmallProject small = customers()) {
      assertEquals("a n", small.who("{'field': 'Score', 'op': '<', 'value': 10}"));
      assertEquals("b", small.who("{'rank': 'Score', 'end': 'top', 'n': 1, 'unit': 'customers'}"));
    }
  }

  @Test
  void failure06ARelativeDateIsOffByADayNearMidnightInAnotherZone() throws IOException {
    // 23:30 of 9 December in New York is 05:30 of the 10th in Paris
    try (SmallProject small = SmallProject
        .in(folder, "America/New_York", Instant.parse("2011-12-10T04:30:00Z"))
        .with("Customers", """
            who:key,Seen:date-time
            a,2011-12-07 23:59:59
            b,2011-12-08 00:00:00
            c,2011-12-08 23:59:59
            d,2011-12-09 00:00:00
            """)) {
      assertEquals("b c", small.who(SmallProject.segment(
          "{'field': 'Seen', 'op': 'in the last', 'n': 1, 'unit': 'days'}", "now")));
    }
  }

  @Test
  void failure07TheLastDayOfARangeIsCutOff() throws IOException {
    try (SmallProject small = SmallProject.in(folder, PARIS).with("Customers", """
        who:key,Seen:date-time
        a,2011-12-01 00:00:00
        b,2011-12-08 23:59:59
        c,2011-12-09 00:00:00
        """)) {
      assertEquals("a b", small.who(
          "{'field': 'Seen', 'op': 'between', 'from': '2011-12-01', 'to': '2011-12-08'}"));
    }
  }

  @Test
  void failure08AnEventInTheFutureIsRecent() throws IOException {
    try (SmallProject small = SmallProject.in(folder, PARIS)
        .with("Customers", "who:key\na\nb\n")
        .with("Orders", """
            who:key,When:time
            a,2011-12-09 23:59:59
            b,2011-12-10 00:00:00
            """)) {
      assertEquals("a", small.who("{'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, "
          + "'window': {'last': 30, 'unit': 'days', 'includingToday': true}}"));
      assertEquals("a",
          small.who("{'events': 'Orders', 'measure': 'daysSinceLast', 'op': '<=', 'value': 30}"));
      assertEquals("b", small.who("{'never': 'Orders'}"));
    }
  }

  @Test
  void failure09AWindowWithoutYearFailsInLeapYearsOrAcrossNewYear() throws IOException {
    try (SmallProject small = SmallProject.in(folder, PARIS).with("Customers", """
        who:key,Born:date
        a,1984-12-31
        b,1985-01-01
        c,1984-02-29
        """)) {
      assertEquals("a b",
          small.who("{'field': 'Born', 'op': 'anniversary between', 'from': '12-25', 'to': '01-05'}"));
      String tomorrow = "{'field': 'Born', 'op': 'anniversary in the next', 'days': 2}";
      assertEquals("c", small.who(SmallProject.segment(tomorrow, "2011-02-27")));
      assertEquals("c", small.who(SmallProject.segment(tomorrow, "2012-02-28")));
      assertEquals("a b", small.who(SmallProject.segment(tomorrow, "2011-12-31")));
    }
  }

  @Test
  void failure10OrAndAndAreReadAnotherWayThanTheScreenShows() throws IOException {
    try (SmallProject small = customers()) {
      String lyon = "{'field': 'City', 'op': 'equals', 'value': 'Lyon'}";
      String paris = "{'field': 'City', 'op': 'equals', 'value': 'Paris'}";
      String vip = "{'list': 'Tags', 'op': 'any of', 'values': ['vip']}";
      assertEquals("b", small.who("{'all': [{'any': [%s, %s]}, %s]}".formatted(lyon, paris, vip)));
      assertEquals("a b", small.who("{'any': [%s, {'all': [%s, %s]}]}".formatted(lyon, paris, vip)));
    }
  }

  @Test
  void failure11ADiamondIsRefusedAsACircleOrACircleHangs() throws IOException {
    try (SmallProject small = customers()) {
      small.project().save(SmallProject.named("A", "{'field': 'City', 'op': 'is known'}", "now"));
      small.project().save(SmallProject.named("B", "{'segment': 'A', 'op': 'in'}", "now"));
      small.project().save(SmallProject.named("C", "{'segment': 'A', 'op': 'in'}", "now"));
      assertEquals("a b n",
          small.who("{'all': [{'segment': 'B', 'op': 'in'}, {'segment': 'C', 'op': 'in'}]}"));
      Segment circle = SmallProject.named("A", "{'segment': 'B', 'op': 'in'}", "now");
      assertEquals("segment.fault.circle",
          assertThrows(Problem.class, () -> small.project().save(circle)).message().key());
      assertEquals("a b n", small.who("{'segment': 'B', 'op': 'in'}"));
    }
  }

  @Test
  void failure12WithADeletedReferenceTheConditionVanishesAndEveryoneEnters() throws IOException {
    try (SmallProject small = customers()) {
      String id = small.project()
          .save(SmallProject.named("A", "{'field': 'City', 'op': 'equals', 'value': 'Lyon'}", "now"));
      small.project()
          .save(SmallProject.named("B",
              "{'all': [{'segment': 'A', 'op': 'in'}, {'field': 'Score', 'op': 'is known'}]}", "now"));
      small.project().removeSegment(id);
      Evaluation evaluation = small.evaluate(small.project().view().segments().getFirst().segment());
      assertNull(evaluation.members());
      assertEquals(-1, evaluation.count());
      assertNotNull(evaluation.rows().get(1).error());
      assertTrue(evaluation.rows().get(1).error().args().contains("A"));
      assertEquals(3, evaluation.rows().get(2).alone());
    }
  }

  @Test
  void failure13AnyOfActsAsAllOfAndAValueIsReadAsAnExpression() throws IOException {
    try (SmallProject small = customers()) {
      assertEquals("b n", small.who("{'list': 'Tags', 'op': 'any of', 'values': ['First (1)', 'vip']}"));
      assertEquals("b", small.who("{'list': 'Tags', 'op': 'all of', 'values': ['First (1)', 'vip']}"));
      assertEquals("b", small.who("{'list': 'Tags', 'op': 'any of', 'values': ['First (1)']}"));
      assertEquals("-", small.who("{'field': 'City', 'op': 'contains', 'value': '.'}"));
    }
  }

  @Test
  void failure14ARemovedRuleLeavesOldMembersBehind() throws IOException {
    try (SmallProject small = customers()) {
      small.project()
          .save(SmallProject.named("A", "{'any': [{'field': 'City', 'op': 'equals', 'value': 'Lyon'}, "
              + "{'field': 'City', 'op': 'equals', 'value': 'Paris'}]}", "now"));
      assertEquals("a b", small.who("{'segment': 'A', 'op': 'in'}"));
      small.project()
          .save(SmallProject.named("A", "{'any': [{'field': 'City', 'op': 'equals', 'value': 'Lyon'}]}",
              "now"));
      assertEquals("a", small.who("{'segment': 'A', 'op': 'in'}"));
      small.project().undo();
      assertEquals("a b", small.who("{'segment': 'A', 'op': 'in'}"));
    }
  }

  @Test
  void failure15ABadExpressionSilentlyMatchesNobody() throws IOException {
    try (SmallProject small = customers()) {
      for (String operator : List.of("matches", "does not match")) {
        Evaluation evaluation = small.evaluate(SmallProject.segment(
            "{'field': 'City', 'op': '%s', 'value': '(Lyon'}".formatted(operator)));
        assertEquals(-1, evaluation.count());
        assertEquals(-1, evaluation.rows().getFirst().alone());
        assertNotNull(evaluation.rows().getFirst().error());
        assertEquals("segment.fault.regex", evaluation.rows().getFirst().error().key());
      }
    }
  }

  @Test
  void failure16AnExportForgetsDoNotContactSoThatTheReimportSubscribesAgain() throws IOException {
    Path project = folder.resolve("letters.parcelle");
    Path csv = Files.writeString(folder.resolve("letters.csv"), "customer_id,consent\nC1,yes\nC2,no\nC3,\n");
    Ran.answer("import", "--project", project, "--zone", PARIS, "--role", "customer_id=customer-key",
        "--role",
        "consent=consent", csv);
    save(project, "All", "{'everyone': true}");
    Path workbook = folder.resolve("letters.xlsx");
    Ran.answer("export", "--project", project, "--segment", "All", "--to", workbook);
    Path again = folder.resolve("again.parcelle");
    Ran.answer("import", "--project", again, "--zone", PARIS, "--role", "customer_id=customer-key", "--role",
        "consent=consent", "--part", "List", workbook);
    try (Project open = Project.open(again)) {
      assertEquals(1, count(open, "{'field': 'consent', 'op': 'is no'}"));
      assertEquals(1, count(open, "{'field': 'consent', 'op': 'is yes'}"));
      assertEquals(1, count(open, "{'field': 'consent', 'op': 'is unknown'}"));
      assertEquals(1, evaluate(open, "{'everyone': true}").reachable().orElseThrow());
    }
  }

  @Test
  void failure17AFileLoadsInPartWithoutSayingWhy() throws IOException {
    Path csv = Files.writeString(folder.resolve("broken.csv"),
        "who,amount\na,1\nb,2,3,4\nc,many\nd,4\ne\nf,6\n");
    try (Project project = Project.create(folder.resolve("broken.parcelle"), ZoneId.of(PARIS))) {
      ImportReport report = project.importFile(csv, ImportOptions.FOUND, JobContext.silent());
      assertEquals(6, report.rowsRead());
      assertEquals(4, report.rowsStored());
      assertEquals(2, report.rowsRejected());
      assertEquals(List.of(3L, 6L), report.rejects().stream().map(TableDraft.Reject::line).toList());
      report.rejects().forEach(reject -> assertNotNull(reject.reason()));
    }
  }

  @Test
  void failure18LeadingZerosAreLost() throws IOException {
    Path csv = Files.writeString(folder.resolve("zeros.csv"),
        "customer_id,postal_code\n00017,01000\n00018,75001\n00019,06000\n");
    Path project = folder.resolve("zeros.parcelle");
    Ran.answer("import", "--project", project, "--zone", PARIS, "--role", "customer_id=customer-key", csv);
    save(project, "Bourg", "{'field': 'postal_code', 'op': 'equals', 'value': '01000'}");
    Path members = folder.resolve("members.csv");
    assertEquals(1, Ran.answer("segment", "--project", project, "--name", "Bourg", "--members", members)
        .get("count")
        .asInt());
    assertTrue(Files.readString(members).contains("00017"));
    try (Project open = Project.open(project)) {
      assertEquals(0, count(open, "{'field': 'postal_code', 'op': 'equals', 'value': '1000'}"));
    }
  }

  @Test
  void failure19NineTenthsBecomeNineHundredUnderAnotherLocale() throws IOException {
    for (String text : List.of("who;amount\na;0,9\nb;1,25\nc;12,5\n",
        "who,amount\na,0.9\nb,1.25\nc,12.5\n")) {
      Path csv = Files.writeString(folder.resolve("amounts.csv"), text);
      Path file = Files.createTempDirectory(folder, "amounts").resolve("amounts.parcelle");
      try (Project project = Project.create(file, ZoneId.of(PARIS))) {
        project.importFile(csv, ImportOptions.FOUND.withRoles(Map.of("who", Role.CUSTOMER_KEY)),
            JobContext.silent());
        assertEquals(1, count(project, "{'field': 'amount', 'op': '=', 'value': 0.9}"));
        assertEquals(1, count(project, "{'field': 'amount', 'op': '=', 'value': 12.5}"));
        assertEquals(0, count(project, "{'field': 'amount', 'op': '>', 'value': %s}"
            .formatted(new BigDecimal("12.5"))));
      }
    }
  }

  @Test
  void failure20ExcelCutsWithoutAWord() throws IOException {
    Path project = folder.resolve("long.parcelle");
    Path csv = Files.writeString(folder.resolve("long.csv"),
        "customer_id,remark\nC1,%s\nC2,short\n".formatted("x".repeat(40_000)));
    Ran.answer("import", "--project", project, "--zone", PARIS, "--role", "customer_id=customer-key", csv);
    save(project, "All", "{'everyone': true}");
    JsonNode told = Ran.answer("export", "--project", project, "--segment", "All", "--to",
        folder.resolve("long.xlsx")).get("notes");
    assertFalse(told.isEmpty());
  }

  private static void save(Path project, String name, String condition) {
    try (Project open = Project.open(project)) {
      open.save(SmallProject.named(name, condition, "project"));
    }
  }

  private static int count(Project project, String condition) {
    return evaluate(project, condition).count();
  }

  private static Evaluation evaluate(Project project, String condition) {
    return project.evaluate(SegmentJson.read("{\"version\": %d, \"name\": \"n\", \"rule\": %s}"
        .formatted(SegmentJson.VERSION, condition.replace('\'', '"'))), JobContext.silent());
  }
}
