package app.parcelle.ui.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.Edges;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmModel.Monetary;
import app.parcelle.engine.value.RfmModel.RecencyUnit;
import app.parcelle.engine.value.RfmReport;
import app.parcelle.engine.value.RfmSegment;
import app.parcelle.ui.job.JobRunner;

/** The RFM model that is looked at, what it finds now and at an earlier day. */
final class ValueViewModel {
  private static final String REPORT = "value";

  private final ValueSource source;
  private final JobRunner jobs;
  private final After after;
  private final ReadOnlyObjectWrapper<@Nullable RfmModel> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Shade> shade = new SimpleObjectProperty<>(Shade.CUSTOMERS);
  private final ObjectProperty<Since> since = new SimpleObjectProperty<>(Since.QUARTER);
  private final Deque<RfmModel> undone = new ArrayDeque<>();
  private final Deque<RfmModel> done = new ArrayDeque<>();

  /** What the cells of the grid are shaded by. */
  enum Shade {
    CUSTOMERS, REVENUE, BASKET
  }

  /** How far back the earlier day lies. */
  enum Since {
    MONTH(1), QUARTER(3), HALF(6), YEAR(12);

    private final int months;

    Since(int months) {
      this.months = months;
    }

    LocalDate before(LocalDate day) {
      return day.minusMonths(months);
    }
  }

  /** What was found now and before. */
  record Found(RfmReport now, RfmReport before) {}

  /**
   * What the screen leaves to others.
   *
   * @param changed is told when the project has changed
   * @param open takes a segment to edit it
   * @param names what the usual segments are called, and "others"
   */
  record After(Consumer<Throwable> complain, Runnable changed, Consumer<Segment> open, RfmSegment.Names names,
      java.util.function.Supplier<String> others) {}

  ValueViewModel(ValueSource source, JobRunner jobs, After after) {
    this.source = source;
    this.jobs = jobs;
    this.after = after;
    since.addListener((_, _, _) -> look());
  }

