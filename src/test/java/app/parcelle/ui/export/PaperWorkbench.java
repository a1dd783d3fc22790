package app.parcelle.ui.export;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;

/** A workbench without a window: it remembers what it was told. */
final class PaperWorkbench implements Workbench {
  final List<Place> gone = new ArrayList<>();
  final List<Message> said = new ArrayList<>();
  final List<Throwable> complaints = new ArrayList<>();
  @Nullable
  Path saveTo;
  @Nullable
  String suggested;
  private final ObjectProperty<ProjectView> view = new SimpleObjectProperty<>();
  private final JobRunner jobs = new SameThreadJobs();
  private final Texts texts;

  PaperWorkbench(Locale locale) {
    this.texts = new Texts(locale);
    segments();
  }

  /** The project now has one segment, which tests the cluster 1 of a clustering, and these clusterings; ids are names. */
  void clusterings(String segment, String tested, String... names) {
    SavedSegment saved = new SavedSegment(segment, new Segment(segment,
        new Condition.AllOf(List.of(new Condition.Not(new Condition.InCluster(tested, Set.of(1))))),
        new Segment.Reference.Project(), null));
    view.set(new ProjectView("shop", ZoneId.of("Europe/Paris"), List.of(), List.of(saved),
        java.util.Arrays.stream(names)
            .map(name -> new SavedClustering(name, name,
                ClusterRequest.usual(new Pipeline(List.of(), 0), 2, 1), 2, List.of(5, 5), List.of(), 10,
                true))
            .toList(),
        10, 10, Instant.EPOCH));
  }

  /** The project now has these segments; the id of each is its name. */
  void segments(String... names) {
    List<SavedSegment> saved = java.util.Arrays.stream(names)
        .map(name -> new SavedSegment(name,
            new Segment(name, new Condition.Everyone(), new Segment.Reference.Project(), null)))
        .toList();
    view.set(new ProjectView("shop", ZoneId.of("Europe/Paris"), List.of(), saved, List.of(), 10, 10,
        Instant.EPOCH.plusSeconds(said.size())));
  }

  @Override
  public Project project() {
    throw new IllegalStateException("no project");
  }

  @Override
  public ReadOnlyObjectProperty<ProjectView> view() {
    return view;
  }

  @Override
  public Texts texts() {
    return texts;
  }

  @Override
  public JobRunner jobs() {
    return jobs;
  }

  @Override
  public FileDialogs files() {
    return new FileDialogs() {
      @Override
      public List<Path> open(Message title, String... extensions) {
        return List.of();
      }

      @Override
      public Optional<Path> folder(Message title) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> save(Message title, String suggestedName, String extension) {
        suggested = suggestedName;
        return Optional.ofNullable(saveTo);
      }
    };
  }

  @Override
  public void go(Place place) {
    gone.add(place);
  }

  @Override
  public void changed() {}

  @Override
  public void say(Message message) {
    said.add(message);
  }

  @Override
  public void complain(Throwable failure) {
    complaints.add(failure);
  }
}
