package app.parcelle.ui.split;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.split.Split;
import app.parcelle.engine.split.SplitBy;
import app.parcelle.ui.job.JobRunner;

/** Which segment is split by which field, and the parts that gives. Everything on the JavaFX thread. */
final class SplitViewModel {
  private static final String PREVIEW = "split";

  private final Project project;
  private final JobRunner jobs;
  private final After after;
  private final ObjectProperty<@Nullable SavedSegment> segment = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Field> field = new SimpleObjectProperty<>();
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.VALUES);
  private final IntegerProperty parts = new SimpleIntegerProperty(5);
  private final ObjectProperty<List<BigDecimal>> bounds = new SimpleObjectProperty<>(List.of());
  private final StringProperty folder = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Split> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();

  /** How customers are told apart. */
  enum Way {
    VALUES, QUANTILES, BOUNDS, MONTHS, YEARS, MONTHS_OF_YEAR
  }

  /**
   * What the screen leaves to others.
   *
   * @param saved called when the parts have been saved, with their number and folder
   */
  record After(Consumer<Throwable> complain, Consumer<Message> saved) {}

  SplitViewModel(Project project, JobRunner jobs, After after) {
    this.project = project;
    this.jobs = jobs;
    this.after = after;
    segment.addListener((_, _, now) -> {
      folder.set(now == null ? "" : folderOf(now));
      look();
    });
    field.addListener((_, before, now) -> {
      if (now != null && (before == null || !ways(now).equals(ways(before)))) {
        way.set(ways(now).getFirst());
      }
      look();
    });
    way.addListener((_, _, _) -> look());
    parts.addListener((_, _, _) -> look());
    bounds.addListener((_, _, _) -> look());
  }

  List<SavedSegment> segments() {
    return project.view().segments();
  }

  /** Fields that tell customers apart: not the key, which each has alone. */
  List<Field> fields() {
    return project.fields().fields().stream().filter(each -> !(each instanceof Field.Key)).toList();
  }

  ObjectProperty<@Nullable SavedSegment> segment() {
    return segment;
  }

  ObjectProperty<@Nullable Field> field() {
    return field;
  }

  ObjectProperty<Way> way() {
    return way;
  }

  /** How many values are parts of their own, or how many ranges there are. */
  IntegerProperty parts() {
    return parts;
  }

  /** Between ranges of a number. */
  ObjectProperty<List<BigDecimal>> bounds() {
    return bounds;
  }

  /** Where the parts go. */
  StringProperty folder() {
    return folder;
  }

  /** The parts with their counts; null while there is nothing to be split, or before they are known. */
  ReadOnlyObjectProperty<@Nullable Split> preview() {
    return preview.getReadOnlyProperty();
  }

  /** Why it cannot be split so; null where it can. */
  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /** The ways in which a field can tell customers apart, the usual one first. */
  static List<Way> ways(Field field) {
    if (field.type().isDate()) {
      return List.of(Way.MONTHS, Way.YEARS, Way.MONTHS_OF_YEAR);
    }
    return field.type().isNumber() && !(field instanceof Field.Cluster)
        ? List.of(Way.QUANTILES, Way.BOUNDS, Way.VALUES)
        : List.of(Way.VALUES);
  }

  /** Turns to a segment; the one before stays where there is none of that id. */
  void open(@Nullable String segmentId) {
    segments().stream().filter(saved -> saved.id().equals(segmentId)).findFirst().ifPresent(segment::set);
  }

  /** The project may have changed. */
  void refresh() {
    SavedSegment before = segment.get();
    segment.set(segments().stream()
        .filter(saved -> before != null && saved.id().equals(before.id()))
        .findFirst()
        .orElse(segments().isEmpty() ? null : segments().getFirst()));
    look();
  }

  private Optional<SplitBy> by() {
    Field by = field.get();
    return by == null || (way.get() == Way.BOUNDS && bounds.get().isEmpty())
        ? Optional.empty()
        : Optional.of(switch (way.get()) {
          case VALUES -> new SplitBy.Values(by, parts.get());
          case QUANTILES -> new SplitBy.Quantiles(by, parts.get());
          case BOUNDS -> new SplitBy.Bounds(by, bounds.get());
          case MONTHS -> new SplitBy.Calendar(by, SplitBy.Unit.MONTH);
          case YEARS -> new SplitBy.Calendar(by, SplitBy.Unit.YEAR);
          case MONTHS_OF_YEAR -> new SplitBy.Calendar(by, SplitBy.Unit.MONTH_OF_YEAR);
        });
  }

  private void look() {
    SavedSegment parent = segment.get();
    Optional<SplitBy> by = by();
    problem.set(null);
    if (parent == null || by.isEmpty()) {
      jobs.cancel(PREVIEW);
      preview.set(null);
      return;
    }
    jobs.run(PREVIEW, Message.of("project.splitting"), job -> project.split(parent.id(), by.get(), job),
        preview::set,
        failure -> {
          preview.set(null);
          if (failure instanceof Problem known) {
            problem.set(known.message());
          } else {
            after.complain().accept(failure);
          }
        });
  }

  /** Saves the parts as segments, all of them as one step. */
  void save(Texts texts) {
    SavedSegment parent = segment.get();
    Split split = preview.get();
    if (parent == null || split == null) {
      return;
    }
    List<Segment> children = split.segments(segments().stream().map(s -> s.segment().name()).toList(), texts);
    String place = folder.get();
    jobs.run("split-save", Message.of("splits.saving"),
        _ -> project.organising().saveParts(parent.id(), children, place),
        ids -> after.saved().accept(Message.of("splits.saved", ids.size(), parent.segment().name())),
        after.complain());
  }

  /** A folder of the segment's name, within the segment's own. */
  private String folderOf(SavedSegment saved) {
    String around = project.view().filings().of(saved.id()).folder();
    String name = saved.segment().name().replace('/', '-');
    return around.isEmpty() ? name : around + "/" + name;
  }
}
