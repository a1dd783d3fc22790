package app.parcelle.engine.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Fault;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentCheck;
import app.parcelle.engine.segment.SegmentPaths;
import app.parcelle.engine.table.Bits;

/** One evaluation of one segment, seen from a day. */
final class Evaluating {
  private final Evaluator evaluator;
  private final FieldCatalog fields;
  private final AsOf asOf;
  private final List<FieldCatalog.Saved> within;
  private final JobContext job;

  /** @param within the saved segments whose evaluation asks, the outermost first */
  Evaluating(Evaluator evaluator, FieldCatalog fields, AsOf asOf, List<FieldCatalog.Saved> within,
      JobContext job) {
    this.evaluator = evaluator;
    this.fields = fields;
    this.asOf = asOf;
    this.within = within;
    this.job = job;
  }

  Evaluation evaluate(Segment segment) {
    long[] base = evaluator.base(asOf, job);
    int size = Bits.count(base);
    Condition rule = segment.rule();
    if (rule == null) {
      return result(new long[base.length], 0, size, List.of());
    }
    Map<String, Message> faulty = faults(segment);
    Counting counts = new Counting(base, faulty, this::leaf);
    Counting.Node root = counts.tree(rule);
    List<Evaluation.Row> rows = counts.rows(root);
    Message beyond = faulty.get(LIMIT);
    if (root.met() == null || beyond != null) {
      return result(null, 0, size, rows);
    }
    long[] members = kept(segment, root.met());
    return result(members, Bits.count(root.met()) - Bits.count(members), size, rows);
  }

  /** Where faults of a limit stand in a segment's document. */
  private static final String LIMIT = "/limit";

  private Evaluator.Leaf leaf(Condition condition) {
    return evaluator.leaf(condition, asOf, within, job);
  }

  private long[] kept(Segment segment, long[] met) {
    return segment.limit() == null ? met : evaluator.limited(met, segment.limit(), asOf, job);
  }

  /** What keeps parts of a segment from being computed, by path. */
  private Map<String, Message> faults(Segment segment) {
    Map<String, Message> faulty = new HashMap<>();
    for (Fault fault : SegmentCheck.check(segment, fields)) {
      String path = fault.path().startsWith(LIMIT) ? LIMIT : SegmentPaths.rowOf(fault.path());
      faulty.putIfAbsent(path, fault.message());
    }
    for (SegmentPaths.Row node : SegmentPaths.rows(segment.rule())) {
      if (Evaluator.isLeaf(node.condition()) && !faulty.containsKey(node.path())) {
        try {
          leaf(node.condition());
        } catch (Problem problem) {
          faulty.put(node.path(), problem.message());
        }
      }
    }
    return faulty;
  }

  /**
   * Only who is in.
   *
   * @throws Problem when it cannot be computed
   */
  long[] members(Segment segment) {
    long[] base = evaluator.base(asOf, job);
    Condition rule = segment.rule();
    if (rule == null) {
      return new long[base.length];
    }
    for (Message fault : faults(segment).values()) {
      throw new Problem(Message.of("evaluate.in-segment", segment.name(), fault));
    }
    long[] met = new Counting(base, Map.of(), this::leaf).tree(rule).met();
    if (met == null) {
      throw new Problem(
          Message.of("evaluate.in-segment", segment.name(), Message.of("segment.fault.emptyGroup")));
    }
    return kept(segment, met);
  }

  private Evaluation result(long @Nullable [] members, int beyond, int size, List<Evaluation.Row> rows) {
    return new Evaluation(members, members == null ? -1 : Bits.count(members), size,
        members == null ? OptionalInt.empty() : reachable(members), asOf.today(), asOf.cutInstant(), beyond,
        rows);
  }

  private OptionalInt reachable(long[] members) {
    long[] reachable = evaluator.reachable(asOf, job);
    return reachable == null ? OptionalInt.empty() : OptionalInt.of(Bits.countBoth(members, reachable));
  }
}
