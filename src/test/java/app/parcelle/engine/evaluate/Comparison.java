package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.naive.NaiveModel;
import app.parcelle.engine.evaluate.naive.NaiveWorld;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentPaths;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dictionary;

/** Puts what the evaluator says of a segment beside what the naive model says. */
final class Comparison {
  private final NaiveModel model;
  private final Segment segment;

  Comparison(NaiveWorld world, Segment segment) {
    this.model = new NaiveModel(world, segment);
    this.segment = segment;
  }

  /** The first thing on which they differ; empty where they agree on everything. */
  Optional<String> difference(Evaluation evaluation, Dictionary customers) {
    List<String> differences = new ArrayList<>();
    differ(differences, "", "as of", model.today(), evaluation.asOf());
    differ(differences, "", "base", model.base().size(), evaluation.base());
    Set<String> members = model.meeting(segment.rule());
    differ(differences, "", "members", members, keys(evaluation.members(), customers));
    differ(differences, "", "count", members.size(), evaluation.count());
    rows(evaluation, differences);
    return differences.stream().findFirst();
  }

  private void rows(Evaluation evaluation, List<String> differences) {
    List<SegmentPaths.Row> rows = SegmentPaths.rows(segment.rule());
    differ(differences, "", "rows", rows.stream().map(SegmentPaths.Row::path).toList(),
        evaluation.rows().stream().map(Evaluation.Row::path).toList());
    if (!differences.isEmpty()) {
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      SegmentPaths.Row expected = rows.get(i);
      Evaluation.Row row = evaluation.rows().get(i);
      String path = expected.path();
      if (row.error() != null) {
        differences.add(path + ": " + row.error());
      }
      differ(differences, path, "alone", model.meeting(expected.condition()).size(), row.alone());
      differ(differences, path, "cumulative", model.meeting(upTo(path, expected.condition())).size(),
          row.cumulative());
      model.missing(expected.condition())
          .ifPresent(n -> differ(differences, path, "missing", n, row.missing()));
      model.invalid(expected.condition())
          .ifPresent(n -> differ(differences, path, "invalid", n, row.invalid()));
    }
  }

  /** The condition and its earlier siblings under their parent's rule. */
  private Condition upTo(String path, Condition condition) {
    int slash = path.lastIndexOf('/');
    String group = path.substring(0, slash);
    String parentPath = path.endsWith("/not")
        ? group
        : group.substring(0, Math.max(0, group.lastIndexOf('/')));
    Condition parent = SegmentPaths.rows(segment.rule())
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

  private static @Nullable Set<String> keys(long @Nullable [] members, Dictionary customers) {
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

  private static void differ(List<String> differences, String path, String what, Object expected,
      @Nullable Object found) {
    if (!expected.equals(found)) {
      differences.add(path + " " + what + ": expected " + expected + " but was " + found);
    }
  }
}
