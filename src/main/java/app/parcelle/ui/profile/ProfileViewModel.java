package app.parcelle.ui.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.profile.Association;
import app.parcelle.engine.profile.Associations;
import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.PairPicture;
import app.parcelle.engine.profile.TableProfile;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.job.JobRunner;

/** The profile of one table: computed once for each version of it, filtered, sorted, and a bar of it made a segment. */
final class ProfileViewModel {
  private static final String PROFILE = "profile";
  private static final String PAIRS = "profile/pairs";
  private static final String PICTURE = "profile/picture";

  private final ProfileSource source;
  private final JobRunner jobs;
  private final After after;
  private final Map<Long, TableProfile> profiles = new HashMap<>();
  private final Map<Long, Associations> associations = new HashMap<>();

  private final ObservableList<TableVersion> tables = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable TableVersion> table = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TableProfile> profile = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Associations> pairs = new ReadOnlyObjectWrapper<>();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.TABLE);
  private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.COLUMNS);
  private final ObservableList<ColumnProfile> shown = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable ColumnProfile> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Association> pair = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Drawn> picture = new ReadOnlyObjectWrapper<>();

  /** In which order columns stand. */
  enum Order {
    /** As in the table. */
    TABLE,
    /** From A to Z. */
    NAME,
    /** The worst first. */
    QUALITY,
    /** The emptiest first. */
    MISSING
  }

  /** What is looked at. */
  enum Side {
    COLUMNS, PAIRS
  }

  /** A pair and its picture. */
  record Drawn(Association pair, PairPicture picture) {}

  /**
   * What the screen leaves to others.
   *
   * @param open takes a segment to edit it
   */
  record After(Consumer<Throwable> complain, Consumer<Segment> open) {}

  ProfileViewModel(ProfileSource source, JobRunner jobs, After after) {
    this.source = source;
    this.jobs = jobs;
    this.after = after;
    filter.addListener((_, _, _) -> arrange());
    order.addListener((_, _, _) -> arrange());
    side.addListener((_, _, _) -> look());
    pair.addListener((_, _, chosen) -> draw(chosen));
  }

  /** Takes over what the project now holds; the table that is looked at stays, in its newest version. */
  void refresh() {
    TableVersion before = table.get();
    refresh(before == null ? null : before.tableId());
  }

  private void refresh(@Nullable String tableId) {
    List<TableVersion> now = source.tables();
    if (!now.equals(tables)) {
      tables.setAll(now);
    }
    show(now.stream()
        .filter(one -> one.tableId().equals(tableId))
        .findFirst()
        .or(() -> now.stream().findFirst())
        .orElse(null));
  }

  /** Turns to another table. */
  void open(String tableId) {
    refresh(tableId);
  }

  private void show(@Nullable TableVersion next) {
    TableVersion before = table.get();
    boolean known = profile.get() != null || running().get();
    if (Objects.equals(before, next) && (known || next == null)) {
      return;
    }
    boolean other = before == null || next == null || !before.tableId().equals(next.tableId());
    jobs.cancel(PROFILE);
    jobs.cancel(PAIRS);
    if (other) {
      filter.set("");
      selected.set(null);
    }
    pair.set(null);
    table.set(next);
    profile.set(next == null ? null : profiles.get(next.versionId()));
    pairs.set(next == null ? null : associations.get(next.versionId()));
    arrange();
    look();
  }

  /** Begins what the side that is looked at needs and does not have. */
  void look() {
    TableVersion now = table.get();
    if (now == null) {
      return;
    }
    if (profile.get() == null && !running().get()) {
      jobs.run(PROFILE, Message.of("profile.looking", now.name()), job -> source.profile(now, job), found -> {
        profiles.put(now.versionId(), found);
        profile.set(found);
        arrange();
      }, after.complain);
    }
    if (side.get() == Side.PAIRS && pairs.get() == null && !comparing().get()) {
      jobs.run(PAIRS, Message.of("profile.comparing", now.name()), job -> source.associations(now, job),
          found -> {
            associations.put(now.versionId(), found);
            pairs.set(found);
          }, after.complain);
    }
  }

  private void draw(@Nullable Association chosen) {
    TableVersion now = table.get();
    jobs.cancel(PICTURE);
    picture.set(null);
    if (chosen != null && now != null) {
      jobs.<Optional<PairPicture>>run(PICTURE, Message.of("profile.comparing", now.name()),
          job -> Optional.ofNullable(source.picture(now, chosen, job)),
          found -> picture.set(found.map(drawn -> new Drawn(chosen, drawn)).orElse(null)),
          after.complain);
    }
  }

  void cancel() {
    jobs.cancel(PROFILE);
    jobs.cancel(PAIRS);
  }

  private void arrange() {
    TableProfile now = profile.get();
    if (now == null) {
      shown.clear();
      return;
    }
    String wanted = Folding.fold(filter.get());
    shown.setAll(now.columns()
        .stream()
        .filter(column -> Folding.fold(column.column().name()).contains(wanted))
        .sorted(comparator(order.get()))
        .toList());
    ColumnProfile before = selected.get();
    ColumnProfile same = before == null
        ? null
        : shown.stream()
            .filter(column -> column.column().id().equals(before.column().id()))
            .findFirst()
            .orElse(null);
    selected.set(same != null || shown.isEmpty() ? same : shown.getFirst());
  }

  /** Equals stay in the order of the table. */
  private static Comparator<ColumnProfile> comparator(Order order) {
    return switch (order) {
      case TABLE -> (_, _) -> 0;
      case NAME -> Comparator.comparing(column -> Folding.fold(column.column().name()));
      case QUALITY -> Comparator.comparingInt(ColumnProfile::quality);
      case MISSING -> Comparator.comparingLong(ColumnProfile::missing).reversed();
    };
  }

  /** Selects the column that is so many further on; stays where there is none. */
  void step(int by) {
    int next = shown.indexOf(selected.get()) + by;
    if (next >= 0 && next < shown.size()) {
      selected.set(shown.get(next));
    }
  }

  /** Whether a part of a column can be a segment. */
  boolean makes(ColumnProfile column, Part part) {
    return rule(column, part).isPresent();
  }

  /** Opens the customers of a part of a column as a segment to be edited; nothing where there can be none. */
  void make(ColumnProfile column, Part part, String name) {
    rule(column, part).ifPresent(condition -> {
      Condition rule = condition instanceof Condition.AllOf || condition instanceof Condition.AnyOf
          ? condition
          : new Condition.AllOf(List.of(condition));
      after.open.accept(new Segment(name, rule, new Segment.Reference.Project(), null));
    });
  }

  private Optional<Condition> rule(ColumnProfile column, Part part) {
    TableVersion now = table.get();
    return now == null
        ? Optional.empty()
        : new PartRule(now, source.fields(), source.zone()).of(column, part);
  }

  // what the screen shows

  ObservableList<TableVersion> tables() {
    return tables;
  }

  /** The table that is looked at; null when the project has none. */
  ReadOnlyObjectProperty<@Nullable TableVersion> table() {
    return table.getReadOnlyProperty();
  }

  /** Null until it has been computed. */
  ReadOnlyObjectProperty<@Nullable TableProfile> profile() {
    return profile.getReadOnlyProperty();
  }

  /** Null until they have been computed. */
  ReadOnlyObjectProperty<@Nullable Associations> pairs() {
    return pairs.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty running() {
    return jobs.running(PROFILE);
  }

  ReadOnlyBooleanProperty comparing() {
    return jobs.running(PAIRS);
  }

  /** Columns are shown whose name holds this, whatever the case and accents. */
  StringProperty filter() {
    return filter;
  }

  ObjectProperty<Order> order() {
    return order;
  }

  ObjectProperty<Side> side() {
    return side;
  }

  /** The columns, filtered and in order. */
  ObservableList<ColumnProfile> shown() {
    return shown;
  }

  /** The column that the inspector shows; null for none. */
  ObjectProperty<@Nullable ColumnProfile> selected() {
    return selected;
  }

  /** The pair that the inspector shows; null for none. */
  ObjectProperty<@Nullable Association> pair() {
    return pair;
  }

  /** How the two columns of a pair go together; null until it has been computed, and it may be of the pair before. */
  ReadOnlyObjectProperty<@Nullable Drawn> picture() {
    return picture.getReadOnlyProperty();
  }
}
