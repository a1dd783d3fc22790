package app.parcelle.engine.project;

import java.io.IOException;
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
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.table.Dataset;
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
    return new LinkCounts(now.get().data(), job).of(table);
  }

  /** The same for all tables. */
  public List<LinkReport> reports(JobContext job) {
    LinkCounts counts = new LinkCounts(now.get().data(), job);
    return now.get().data().tables().stream().map(counts::of).toList();
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
}
