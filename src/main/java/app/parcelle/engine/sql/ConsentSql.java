package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** What customers have consented to: the last entry of a ledger, or a field of yes and no. */
record ConsentSql(CustomerQuery query) {
  private static final List<String> PURPOSE = List.of("purpose", "finalite");
  private static final List<String> CHANNEL = List.of("channel", "canal");

  Condition of(Consent consent) {
    Optional<TableVersion> ledger = query.view().statement().catalog().events(consent.source());
    return ledger.isPresent()
        ? is(lastWord(consent, ledger.get()), consent.state())
        : is(new FieldSql(query).of(FieldRef.named(consent.source())), consent.state());
  }

  private static Condition is(Operand said, ConsentState state) {
    return switch (state) {
      case GRANTED -> DSL.condition(said.yes());
      case REFUSED -> not(DSL.condition(said.yes()));
      case UNKNOWN -> said.value().isNull();
    };
  }

  private Operand lastWord(Consent consent, TableVersion ledger) {
    View view = query.view();
    LocalDate day = consent.asOf();
    View seen = day != null && day.isBefore(view.today()) ? view.from(day, view.zone()) : view;
    PublishedTable table = view.statement().published().table(ledger);
    EventRows rows = new EventRows(seen, table, table.name());
    Field<Boolean> said = table.withRole(Role.CONSENT)
        .map(c -> granted(table, c))
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-field", ledger.name())));
    Condition entries = rows.chosen(new Window.Ever(), null)
        .and(rows.time().map(time -> time.value().isNotNull()).orElse(DSL.trueCondition()))
        .and(is(rows, PURPOSE, consent.purpose()))
        .and(is(rows, CHANNEL, consent.channel()));
    String placed = view.statement()
        .with("entries of " + ledger.name(),
            select(rows.customer().as(Published.NUMBER), said.as("said"),
                rowNumber().over(partitionBy(rows.customer()).orderBy(rows.fromLatest())).as("place"))
                .from(table(name(table.name())))
                .where(entries));
    String last = view.statement()
        .with("last of " + ledger.name(),
            select(field(name(Published.NUMBER)), field(name("said"))).from(table(name(placed)))
                .where(field(name("place"), Integer.class).eq(inline(1))));
    query.join(last);
    return Operand.computed(ColumnType.YES_NO, field(name(last, "said")));
  }

  /** Yes or no; null for neither. */
  private static Field<Boolean> granted(PublishedTable table, PublishedTable.PublishedColumn column) {
    Operand said = Operand.of(table, column, table.name());
    if (column.granted() != null) {
      return field(name(table.name(), column.granted()), Boolean.class);
    }
    return said.type().isNumber()
        ? DSL.when(said.number().eq(inline(1).coerce(BigDecimal.class)), inline(true))
            .when(said.number().eq(inline(0).coerce(BigDecimal.class)), inline(false))
        : said.yes();
  }

  /** Whether an entry is of what is asked for; a ledger without such a column is of everything. */
  private static Condition is(EventRows rows, List<String> names, @Nullable String wanted) {
    if (wanted == null) {
      return DSL.noCondition();
    }
    return rows.table()
        .columns()
        .values()
        .stream()
        .filter(c -> c.column().type().isText() && names.contains(Folding.fold(c.column().name())))
        .findFirst()
        .map(c -> Operand.of(rows.table(), c, rows.as()).foldedText().eq(inline(Folding.fold(wanted))))
        .orElse(DSL.noCondition());
  }
}
