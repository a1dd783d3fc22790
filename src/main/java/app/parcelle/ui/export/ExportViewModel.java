package app.parcelle.ui.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.export.Columns;
import app.parcelle.engine.export.ExportOptions;
import app.parcelle.engine.export.ExportReport;
import app.parcelle.engine.export.PersonaPage;
import app.parcelle.engine.export.Preflight;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.PastExport;
import app.parcelle.engine.project.ProjectView;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.ClustersTested;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.shell.Workbench;

/** Which segments are handed over, with what columns, and what the workbook would be like. */
final class ExportViewModel {
  private static final String COUNTS = "exports-counts";
  private static final String PREVIEW = "exports.preview";
  private static final String SAVE = "exports.save";
  private static final String PAST = "exports-past";
  private static final String PERSONAS = "exports-personas";
  private static final int LONGEST_NAME = 80;

  private final ExportSource source;
  private final Workbench workbench;
  private final ObservableList<SavedSegment> segments = FXCollections.observableArrayList();
  private final ObservableSet<String> chosen = FXCollections.observableSet(new LinkedHashSet<>());
  private final ObservableMap<String, Integer> counts = FXCollections.observableHashMap();
  private final ObservableList<Field> columns = FXCollections.observableArrayList();
  private final ObservableList<PastExport> past = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ObservableList<SavedClustering> clusterings = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable SavedClustering> personas = new ReadOnlyObjectWrapper<>();
  private final ObservableList<PersonaPage> pages = FXCollections.observableArrayList();
  private FieldCatalog catalog;
  private @Nullable ProjectView seen;
  private boolean columnsChosen;
  private boolean personasChosen;

  ExportViewModel(ExportSource source, Workbench workbench) {
    this.source = source;
    this.workbench = workbench;
    this.catalog = source.fields();
    personas.addListener((_, _, _) -> lookAtPersonas());
  }

  /** The saved segments of the project. */
  ObservableList<SavedSegment> segments() {
    return segments;
  }

  /** The ids of those that are handed over. */
  ObservableSet<String> chosen() {
    return chosen;
  }

  /** Customers by id of the segment, as they become known; -1 where it cannot be computed. */
  ObservableMap<String, Integer> counts() {
    return counts;
  }

  /** The saved clusterings of the project. */
  ObservableList<SavedClustering> clusterings() {
    return clusterings;
  }

  /** Whose personas have a sheet: the one that the chosen segments test, until a person chooses; null for none. */
  ReadOnlyObjectProperty<@Nullable SavedClustering> personas() {
    return personas.getReadOnlyProperty();
  }

  /** Each persona of the sheet; none while there is no sheet, or it is not known. */
  ObservableList<PersonaPage> pages() {
    return pages;
  }

  private void lookAtPersonas() {
    SavedClustering whose = personas.get();
    if (whose == null) {
      pages.clear();
      workbench.jobs().cancel(PERSONAS);
      return;
    }
    Texts texts = workbench.texts();
    workbench.jobs()
        .run(PERSONAS, Message.of("exports.job.preview"), job -> source.personas(whose.id(), texts, job),
            pages::setAll, failure -> {
              pages.clear();
              workbench.complain(failure);
            });
  }

  void choosePersonas(@Nullable SavedClustering clustering) {
    if (!Objects.equals(clustering, personas.get())) {
      personasChosen = true;
      personas.set(clustering);
    }
  }

  private void followPersonas() {
    SavedClustering before = personas.get();
    if (personasChosen && before != null) {
      personas.set(clusterings.stream().filter(c -> c.id().equals(before.id())).findFirst().orElse(null));
    } else if (!personasChosen) {
      Set<String> tested = chosenSegments().stream()
          .map(Segment::rule)
          .flatMap(Stream::ofNullable)
          .flatMap(rule -> ClustersTested.by(rule).stream())
          .collect(Collectors.toSet());
      personas.set(clusterings.stream()
          .filter(c -> tested.contains(c.id()) || tested.contains(c.name()))
          .findFirst()
          .orElse(null));
    }
  }

  /** The columns of the list, in order. */
  ObservableList<Field> columns() {
    return columns;
  }

  /** What was handed over, the last first. */
  ObservableList<PastExport> past() {
    return past;
  }

  /** In which times of day are told. */
  ZoneId zone() {
    return workbench.view().get().zone();
  }

  /** Fields that are no column yet. */
  List<Field> available() {
    return catalog.fields().stream().filter(field -> !columns.contains(field)).toList();
  }

  /** What stands above a column. */
  String heading(Field field) {
    return Columns.heading(field, new FieldNames(catalog, workbench.texts()));
  }

  /** What would be written; null while nothing is chosen or it is not known. */
  ReadOnlyObjectProperty<@Nullable Preview> preview() {
    return preview.getReadOnlyProperty();
  }

  /** Why there is no preview; null where there is one or nothing is chosen. */
  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the preview is being made anew, and what is shown may be of before. */
  ReadOnlyBooleanProperty looking() {
    return workbench.jobs().running(PREVIEW);
  }

  ReadOnlyBooleanProperty saving() {
    return workbench.jobs().running(SAVE);
  }

