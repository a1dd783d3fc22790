package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.naive.NaiveModel;
import app.parcelle.engine.evaluate.naive.NaiveWorld;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentPaths;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dictionary;

/** Puts what the evaluator says of a segment beside what the naive model says. */
final class Comparison {
  private final NaiveModel model;
  private final Condition rule;
  private final Dictionary customers;
  private final List<String> differences = new ArrayList<>();

  private Comparison(NaiveWorld world, Project project, Segment segment) {
    this.model = new NaiveModel(world, segment);
    this.rule = Objects.requireNonNull(segment.rule());
    this.customers = project.data().customers();
  }

  /**
   * The first thing on which they differ, in the counts or in the explanations of two customers; empty where they agree on
   * everything.
   *
   * @param customer says which ones: one of the directory and one of the base
   */
  static Optional<String> difference(NaiveWorld world, Project project, Segment segment, int customer) {
    Comparison comparison = new Comparison(world, project, segment);
    comparison.evaluation(project.evaluate(segment, JobContext.silent()));
    List<String> base = comparison.model.base().stream().sorted().toList();
    for (String key : List.of(comparison.customers.text(customer % comparison.customers.size()),
        base.get(customer % base.size()))) {
      comparison.explanation(project.explain(segment, key, JobContext.silent()), key);
    }
    return comparison.differences.stream().findFirst();
  }

  /** The first field and customer on whose value they differ, as of a reference. */
  static Optional<String> difference(NaiveWorld world, Project project, Segment.Reference reference) {
    Comparison comparison = new Comparison(world, project,
        new Segment("fields", new Condition.Everyone(), reference, null));
    for (Field field : project.fields().fields()) {
      comparison.field(project.column(field, reference, JobContext.silent()));
    }
    return comparison.differences.stream().findFirst();
  }

  private void field(FieldColumn column) {
    String name = column.field().name();
    for (int i = 0; i < customers.size(); i++) {
      String customer = customers.text(i);
      // those who have nothing yet are looked at here and there
      if (i % 50 == 0 || model.base().contains(customer)) {
        differ(name, "of " + customer, plain(model.value(name, customer)), plain(column.at(i)));
        differ(name, "invalid of " + customer, model.invalid(name, customer), Bits.get(column.invalid(), i));
      }
    }
  }

  private void evaluation(Evaluation evaluation) {
    differ("", "as of", model.today(), evaluation.asOf());
    differ("", "base", model.base().size(), evaluation.base());
    Set<String> members = model.members();
    differ("", "count", members.size(), evaluation.count());
    differ("", "members", new TreeSet<>(members), keys(evaluation.members()));
    List<SegmentPaths.Row> rows = SegmentPaths.rows(rule);
    differ("", "rows", rows.stream().map(SegmentPaths.Row::path).toList(),
        evaluation.rows().stream().map(Evaluation.Row::path).toList());
    for (int i = 0; i < rows.size() && differences.isEmpty(); i++) {
      row(rows.get(i), evaluation.rows().get(i));
    }
  }

  private void row(SegmentPaths.Row node, Evaluation.Row row) {
    String path = node.path();
    Condition condition = node.condition();
    differ(path, "error", null, row.error());
    differ(path, "alone", model.meeting(condition).size(), row.alone());
    differ(path, "cumulative", model.meeting(upTo(path, condition)).size(), row.cumulative());
    differ(path, "lost", model.lost(rule, path), row.lost());
    differ(path, "missing", model.missing(condition), row.missing());
    differ(path, "invalid", model.invalid(condition), row.invalid());
  }

  /** The condition and its earlier siblings under their parent's rule. */
  private Condition upTo(String path, Condition condition) {
    int slash = path.lastIndexOf('/');
    String group = path.substring(0, slash);
    String parentPath = path.endsWith("/not")
        ? group
        : group.substring(0, Math.max(0, group.lastIndexOf('/')));
    Condition parent = SegmentPaths.rows(rule)
        .stream()
        .filter(r -> r.path().equals(parentPath))
        .map(SegmentPaths.Row::condition)
        .findFirst()
        .orElse(null);
    return switch (parent) {
      case AllOf(var children) -> new AllOf(children.subList(0, index(path, slash) + 1));
      case AnyOf(var children) -> new AnyOf(children.subList(0, index(path, slash) + 1));
      case Not(var child) -> new Not(child);
      case null, default -> condition;
    };
  }

  private static int index(String path, int slash) {
    return Integer.parseInt(path.substring(slash + 1));
  }

  private @Nullable Set<String> keys(long @Nullable [] members) {
    if (members == null) {
      return null;
    }
    Set<String> keys = new TreeSet<>();
    for (int i = 0; i < customers.size(); i++) {
      if (Bits.get(members, i)) {
        keys.add(customers.text(i));
      }
    }
    return keys;
  }

  private void explanation(Explanation explanation, String customer) {
    boolean known = model.base().contains(customer);
    String of = " of " + customer;
    differ("", "key", customer, explanation.key());
    differ("", "known" + of, known, explanation.known());
    differ("", "member" + of, known && model.members().contains(customer), explanation.member());
    List<SegmentPaths.Row> rows = SegmentPaths.rows(rule);
    differ("", "rows" + of, rows.stream().map(SegmentPaths.Row::path).toList(),
        explanation.rows().stream().map(Explanation.Row::path).toList());
    for (int i = 0; i < rows.size() && differences.isEmpty(); i++) {
      Condition condition = rows.get(i).condition();
      Explanation.Row row = explanation.rows().get(i);
      differ(row.path(), "met" + of, known && model.meets(condition, customer), row.met());
      if (showsValue(condition)) {
        differ(row.path(), "value" + of, plain(model.value(condition, customer)), plain(row.value()));
      }
    }
  }

  /** What others show is in words. */
  private static boolean showsValue(Condition condition) {
    return switch (condition) {
      case Condition.EventTest test -> test.measure() != Measure.AVERAGE;
      case Condition.Known _ -> true;
      case Condition.TextTest _ -> true;
      case Condition.NumberTest _ -> true;
      case Condition.YesNoTest _ -> true;
      case Condition.DateTest _ -> true;
      case Condition.Never _ -> true;
      case Condition.InCluster _ -> true;
      default -> false;
    };
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Value.OfText(String text) -> text;
      case Value.OfNumber(BigDecimal number) -> number.stripTrailingZeros();
      case BigDecimal number -> number.stripTrailingZeros();
      case Value.OfYesNo(boolean yes) -> yes;
      case Value.OfDate(var date) -> date;
      case Value.OfInstant(var instant) -> instant;
      case null, default -> value;
    };
  }

  private void differ(String path, String what, @Nullable Object expected, @Nullable Object found) {
    if (!Objects.equals(expected, found)) {
      differences.add(path + " " + what + ": expected " + expected + " but was " + found);
    }
  }
}
