package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * A project of a few rows written by hand. Each table is a text: a line of columns, such as {@code who:key,When:time,Tags:list=;},
 * then its rows.
 */
public final class SmallProject implements AutoCloseable {
  public static final LocalDate TODAY = LocalDate.of(2011, 12, 9);

  private final Path folder;
  private final Path file;
  private Project project;

  private SmallProject(Path folder, Path file, Project project) {
    this.folder = folder;
    this.file = file;
    this.project = project;
  }

  /** Of a folder of its own; its clock stands at noon of {@link #TODAY} in the zone. */
  public static SmallProject in(Path folder, String zone) throws IOException {
    return in(folder, zone, TODAY.atTime(LocalTime.NOON).atZone(ZoneId.of(zone)).toInstant());
  }

  public static SmallProject in(Path parent, String zone, Instant now) throws IOException {
    Path folder = Files.createTempDirectory(parent, "small");
    Path file = folder.resolve("small.parcelle");
    Project.create(file, ZoneId.of(zone)).close();
    return new SmallProject(folder, file, Project.open(file, Clock.fixed(now, ZoneId.of("UTC"))));
  }

  public Project project() {
    return project;
  }

  /** Goes on at another time. */
  public void at(Instant now) {
    project.close();
    project = Project.open(file, Clock.fixed(now, ZoneId.of("UTC")));
  }

  public SmallProject with(String name, String table) throws IOException {
    return with(name, table, null);
  }

  /** @param countsWhen which rows count; null for all */
  public SmallProject with(String name, String table, @Nullable String countsWhen) throws IOException {
    List<String> lines = table.strip().lines().toList();
    List<String> names = new ArrayList<>();
    Map<String, ColumnType> types = new HashMap<>();
    Map<String, Role> roles = new HashMap<>();
    Map<String, Meaning> meanings = new HashMap<>();
    for (String column : lines.getFirst().split(",", -1)) {
      int colon = column.indexOf(':');
      String header = colon < 0 ? column : column.substring(0, colon);
      names.add(header);
      roles.put(header, Role.NONE);
      meanings.put(header, Meaning.NONE);
      describe(header, colon < 0 ? "text" : column.substring(colon + 1), types, roles, meanings);
    }
    List<String> csv = new ArrayList<>(lines);
    csv.set(0, String.join(",", names));
    Path source = Files.write(folder.resolve(name + ".csv"), csv);
    project.importFile(source, ImportOptions.FOUND.withTable(name)
        .withText(TextOptions.FOUND.withDelimiter(",")
            .withQuote('"')
            .withEncoding(StandardCharsets.UTF_8)
            .withHeaderRows(1))
        .withTypes(types)
        .withRoles(roles)
        .withMeanings(meanings)
        .withCountsWhen(countsWhen), JobContext.silent());
    return this;
  }

  private static void describe(String column, String what, Map<String, ColumnType> types,
      Map<String, Role> roles, Map<String, Meaning> meanings) {
    switch (what) {
      case "key", "order", "lookup" -> types.put(column, ColumnType.IDENTIFIER);
      case "time" -> types.put(column, ColumnType.DATE_TIME);
      case "day" -> types.put(column, ColumnType.DATE);
      case "amount", "latitude", "longitude" -> types.put(column, ColumnType.DECIMAL);
      case "consent" -> types.put(column, ColumnType.YES_NO);
      case "coordinates" -> types.put(column, ColumnType.TEXT);
      default -> types.put(column, what.startsWith("list=")
          ? ColumnType.TEXT
          : ColumnType.valueOf(what.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
    }
    switch (what) {
      case "key" -> roles.put(column, Role.CUSTOMER_KEY);
      case "order" -> roles.put(column, Role.ORDER_KEY);
      case "lookup" -> roles.put(column, Role.LOOKUP_KEY);
      case "time", "day" -> roles.put(column, Role.EVENT_TIME);
      case "amount" -> roles.put(column, Role.AMOUNT);
      case "consent" -> roles.put(column, Role.CONSENT);
      case "latitude" -> meanings.put(column, Meaning.of(Meaning.Kind.LATITUDE));
      case "longitude" -> meanings.put(column, Meaning.of(Meaning.Kind.LONGITUDE));
      case "coordinates" -> meanings.put(column, Meaning.of(Meaning.Kind.COORDINATES));
      default -> {
        if (what.startsWith("list=")) {
          meanings.put(column, new Meaning(Meaning.Kind.LIST, what.substring(5)));
        }
      }
    }
  }

  /** A segment as of {@link #TODAY} of a condition in JSON, in which quotes may be single. */
  public static Segment segment(String condition) {
    return segment(condition, "2011-12-09");
  }

  public static Segment segment(String condition, String asOf) {
    return named("small", condition, asOf);
  }

  public static Segment named(String name, String condition, String asOf) {
    return SegmentJson.read("{\"version\": %d, \"name\": \"%s\", \"asOf\": \"%s\", \"rule\": %s}"
        .formatted(SegmentJson.VERSION, name, asOf, condition.replace('\'', '"')));
  }

  /** The same with days of another zone. */
  public static Segment segment(String condition, String asOf, String zone) {
    Segment segment = segment(condition, asOf);
    return new Segment(segment.name(), segment.rule(), segment.reference(), ZoneId.of(zone));
  }

  /** Who is in, by key, with spaces between; also asserts that its negation holds exactly the others. */
  public String who(String condition) {
    return who(segment(condition));
  }

  public String who(Segment segment) {
    Set<String> in = members(segment);
    Set<String> out = members(
        new Segment(segment.name(), new Condition.Not(segment.rule()), segment.reference(),
            segment.zone()));
    if (segment.limit() == null) {
      Set<String> both = new TreeSet<>(in);
      both.addAll(out);
      assertEquals(base(segment), both, "in and out are all");
      assertEquals(both.size(), in.size() + out.size(), "nobody is in and out");
    }
    return in.isEmpty() ? "-" : String.join(" ", in);
  }

  /** How many customers have no value for it, and how many of these an invalid one: {@code 3/1}. */
  public String missing(String condition) {
    Evaluation.Row row = evaluate(segment(condition)).rows().getFirst();
    return row.missing() + "/" + row.invalid();
  }

  public Evaluation evaluate(Segment segment) {
    return project.evaluate(segment, JobContext.silent());
  }

  private Set<String> base(Segment segment) {
    return members(new Segment("all", new Condition.Everyone(), segment.reference(), segment.zone()));
  }

  private Set<String> members(Segment segment) {
    Evaluation evaluation = evaluate(segment);
    evaluation.rows().forEach(row -> assertEquals(null, row.error(), row.path()));
    long[] members = evaluation.members();
    Dictionary customers = project.data().customers();
    Set<String> keys = new TreeSet<>();
    for (int i = 0; i < customers.size(); i++) {
      if (members != null && Bits.get(members, i)) {
        keys.add(customers.text(i));
      }
    }
    assertEquals(evaluation.count(), keys.size());
    return keys;
  }

  @Override
  public void close() {
    project.close();
  }
}
