package app.parcelle.ui.intake;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal;
import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.shell.Workbench;

/** How the tables of the project are linked, with figures; links that values speak for; making and undoing them. */
final class LinksViewModel {
  static final String LOOK = "data/links";
  static final String CHANGE = "data/link";

  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  private List<TableVersion> looked = List.of();

  /** What was found out about the tables there are. */
  record Found(List<LinkReport> reports, List<LinkProposal> proposals) {
    Found {
      reports = List.copyOf(reports);
      proposals = List.copyOf(proposals);
    }
  }

  LinksViewModel(Workbench workbench) {
    this.workbench = workbench;
  }

  /** What was found out; null before the tables have been looked at. */
  ReadOnlyObjectProperty<@Nullable Found> found() {
    return found.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty working() {
    return workbench.jobs().running(CHANGE);
  }

  /** Looks at the tables, when they are not those of the last time. */
  void open() {
    List<TableVersion> now = workbench.view().get().tables();
    if (!now.equals(looked)) {
      looked = now;
      found.set(null);
      Project project = workbench.project();
      workbench.jobs()
          .run(LOOK, Message.of("link.job.look"),
              job -> new Found(project.links().reports(job), project.links().propose(job)), found::set,
              workbench::complain);
    }
  }

  /** Takes over what the project now holds, when it has been looked at before. */
  void refresh() {
    if (!looked.isEmpty()) {
      open();
    }
  }

  void make(LinkProposal proposal) {
    change(proposal.from(),
        (project, table, job) -> project.links().link(table.tableId(), proposal.link(), job));
  }

  void undo(TableVersion linked, String column) {
    change(linked.name(), (project, table, job) -> project.links().unlink(table.tableId(), column, job));
  }

  /** One operation on a table. */
  private interface Act {
    void on(Project project, TableVersion table, JobContext job);
  }

  private void change(String name, Act act) {
    Project project = workbench.project();
    workbench.view()
        .get()
        .tables()
        .stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .ifPresent(table -> workbench.jobs().run(CHANGE, Message.of("link.job", name), job -> {
          act.on(project, table, job);
          return table;
        }, _ -> workbench.changed(), workbench::complain));
  }
}
