package app.parcelle.engine.project;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.LinkCheck;
import app.parcelle.engine.store.LinkTargets;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * Makes links to customers again when customers have come or changed. It is the last part of the step of the journal that has
 * brought them, so that one undo takes both back.
 */
final class Relinking {
  private Relinking() {}

  /** Gives the rows of all tables that are linked to a table to its customers as they are now, where they are not yet. */
  static void after(TableVersion changed, ProjectStore store, JobContext job) {
    after(changed, store, new HashSet<>(), job);
  }

  private static void after(TableVersion changed, ProjectStore store, Set<String> seen, JobContext job) {
    if (changed.kind() != TableKind.CUSTOMERS || !seen.add(changed.tableId())) {
      return;
    }
    List<TableVersion> linked = store.data()
        .tables()
        .stream()
        .filter(t -> t.customerLink().filter(link -> link.goesTo(changed)).isPresent())
        .toList();
    for (TableVersion table : linked) {
      boolean leads = LinkTargets.leads(store.data().tables(), table.customerLink().orElseThrow());
      if (leads && !LinkCheck.holds(store.data(), table, job)) {
        after(store.rewrite(table.tableId(), UnaryOperator.identity(), null, job), store, seen, job);
      }
    }
  }
}
