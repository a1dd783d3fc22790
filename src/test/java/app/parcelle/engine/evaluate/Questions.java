package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/** A project of tables that a test writes down, and who of its customers meets a condition, by key. */
final class Questions implements AutoCloseable {
  static final JobContext JOB = JobContext.silent();
  static final LocalDate TODAY = LocalDate.of(2024, 6, 30);
  static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);

  final Project project;
  final Results results = new Results(1 << 24);
  private final Path folder;

  Questions(Path folder) {
    this.folder = folder;
    this.project = Project.create(folder.resolve("asked"), ZoneId.of("Europe/Paris"));
  }

  /** Imports a table; cells divided by bars, the first line the names, every column of a type that is told. */
  void add(String name, Map<String, ColumnType> types, Map<String, Role> roles,
      Map<String, Meaning> meanings, List<String> lines) {
    try {
      Path file = Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines) + "\n");
      project.importFrom(Sources.file(file), ImportOptions.FOUND.withTable(name)
          .withText(
              TextOptions.FOUND.withDelimiter("|").withEncoding(StandardCharsets.UTF_8).withHeaderRows(1))
          .withTypes(types)
          .withRoles(roles)
          .withMeanings(meanings), JOB);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Evaluator evaluator() {
    return evaluator(Fields.Kept.NOTHING, Holdings.NONE);
  }

  Evaluator evaluator(Fields.Kept kept, Holdings holdings) {
    return new Evaluator(project.data(), new Fields(project.data().tables(), List.of(), kept), holdings,
        results,
        CLOCK);
  }

  AsOf asOf() {
    return new AsOf(TODAY, project.data().zone());
  }

  Set<String> base() {
    return keys(evaluator().base(asOf(), JOB));
  }

  /** The keys of those of the base who meet a condition; all others of the base meet its negation. */
  Set<String> meeting(Condition condition) {
    return meeting(condition, evaluator());
  }

  Set<String> meeting(Condition condition, Evaluator evaluator) {
    long[] base = evaluator.base(asOf(), JOB);
    Counting counting = new Counting(base, Map.of(), c -> evaluator.leaf(c, asOf(), List.of(), JOB));
    Set<String> in = keys(met(counting, condition));
    Set<String> out = keys(met(counting, new Condition.Not(condition)));
    Set<String> both = new TreeSet<>(in);
    both.addAll(out);
    assertEquals(keys(base), both);
    assertEquals(both.size(), in.size() + out.size());
    return in;
  }

  private static long[] met(Counting counting, Condition condition) {
    long[] met = counting.tree(condition).met();
    if (met == null) {
      throw new AssertionError(condition.toString());
    }
    return met;
  }

  Set<String> missing(Condition condition) {
    long[] missing = evaluator().leaf(condition, asOf(), List.of(), JOB).missing();
    return missing == null ? Set.of() : keys(Bits.both(missing, evaluator().base(asOf(), JOB)));
  }

  Set<String> kept(Condition rule, Limit limit) {
    Evaluator evaluator = evaluator();
    Counting counting = new Counting(evaluator.base(asOf(), JOB), Map.of(),
        c -> evaluator.leaf(c, asOf(), List.of(), JOB));
    return keys(evaluator.limited(met(counting, rule), limit, asOf(), JOB));
  }

  /** What "why" shows of a customer: the message's key and arguments, or the value; null where there is none. */
  @Nullable
  Object shown(Condition condition, String key) {
    return shown(condition, key, evaluator());
  }

  @Nullable
  Object shown(Condition condition, String key, Evaluator evaluator) {
    Segment segment = new Segment("s", condition, new Segment.Reference.Fixed(TODAY), null);
    int customer = number(key);
    Value value = evaluator.value(condition, segment, customer, JOB);
    return value instanceof Value.InWords(Message words) ? words : value;
  }

  int number(String key) {
    Dictionary customers = project.data().customers();
    for (int c = 0; c < customers.size(); c++) {
      if (customers.text(c).equals(key)) {
        return c;
      }
    }
    throw new AssertionError(key);
  }

  Set<String> keys(long[] bits) {
    Set<String> keys = new TreeSet<>();
    Dictionary customers = project.data().customers();
    for (int c = 0; c < customers.size(); c++) {
      if (Bits.get(bits, c)) {
        keys.add(customers.text(c));
      }
    }
    return keys;
  }

  @Override
  public void close() {
    project.close();
  }
}
