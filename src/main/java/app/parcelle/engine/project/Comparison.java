package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.RefreshReport.SegmentChange;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.store.TableDifference;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Two moments of a project, one table of which has changed. */
record Comparison(Moment before, Moment after, String tableId, JobContext job) {
  /** The customer that a row has in the end, whatever column of the table says so. */
  private static final Column CUSTOMER = new Column("customer", "", ColumnType.IDENTIFIER, Role.CUSTOMER_KEY,
      0,
      0, 0, null, Column.Origin.CUSTOMER_KEY);

  /**
   * How the table has changed.
   *
   * @param customers by customer; null where its rows have none
   * @param orders by order; null where it has none
   */
  record Differences(@Nullable TableDifference customers, @Nullable TableDifference orders) {}

  Differences differences() {
    TableVersion next = after.table(tableId);
    boolean ofCustomers = next.kind() != TableKind.RAW && next.kind() != TableKind.LOOKUP;
    Optional<Column> order = next.withRole(Role.ORDER_KEY);
    List<Column> keys = Stream.concat(ofCustomers ? Stream.of(CUSTOMER) : Stream.empty(), order.stream())
        .toList();
    List<TableDifference> found = TableDifference.between(before.data(), before.table(tableId), after.data(),
        next,
        keys, job);
    return new Differences(ofCustomers ? found.getFirst() : null, order.isPresent() ? found.getLast() : null);
  }

  List<SegmentChange> segments() {
    List<SegmentChange> changes = new ArrayList<>();
    for (ProjectView.SavedSegment saved : after.view().segments()) {
      job.progress(changes.size(), after.view().segments().size(), Message.of("project.comparing"));
      changes.add(change(saved.id(), saved.segment()));
    }
    return changes;
  }

  private SegmentChange change(String id, Segment segment) {
    Evaluation then = before.evaluator().evaluate(segment, job);
    Evaluation now = after.evaluator().evaluate(segment, job);
    int words = Bits.words(after.data().customers().size());
    long[] were = members(then, words);
    long[] are = members(now, words);
    Message error = now.rows()
        .stream()
        .map(Evaluation.Row::error)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
    boolean known = then.members() != null && now.members() != null;
    return new SegmentChange(id, segment.name(), then.count(), now.count(),
        known ? Bits.without(are, were) : new long[words], known ? Bits.without(were, are) : new long[words],
        error);
  }

  /** One bit for each customer that is known afterwards. */
  private static long[] members(Evaluation evaluation, int words) {
    long[] members = evaluation.members();
    return members == null ? new long[words] : Arrays.copyOf(members, words);
  }
}
