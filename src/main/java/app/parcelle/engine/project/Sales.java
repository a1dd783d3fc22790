package app.parcelle.engine.project;

import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.SaleRule;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What counts as a sale in the tables of events of a project. */
public final class Sales {
  private final ProjectStore store;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Sales(ProjectStore store, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.now = now;
    this.changed = changed;
  }

  /**
   * Says what counts as a sale in a table, as one step of the journal; null takes back what was said.
   *
   * @throws Problem when the definition does not fit the table
   */
  public void define(String tableId, @Nullable Sale sale) {
    TableVersion table = now.get().table(tableId);
    TableVersion defined = checked(store.without(table), sale);
    if (!Objects.equals(defined.sale(), table.sale())) {
      store.redefine(defined,
          Operation.of(Operation.Kind.SALE, table.name(), Documents.sale(defined.sale())).write());
      changed.run();
    }
  }

  /**
   * A table with a definition that fits it; the column that has the role of the amount is named, where none is.
   *
   * @param table without a definition
   */
  static TableVersion checked(TableVersion table, @Nullable Sale sale) {
    if (sale == null) {
      return table.withSale(null);
    }
    if (table.kind() != TableKind.EVENTS) {
      throw new Problem(Message.of("segment.sale.no-events", table.name()));
    }
    Column amount = table.withRole(Role.AMOUNT).orElse(null);
    String column = sale.amount().column() == null && amount != null
        && amount.origin() != Column.Origin.AMOUNT ? amount.name() : sale.amount().column();
    TableVersion defined = table.withSale(new Sale(sale.returns(), sale.cancelled(), sale.tests(),
        sale.amount().of(column), sale.cost()));
    SaleRule.check(defined);
    return defined;
  }

  /** What the definition of a table does to its rows; of a table where nobody has said anything, what there is. */
  public SaleReport report(TableVersion table, JobContext job) {
    Moment at = now.get();
    return new SaleCounts(at.data(), at.table(table.tableId()), at.evaluator(), job).report();
  }

  /**
   * What seems to count as a sale in a table, by its columns and their values; for a person to decide. Reads the columns that may
   * tell of it.
   */
  public Sale propose(TableVersion table, JobContext job) {
    return new SaleFinder(now.get().data(), table, job).find();
  }
}
