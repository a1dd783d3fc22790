package app.parcelle.engine.store;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What links go to. */
public final class LinkTargets {
  private LinkTargets() {}

  /** The table that a link goes to, as it is at present. */
  public static Optional<TableVersion> table(List<TableVersion> tables, Link link) {
    return tables.stream().filter(link::goesTo).findFirst();
  }

  /**
   * The table that a link goes to.
   *
   * @throws Problem when there is no such table or column, or it cannot be linked to
   */
  public static TableVersion require(List<TableVersion> tables, Link link) {
    TableVersion table = table(tables, link)
        .orElseThrow(() -> new Problem(Message.of("project.link.no-table", link.table())));
    Column column = link.target(table)
        .orElseThrow(() -> new Problem(Message.of("project.link.no-column", link.to(), table.name())));
    if (table.kind() != TableKind.CUSTOMERS && table.kind() != TableKind.LOOKUP) {
      throw new Problem(Message.of("project.link.no-target", table.name()));
    }
    if (!KeyText.isKey(column.type())) {
      throw new Problem(Message.of("project.link.no-key", column.name(), table.name()));
    }
    return table;
  }

  /** Whether a link leads to a column of customers. */
  public static boolean leads(List<TableVersion> tables, Link link) {
    return table(tables, link).filter(t -> t.kind() == TableKind.CUSTOMERS)
        .flatMap(link::target)
        .filter(column -> KeyText.isKey(column.type()))
        .isPresent();
  }

  /** Reads what is needed to find the customers of a new table. */
  static TableWriter.Linking linking(Dataset data, List<Link> links, JobContext job) {
    Link customers = links.stream()
        .filter(link -> require(data.tables(), link).kind() == TableKind.CUSTOMERS)
        .findFirst()
        .orElse(null);
    return linking(data, links, customers, job);
  }

  /** Reads what is needed to find the customers of a table that there is; its links to lookup tables may lead nowhere by now. */
  static TableWriter.Linking linking(Dataset data, TableVersion table, JobContext job) {
    return linking(data, table.links(), table.customerLink().orElse(null), job);
  }

  private static TableWriter.Linking linking(Dataset data, List<Link> links, @Nullable Link customers,
      JobContext job) {
    if (customers == null) {
      return new TableWriter.Linking(links, null, "");
    }
    TableVersion table = require(data.tables(), customers);
    Column column = customers.target(table).orElseThrow();
    return new TableWriter.Linking(links, CustomerIndex.of(data, table, column, job), column.name());
  }
}
