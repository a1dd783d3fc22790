package app.parcelle.engine.store;

import java.util.List;
import java.util.Optional;

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

  /** Reads what is needed to find customers through a column. */
  static TableWriter.Linking linking(Dataset data, List<Link> links, JobContext job) {
    for (Link link : links) {
      TableVersion table = require(data.tables(), link);
      if (table.kind() == TableKind.CUSTOMERS) {
        Column column = link.target(table).orElseThrow();
        return new TableWriter.Linking(links, CustomerIndex.of(data, table, column, job), column.name());
      }
    }
    return new TableWriter.Linking(links, null, "");
  }
}
