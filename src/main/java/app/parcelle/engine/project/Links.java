package app.parcelle.engine.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkCounts;
import app.parcelle.engine.link.LinkFinder;
import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.LinkTargets;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Rewriting;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** How the tables of a project go together. */
public final class Links {
  private final ProjectStore store;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Links(ProjectStore store, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.now = now;
    this.changed = changed;
  }

  /** How the rows of a table find customers and lookup tables. Quick: what is looked at are mostly offsets. */
  public LinkReport report(TableVersion table, JobContext job) {
    return counts(job).of(table);
  }

  /** What {@link #report} tells, for one table after the other: what they have in common is counted once. */
  public LinkCounts counts(JobContext job) {
    return new LinkCounts(now.get().data(), job);
  }

  /** The same for all tables. */
  public List<LinkReport> reports(JobContext job) {
    return now.get().data().tables().stream().map(counts(job)::of).toList();
  }

  /**
   * Links that a source to be imported may have to the tables there are, the most likely first; see
   * {@link ImportOptions#withLinks}. Looks at its beginning only.
   */
  public List<LinkProposal> propose(Origin origin, ImportOptions options, JobContext job) {
    Dataset data = now.get().data();
    if (data.tables().isEmpty()) {
      return List.of();
    }
    try (TextSource source = origin.open(options.text(), job)) {
      String name = options.table() == null ? source.tableName() : options.table();
      return LinkFinder.ofNew(name, CsvSource.values(source, options, job), data, job);
    } catch (IOException e) {
      throw IntakeProblems.of(origin.name(), e);
    }
  }

  /** Links between the tables there are that are not made yet, the most likely first. */
  public List<LinkProposal> propose(JobContext job) {
    return LinkFinder.ofStored(now.get().data(), job);
  }

  /**
   * Links a column of a table to a column of another, as one step of the journal. Where it leads to customers, it becomes the key
   * column, and all rows find their customers anew; a link to the very keys of customers is none, but makes the column the key.
   *
   * @throws Problem when it leads nowhere or in a circle, or starts from a column that cannot have it
   */
  public void link(String tableId, Link said, JobContext job) {
    TableVersion table = now.get().table(tableId);
    List<TableVersion> tables = now.get().data().tables();
    TableVersion target = LinkTargets.require(tables, said);
    Column from = ImportLinks.from(said, table, target);
    requireNoCircle(table, target, tables);
    Column to = said.target(target).orElseThrow();
    Link link = new Link(from.name(), target.name(), to.name());
    String operation = Operation
        .of(Operation.Kind.LINK, table.name() + "." + link.column(),
            Documents.text(link.table() + "." + link.to()))
        .write();
    if (target.kind() != TableKind.CUSTOMERS) {
      List<Link> links = new ArrayList<>(table.links());
      links.removeIf(other -> other.isFrom(link.column()));
      links.add(link);
      store.redefine(table.withLinks(links), operation);
    } else {
      TableVersion linked = store.rewrite(tableId, stored -> to.origin() == Column.Origin.CUSTOMER_KEY
          ? Rewriting.keyed(stored, link.column())
          : Rewriting.linked(stored, link), operation, job);
      Relinking.after(linked, store, job);
    }
    changed.run();
  }

  /** Two tables of customers that each look for theirs in the other would have no customers that anything else finds. */
  private static void requireNoCircle(TableVersion table, TableVersion target, List<TableVersion> tables) {
    TableVersion next = target;
    for (int i = 0; i < tables.size() && next != null; i++) {
      Link onwards = next.customerLink().orElse(null);
      next = onwards == null ? null : tables.stream().filter(onwards::goesTo).findFirst().orElse(null);
      if (table.equals(next)) {
        throw new Problem(Message.of("project.link.circle", target.name(), table.name()));
      }
    }
  }

  /**
   * Takes the link from a column away, as one step of the journal. Where it led to customers, the values of the column are keys of
   * customers themselves then.
   *
   * @throws Problem when the column has no link
   */
  public void unlink(String tableId, String column, JobContext job) {
    TableVersion table = now.get().table(tableId);
    Link link = table.links()
        .stream()
        .filter(l -> l.isFrom(column))
        .findFirst()
        .orElseThrow(() -> new Problem(Message.of("project.link.none", column, table.name())));
    String operation = Operation
        .of(Operation.Kind.UNLINK, table.name() + "." + link.column(),
            Documents.text(link.table() + "." + link.to()))
        .write();
    if (table.customerLink().filter(link::equals).isPresent()) {
      Column key = table.withRole(Role.CUSTOMER_KEY).orElseThrow();
      TableVersion unlinked = store.rewrite(tableId, stored -> Rewriting.keyed(stored, key.name()), operation,
          job);
      Relinking.after(unlinked, store, job);
    } else {
      store.redefine(table.withLinks(table.links().stream().filter(l -> !l.equals(link)).toList()),
          operation);
    }
    changed.run();
  }

  /**
   * Makes a table one of products, places or whatever else other tables name by a key, as one step of the journal. Its rows are of
   * no customer then, and what was said of events in it is gone.
   *
   * @throws Problem when there is no such column, or it holds no keys
   */
  public void makeLookup(String tableId, String keyColumn, JobContext job) {
    TableVersion table = now.get().table(tableId);
    Column key = table.named(keyColumn)
        .filter(c -> c.isOwn() && KeyText.isKey(c.type()))
        .orElseThrow(() -> new Problem(Message.of("project.link.no-key", keyColumn, table.name())));
    store.rewrite(tableId, stored -> Rewriting.lookup(stored, key.name()),
        Operation.of(Operation.Kind.LOOKUP, table.name(), Documents.text(key.name())).write(), job);
    changed.run();
  }
}
