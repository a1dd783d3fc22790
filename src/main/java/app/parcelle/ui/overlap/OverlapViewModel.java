package app.parcelle.ui.overlap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Distinction;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.overlap.Pair;
import app.parcelle.engine.project.Portrait;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.SegmentOverlap;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.Venn;
import app.parcelle.ui.job.JobRunner;

/** Which segments are looked at together, how, and which region of them is chosen. Everything on the JavaFX thread. */
final class OverlapViewModel {
  /** No region. */
  static final int NONE = -1;

  private static final String COUNT = "overlap";

  private final Source source;
  private final JobRunner jobs;
  private final After after;
  private final ObservableList<String> chosen = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable SegmentOverlap> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty region = new SimpleIntegerProperty(NONE);
  private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.PICTURE);
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.SIZE);
  private ProjectView seen;
  /** Whether a matrix is shown because circles could not be. */
  private boolean instead;

  /** How the regions are shown. */
  enum Form {
    /** As circles, which up to {@link Venn#MOST} segments can be shown as; as a matrix where they hold nobody. */
    PICTURE, MATRIX, TABLE,
    /** Two rules side by side. */
    RULES
  }

  /** In which order regions stand. */
  enum Order {
    SIZE,
    /** By how many segments they are in. */
    DEGREE
  }

  /** What is asked of a project; may be called from any thread. */
  interface Source {
    ProjectView view();

    SegmentOverlap overlap(List<String> segmentIds, JobContext job);

    /** In which fields some customers differ from all of whom they are part, the strongest difference first. */
    List<Distinction> apart(SegmentOverlap found, long[] some, long[] all, JobContext job);

    FieldCatalog fields();

    static Source of(Project project) {
      return new Source() {
        @Override
        public ProjectView view() {
          return project.view();
        }

        @Override
        public SegmentOverlap overlap(List<String> segmentIds, JobContext job) {
          return project.overlap(segmentIds, job);
        }

        @Override
        public List<Distinction> apart(SegmentOverlap found, long[] some, long[] all, JobContext job) {
          return Portrait.of(project.fields(), field -> project.column(field, found.reference(), job), some,
              all, job).apart();
        }

        @Override
        public FieldCatalog fields() {
          return project.fields();
        }
      };
    }
  }

  /**
   * What the screen leaves to others.
   *
   * @param open takes a segment to edit it
   */
  record After(Consumer<Throwable> complain, Consumer<Segment> open) {}

  OverlapViewModel(Source source, JobRunner jobs, After after) {
    this.source = source;
    this.jobs = jobs;
    this.after = after;
    this.seen = source.view();
  }

  List<SavedSegment> segments() {
    return source.view().segments();
  }

  ProjectView view() {
    return source.view();
  }

  /** The ids of the segments that are looked at, in their order. */
  ObservableList<String> chosen() {
    return chosen;
  }

  /** Who is in exactly which of them; null while there are fewer than two, or before it is known. */
  ReadOnlyObjectProperty<@Nullable SegmentOverlap> found() {
    return found.getReadOnlyProperty();
  }

  /** Why they cannot be looked at together; null where they can. */
  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /** The set of the region that is chosen; 0 for those in none of the segments, {@link #NONE} where none is chosen. */
  IntegerProperty region() {
    return region;
  }

  ObjectProperty<Form> form() {
    return form;
  }

  ObjectProperty<Order> order() {
    return order;
  }

  /** Whether one more can be looked at. */
  boolean room() {
    return chosen.size() < Overlap.MOST;
  }

  void choose(String id, boolean wanted) {
    if (wanted && !chosen.contains(id) && room()) {
      chosen.add(id);
      count();
    } else if (!wanted && chosen.remove(id)) {
      count();
    }
  }

  /** Looks at these and no others; those that are gone or too many are left out. */
  void choose(List<String> ids) {
    chosen.setAll(ids.stream().filter(this::there).distinct().limit(Overlap.MOST).toList());
    count();
  }

  private boolean there(String id) {
    return segments().stream().anyMatch(saved -> saved.id().equals(id));
  }

  /** The project may have changed. */
  void refresh() {
    if (!source.view().equals(seen)) {
      choose(List.copyOf(chosen));
    }
  }

  private void count() {
    seen = source.view();
    region.set(NONE);
    problem.set(null);
    if (form.get() == Form.RULES && chosen.size() != 2) {
      form.set(Form.PICTURE);
    }
    preferCircles();
    if (chosen.size() < 2) {
      jobs.cancel(COUNT);
      found.set(null);
      return;
    }
    List<String> asked = List.copyOf(chosen);
    jobs.run(COUNT, Message.of("project.overlapping"), job -> source.overlap(asked, job), found::set,
        failure -> {
          found.set(null);
          if (failure instanceof Problem known) {
            problem.set(known.message());
          } else {
            after.complain().accept(failure);
          }
        });
  }

  /** Whether circles can show so many segments. */
  boolean circles() {
    return chosen.size() <= Venn.MOST;
  }

  /** Too many for circles are a matrix, until they are few enough again. */
  private void preferCircles() {
    if (form.get() == Form.PICTURE && !circles()) {
      form.set(Form.MATRIX);
      instead = true;
    } else if (instead && circles()) {
      instead = false;
      if (form.get() == Form.MATRIX) {
        form.set(Form.PICTURE);
      }
    }
  }

  /** The regions that hold somebody, in the order chosen. */
  List<Overlap.Region> regions() {
    SegmentOverlap now = found.get();
    List<Overlap.Region> regions = new ArrayList<>(now == null ? List.of() : now.overlap().regions());
    if (order.get() == Order.DEGREE) {
      // the sort is stable: among equals the largest stays first
      regions.sort(Comparator.comparingInt(Overlap.Region::degree));
    }
    return regions;
  }

  /** Pairs that are hardly two segments. */
  List<Pair> nearDuplicates() {
    SegmentOverlap now = found.get();
    return now == null ? List.of() : now.overlap().pairs().stream().filter(Pair::nearDuplicate).toList();
  }

  FieldCatalog fields() {
    return source.fields();
  }

  /** Tells in which fields those only in the first of two segments differ from all who are in only one of them; not where one is empty. */
  void apart(SegmentOverlap found, Consumer<List<Distinction>> then) {
    if (found.overlap().count(1) > 0 && found.overlap().count(2) > 0) {
      jobs.run("overlap-apart", Message.of("overlap.comparing"),
          job -> source.apart(found, found.region(1),
              Bits.either(found.region(1), found.region(2)), job),
          then, after.complain());
    }
  }

  /** Opens the chosen region as a segment to be edited and saved. */
  void makeSegment(String name) {
    SegmentOverlap now = found.get();
    if (now != null && region.get() != NONE) {
      after.open().accept(now.region(region.get(), name));
    }
  }
}