  /** Takes over what the project now holds. */
  void refresh() {
    ProjectView now = workbench.view().get();
    if (now.equals(seen)) {
      return;
    }
    boolean first = segments.isEmpty();
    seen = now;
    catalog = source.fields();
    segments.setAll(now.segments());
    clusterings.setAll(now.clusterings());
    Set<String> there = new LinkedHashSet<>();
    segments.forEach(segment -> there.add(segment.id()));
    chosen.retainAll(there);
    if (first && chosen.isEmpty() && !segments.isEmpty()) {
      chosen.add(segments.getFirst().id());
    }
    refreshColumns();
    count();
    remember();
    look();
  }

  /** Chooses these segments and no other. */
  void choose(List<String> ids) {
    chosen.retainAll(ids);
    chosen.addAll(ids);
    look();
  }

  void choose(String id, boolean in) {
    if (in ? chosen.add(id) : chosen.remove(id)) {
      look();
    }
  }

  /** Adds a column at the end. */
  void add(Field field) {
    if (!columns.contains(field)) {
      columns.add(field);
      columnsChanged();
    }
  }

  /** Takes a column out; the last one stays, since a list needs one. */
  void remove(Field field) {
    if (columns.size() > 1 && columns.remove(field)) {
      columnsChanged();
    }
  }

  /** Puts a column at a position, 0 to size - 1; beyond either end it goes to the end. */
  void move(Field field, int position) {
    int target = Math.clamp(position, 0, columns.size() - 1);
    if (columns.contains(field) && columns.indexOf(field) != target) {
      List<Field> moved = new ArrayList<>(columns);
      moved.remove(field);
      moved.add(target, field);
      columns.setAll(moved);
      columnsChanged();
    }
  }

  /** Asks where, and writes the workbook there. */
  void save() {
    Preview shown = preview.get();
    if (shown == null) {
      return;
    }
    workbench.files()
        .save(Message.of("exports.save.title"), fileName(shown.title()), "xlsx")
        .ifPresent(this::write);
  }

  void cancelSaving() {
    workbench.jobs().cancel(SAVE);
  }

  /** Makes the preview anew, as after a change of language. */
  void look() {
    problem.set(null);
    List<Segment> segmentsNow = chosenSegments();
    followPersonas();
    if (segmentsNow.isEmpty()) {
      preview.set(null);
      workbench.jobs().cancel(PREVIEW);
      return;
    }
    ExportOptions options = options();
    Texts texts = workbench.texts();
    workbench.jobs().run(PREVIEW, Message.of("exports.job.preview"), job -> {
      var content = source.content(segmentsNow, options, job);
      return Preview.of(content, Preflight.of(content, job), texts);
    }, preview::set, this::failed);
  }

  private void write(Path out) {
    List<Segment> segmentsNow = chosenSegments();
    ExportOptions options = options();
    SavedClustering personasNow = personas.get();
    String clustering = personasNow == null ? null : personasNow.id();
    workbench.jobs()
        .run(SAVE, Message.of("exports.job.save", name(out)),
            job -> source.write(segmentsNow, clustering, options, out, job), report -> said(report, out),
            workbench::complain);
  }

  private void said(ExportReport report, Path out) {
    remember();
    workbench.say(Message.of("exports.saved", report.rows(), name(out)));
  }

  private void remember() {
    workbench.jobs()
        .run(PAST, Message.of("exports.job.past"), _ -> source.past(), past::setAll, workbench::complain);
  }

  private void failed(Throwable failure) {
    preview.set(null);
    if (failure instanceof Problem expected) {
      problem.set(expected.message());
    } else {
      workbench.complain(failure);
    }
  }

  private void count() {
    List<SavedSegment> all = List.copyOf(segments);
    counts.clear();
    workbench.jobs()
        .run(COUNTS, Message.of("exports.job.counts"), job -> counts(all, job), counts::putAll,
            workbench::complain);
  }

  private Map<String, Integer> counts(List<SavedSegment> all, JobContext job) {
    Map<String, Integer> known = new HashMap<>();
    for (SavedSegment saved : all) {
      job.throwIfCancelled();
      known.put(saved.id(), source.count(saved.segment(), job));
    }
    return known;
  }

  /** Columns follow the project: renamed ones keep their place, those that are gone leave. */
  private void refreshColumns() {
    List<Field> still = columnsChosen
        ? columns.stream()
            .map(Field::id)
            .map(id -> catalog.withId(id).orElse(null))
            .filter(Objects::nonNull)
            .toList()
        : List.of();
    columns.setAll(still.isEmpty() ? Columns.usual(catalog) : still);
  }

  private void columnsChanged() {
    columnsChosen = true;
    look();
  }

  private List<Segment> chosenSegments() {
    return segments.stream().filter(saved -> chosen.contains(saved.id())).map(SavedSegment::segment).toList();
  }

  private ExportOptions options() {
    return new ExportOptions(columns.stream().map(Field::id).toList(), workbench.texts().locale(),
        java.time.Instant.now());
  }

  /** The title without what the names of files may not hold on some systems, cut after a whole word. */
  private static String fileName(String title) {
    String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+", " ").strip();
    if (name.length() > LONGEST_NAME) {
      int word = name.lastIndexOf(' ', LONGEST_NAME);
      name = name.substring(0, word > 0 ? word : LONGEST_NAME).replaceFirst("[\\p{Punct}\\s]+$", "");
    }
    return name + ".xlsx";
  }

  private static String name(Path out) {
    return String.valueOf(out.getFileName());
  }
}