  ReadOnlyObjectProperty<@Nullable RfmModel> model() {
    return model.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Found> found() {
    return found.getReadOnlyProperty();
  }

  /** Why nothing can be found; null when it can. */
  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  ObjectProperty<Shade> shade() {
    return shade;
  }

  ObjectProperty<Since> since() {
    return since;
  }

  ReadOnlyBooleanProperty running() {
    return jobs.running(REPORT);
  }

  List<TableVersion> tables() {
    return source.tables();
  }

  /** Whether the scores that are shown are those that segments can use. */
  boolean isKept() {
    return Objects.equals(source.kept().orElse(null), model.get());
  }

  /** Takes over what the project now holds. A model that was changed here and not kept stays. */
  void refresh() {
    RfmModel now = model.get();
    List<TableVersion> tables = source.tables();
    if (now == null || tables.stream().noneMatch(t -> t.tableId().equals(now.tableId()))) {
      model.set(source.kept()
          .filter(kept -> tables.stream().anyMatch(t -> t.tableId().equals(kept.tableId())))
          .orElseGet(() -> tables.isEmpty() ? null : usual(tables.getFirst().tableId())));
    }
    look();
  }

  private RfmModel usual(String tableId) {
    return new RfmModel(tableId, 5, RecencyUnit.DAYS, Monetary.SUM, new Edges.EqualGroups(),
        RfmSegment.usual(5, after.names()), after.others().get());
  }

  void table(String tableId) {
    edit(m -> new RfmModel(tableId, m.scores(), m.recency(), m.monetary(), m.edges(), m.segments(),
        m.others()));
  }

  /** Another number of scores; the usual segments stretch with it, and so do equal groups; given edges become equal groups. */
  void scores(int scores) {
    edit(m -> m.scores() == scores
        ? m
        : new RfmModel(m.tableId(), scores, m.recency(), m.monetary(),
            m.edges() instanceof Edges.Fixed ? new Edges.EqualGroups() : m.edges(),
            RfmSegment.usual(scores, after.names()), m.others()));
  }

  void recency(RecencyUnit unit) {
    edit(m -> new RfmModel(m.tableId(), m.scores(), unit, m.monetary(), m.edges(), m.segments(), m.others()));
  }

  void monetary(Monetary monetary) {
    edit(m -> new RfmModel(m.tableId(), m.scores(), m.recency(), monetary, m.edges(), m.segments(),
        m.others()));
  }

  void edges(Edges edges) {
    edit(m -> new RfmModel(m.tableId(), m.scores(), m.recency(), m.monetary(), edges, m.segments(),
        m.others()));
  }

  void segments(List<RfmSegment> segments) {
    edit(m -> m.withSegments(segments));
  }

  /** The edges as they came out, to begin a person's own with. */
  Edges.Fixed present() {
    Found now = Objects.requireNonNull(found.get());
    List<List<Double>> edges = now.now().scores().edges().stream().map(ValueViewModel::ascending).toList();
    return new Edges.Fixed(edges.get(0), edges.get(1), edges.get(2));
  }

  /** Where ties left a score empty, the edge is a little above the one before. */
  private static List<Double> ascending(double[] edges) {
    List<Double> all = new java.util.ArrayList<>();
    for (double edge : edges) {
      double least = all.isEmpty() ? Double.NEGATIVE_INFINITY : all.getLast();
      all.add(Double.isInfinite(edge) || edge <= least ? (Double.isInfinite(least) ? 1 : least + 1) : edge);
    }
    return all;
  }

  boolean undo() {
    return travel(done, undone);
  }

  boolean redo() {
    return travel(undone, done);
  }

  private boolean travel(Deque<RfmModel> from, Deque<RfmModel> to) {
    RfmModel now = model.get();
    if (from.isEmpty() || now == null) {
      return false;
    }
    to.push(now);
    model.set(from.pop());
    look();
    return true;
  }

  private void edit(UnaryOperator<RfmModel> change) {
    RfmModel before = Objects.requireNonNull(model.get());
    RfmModel next;
    try {
      next = change.apply(before);
    } catch (app.parcelle.engine.message.Problem refused) {
      problem.set(refused.message());
      return;
    }
    if (!next.equals(before)) {
      done.push(before);
      undone.clear();
      model.set(next);
      look();
    } else {
      problem.set(null);
    }
  }

  private void look() {
    RfmModel asked = model.get();
    if (asked == null) {
      found.set(null);
      return;
    }
    Since back = since.get();
    jobs.run(REPORT, Message.of("value.job"), job -> {
      RfmReport now = source.report(asked, new Segment.Reference.Project(), job);
      return new Found(now,
          source.report(asked, new Segment.Reference.Fixed(back.before(now.day())), job));
    }, result -> {
      problem.set(null);
      found.set(result);
    }, failure -> {
      if (failure instanceof app.parcelle.engine.message.Problem known) {
        found.set(null);
        problem.set(known.message());
      } else {
        after.complain().accept(failure);
      }
    });
  }

  /** Makes the scores fields that segments, exports and clusters can use. */
  void keep(Runnable then) {
    RfmModel asked = model.get();
    if (isKept()) {
      then.run();
      return;
    }
    jobs.run("value-keep", Message.of("value.job.keep"), _ -> {
      source.keep(asked);
      return true;
    }, _ -> {
      after.changed().run();
      then.run();
    }, after.complain());
  }

  /** Opens the segment of a cell of the grid, or of all frequencies or recencies. */
  void open(String name, int recency, int frequency) {
    keep(() -> after.open()
        .accept(draft(name,
            new Condition.AllOf(List.of(score("recency", recency), score("frequency", frequency))))));
  }

  /** Opens the customers of a named segment. */
  void open(String name) {
    FieldRef field = new FieldRef("rfm segment", "rfm:segment");
    keep(() -> after.open()
        .accept(draft(name, new Condition.AllOf(
            List.of(new Condition.TextTest(field, TextOperator.IS_ONE_OF, List.of(name), false, false))))));
  }

  private static Condition score(String part, int score) {
    return new Condition.NumberTest(new FieldRef(part + " score", "rfm:" + part), NumberOperator.EQUAL,
        BigDecimal.valueOf(score), null, false);
  }

  private static Segment draft(String name, Condition rule) {
    return new Segment(name, rule, new Segment.Reference.Project(), null);
  }
}
