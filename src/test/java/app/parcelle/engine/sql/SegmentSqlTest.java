package app.parcelle.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.evaluate.ProjectDatabase;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.RowRule;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;

class SegmentSqlTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDate TODAY = LocalDate.of(2011, 12, 9);
  private static final String HOSTILE = "x\"; drop table \"\"base; --";
  private static final String LONG = "Ä".repeat(40);

  @TempDir
  private Path folder;

  private Project project;

  @BeforeEach
  void importPeople() throws IOException {
    project = Project.create(folder.resolve("p.parcelle"), PARIS);
    String name = HOSTILE.replace("\"", "\"\"");
    Path people = Files.writeString(folder.resolve("c.csv"), "Client,customer_number,City,Born,\"" + name
        + "\",x folded,X,\"" + LONG + "\",\"" + LONG + "Z\"\n"
        + "C1,7,\"l'Haÿ; --\",1980-02-29,\"it's; \"\"so\"\" \\\",a,b,c,d\n"
        + "C2,8,100%_!,1990-03-01,plain,a,b,c,e\n"
        + "C3,9,Lyon,1990-12-31,,a,b,c,f\n");
    project.importFile(people, ImportOptions.FOUND.withRoles(
        java.util.Map.of("Client", app.parcelle.engine.table.Role.CUSTOMER_KEY)), JobContext.silent());
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Segment segment(String rule) {
    return SegmentJson
        .read("{\"version\": 1, \"name\": \"one\", \"asOf\": \"2011-12-09\", \"rule\": " + rule + "}");
  }

  private String sql(String rule, Dialect dialect) {
    return SegmentSql.of(segment(rule), project.fields(), PARIS, TODAY, dialect);
  }

  private List<String> keys(String rule) throws SQLException {
    try (SqlDatabase database = ProjectDatabase.of(project)) {
      return database.keys(sql(rule, Dialect.H2));
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Test
  void hostileNamesAndValuesSelectWhomTheyMean() throws SQLException {
    String field = "{\"field\": " + quoted(HOSTILE) + ", ";
    assertEquals(List.of("C1"),
        keys(field + "\"op\": \"equals\", \"value\": " + quoted("it's; \"so\" \\") + "}"));
    assertEquals(List.of("C3"), keys(field + "\"op\": \"is unknown\"}"));
    assertEquals(List.of("C1"), keys("{\"field\": \"City\", \"op\": \"equals\", \"value\": \"L'HAY; --\"}"));
    assertEquals(List.of("C2"), keys("{\"field\": \"City\", \"op\": \"contains\", \"value\": \"0%_!\"}"));
    assertEquals(List.of(), keys("{\"field\": \"City\", \"op\": \"contains\", \"value\": \"1%\\u0021\"}"));
  }

  @Test
  void columnsThatAreNamedLikeOursOrTooLongKeepTheirValues() throws SQLException {
    assertEquals(List.of("C2"),
        keys("{\"field\": \"customer_number\", \"op\": \"equals\", \"value\": \"8\"}"));
    assertEquals(List.of("C1", "C2", "C3"),
        keys("{\"field\": \"x folded\", \"op\": \"equals\", \"value\": \"A\"}"));
    assertEquals(List.of("C1", "C2", "C3"), keys("{\"field\": \"X\", \"op\": \"equals\", \"value\": \"B\"}"));
    assertEquals(List.of("C2"), keys("{\"field\": \"" + LONG + "Z\", \"op\": \"equals\", \"value\": \"E\"}"));
  }

  @Test
  void hostileNamesStayNamesInEveryDialect() {
    for (Dialect dialect : Dialect.values()) {
      String sql = sql("{\"field\": " + quoted(HOSTILE) + ", \"op\": \"is known\"}", dialect);
      assertTrue(sql.contains("\"" + HOSTILE.replace("\"", "\"\"") + "\" is not null"), sql);
    }
  }

  @Test
  void daysAreReadableLiterals() {
    String rule = "{\"field\": \"Born\", \"op\": \"between\", \"from\": \"1980-01-01\", \"to\": \"1980-12-31\"}";
    for (Dialect dialect : Dialect.values()) {
      String sql = sql(rule, dialect);
      assertTrue(sql.startsWith("-- As of 2011-12-09, days of Europe/Paris\n"), sql);
      assertTrue(sql.contains(">= date '1980-01-01'"), sql);
      assertTrue(sql.contains("< date '1981-01-01'"), sql);
    }
  }

  /** No server: what Trino writes in its own way is only looked at. */
  @Test
  void trinoHasItsOwnWords() {
    assertTrue(sql("{\"field\": \"Born\", \"op\": \"weekday is\", \"values\": [\"monday\"]}", Dialect.TRINO)
        .contains("day_of_week("));
    String regex = sql("{\"field\": \"City\", \"op\": \"matches\", \"value\": \"^É\"}", Dialect.TRINO);
    assertTrue(regex.contains("regexp_like(\"c\".\"City folded\", '(?i)^E')"), regex);
    assertTrue(regex.contains("-- Regular expressions mean what this database takes them for"), regex);
    assertFalse(regex.contains("create"), regex);
  }

  @Test
  void aFaultIsToldAndNotWritten() {
    assertThrows(Problem.class,
        () -> sql("{\"field\": \"Nobody\", \"op\": \"is known\"}", Dialect.POSTGRES));
  }

  @Test
  void aSegmentWithoutRuleHoldsNobody() throws SQLException {
    assertEquals(List.of(), keys("null"));
  }

  @Test
  void aScriptIsCutWhereItsStatementsEnd() {
    assertEquals(List.of("select 'a;''b'", "select \"c;\"\"d\"", "e"),
        Steps.of("select 'a;''b';\nselect \"c;\"\"d\";e"));
  }

  @Test
  void partsAreSharedByConditionsThatSayTheSame() {
    Condition same = RowRule.parse("City = 'Lyon'",
        java.util.Map.of("City", app.parcelle.engine.table.ColumnType.TEXT));
    Segment twice = new Segment("twice", new Condition.AnyOf(List.of(same, new Condition.Not(same))),
        new Segment.Reference.Fixed(TODAY), null);
    String sql = SegmentSql.of(twice, project.fields(), PARIS, TODAY, Dialect.POSTGRES);
    assertEquals(1, sql.split("\"base\" as", -1).length - 1);
  }

  @Test
  void aFrozenSegmentSelectsWhomItHasKept() throws SQLException {
    String id = project.save(segment("{\"field\": \"City\", \"op\": \"equals\", \"value\": \"Lyon\"}"));
    String snapshot = project.snapshots().freeze(id, JobContext.silent());
    project.save(segment("{\"field\": \"City\", \"op\": \"is known\"}"));
    String in = "{\"segment\": \"one\", \"op\": \"%s\", \"frozen\": \"" + snapshot + "\"}";
    assertEquals(List.of("C3"), keys(in.formatted("in")));
    assertEquals(List.of("C1", "C2"), keys(in.formatted("not in")));
    project.snapshots().remove(snapshot);
    assertThrows(Problem.class, () -> sql(in.formatted("in"), Dialect.H2));
  }
}
