package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.Window;

/** Events one after the other: a chain of joins, each on what is strictly later; a last step that is not is a NOT EXISTS. */
record SequenceSql(View view, Sequence sequence) {
  /** Whether a customer has such a chain. */
  Condition of(Field<Long> customer) {
    List<EventRows> chain = new ArrayList<>();
    EventRows first = rows(sequence.steps().getFirst(), 1);
    chain.add(first);
    Condition chosen = first.chosen(sequence.window(), null)
        .and(met(first, sequence.steps().getFirst(), List.of()));
    SelectJoinStep<Record1<Long>> from = select(first.customer()).from(from(first));
    for (int i = 1; i < sequence.steps().size(); i++) {
      Step step = sequence.steps().get(i);
      EventRows rows = rows(step, i + 1);
      Condition follows = rows.customer()
          .eq(first.customer())
          .and(after(chain.getLast(), rows, step.gap()))
          .and(rows.chosen(new Window.Ever(), null))
          .and(met(rows, step, chain));
      if (step.not()) {
        chosen = chosen.and(notExists(selectOne().from(from(rows)).where(follows)));
      } else {
        from = from.join(from(rows)).on(follows);
      }
      chain.add(rows);
    }
    return customer.in(from.where(chosen));
  }

  private EventRows rows(Step step, int number) {
    PublishedTable table = view.statement()
        .published()
        .table(view.statement()
            .catalog()
            .events(step.table())
            .orElseThrow(() -> new Problem(Message.of("evaluate.no-table", step.table()))));
    return new EventRows(view, table, "s" + number);
  }

  private static Table<?> from(EventRows rows) {
    return table(name(rows.table().name())).as(name(rows.as()));
  }

  private static Condition met(EventRows rows, Step step, List<EventRows> earlier) {
    Condition timed = rows.time()
        .<Condition>map(t -> t.value().isNotNull())
        .orElse(DSL.falseCondition());
    return step.where() == null
        ? timed
        : timed.and(new RowSql(rows, List.copyOf(earlier)).condition(step.where()));
  }

  private Condition after(EventRows before, EventRows after, @Nullable Gap gap) {
    Operand earlier = before.time().orElse(null);
    Operand later = after.time().orElse(null);
    if (earlier == null || later == null) {
      return DSL.falseCondition();
    }
    Moments moments = Moments.of(view, earlier, later);
    Field<OffsetDateTime> first = moments.first().coerce(OffsetDateTime.class);
    Field<OffsetDateTime> second = moments.second().coerce(OffsetDateTime.class);
    Condition follows = second.gt(first);
    if (gap != null && gap.atLeast() != null) {
      Duration least = gap.atLeast().duration();
      follows = follows.and(moments.days()
          ? minutes(moments).ge(inline(least.toMinutes()))
          : second.ge(view.dialect().later(first, least)));
    }
    if (gap != null && gap.atMost() != null) {
      Duration most = gap.atMost().duration();
      follows = follows.and(moments.days()
          ? minutes(moments).le(inline(most.toMinutes()))
          : second.le(view.dialect().later(first, most)));
    }
    return follows;
  }

  private static Field<Long> minutes(Moments moments) {
    return localDateDiff(moments.second().coerce(LocalDate.class), moments.first().coerce(LocalDate.class))
        .times(inline(24 * 60))
        .coerce(Long.class);
  }
}
