package app.parcelle.engine.project;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.SaleRule;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What counts as a sale in the tables of events of a project. */
public final class Sales {
  private final Project project;

  Sales(Project project) {
    this.project = project;
  }

  /**
   * Says what counts as a sale in a table, as one step of the journal; null takes back what was said.
   *
   * @throws Problem when the definition does not fit the table
   */
  public void define(String tableId, @Nullable Sale sale) {
    TableVersion table = table(tableId);
    TableVersion defined = checked(table, sale);
    if (!Objects.equals(defined.sale(), table.sale())) {
      project.redefine(defined, Operation.of(Operation.Kind.SALE, table.name(), Documents.sale(defined.sale())));
    }
  }

  /** A table with a definition that fits it; the column that has the role of the amount is named, where none is. */
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
    return project.saleReport(table, job);
  }

  private TableVersion table(String id) {
    return project.data()
        .tables()
        .stream()
        .filter(t -> t.tableId().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("project.no-table", id)));
  }
}
