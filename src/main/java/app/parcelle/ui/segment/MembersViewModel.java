package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Identifying;
import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Role;
import app.parcelle.ui.job.JobRunner;

/** The members as a table: its columns, its order and the rows. Nothing is computed while nobody looks. */
final class MembersViewModel {
  /** More rows than that are not for the clipboard, but for an export. */
  static final int MOST_COPIED = 100_000;

  private static final String MEMBERS = "members";
  private static final String FIND = "members-find";
  private static final int FIRST_COLUMNS = 7;

  private final SegmentViewModel model;
  private final Audiences audiences;
  private final People people;
  private final JobRunner jobs;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<@Nullable MemberRows> rows = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>(new Order(null, false));
  private final SimpleBooleanProperty watched = new SimpleBooleanProperty();
  private final SimpleBooleanProperty masked = new SimpleBooleanProperty(true);
  private @Nullable List<String> chosen;
  private Locale locale = Locale.ROOT;

  /**
   * What the rows are sorted by.
   *
   * @param by null for the order in which customers came
   */
  record Order(@Nullable Field by, boolean descending) {}

  MembersViewModel(SegmentViewModel model, Audiences audiences, People people, JobRunner jobs,
      Notices notices) {
    this.model = model;
    this.audiences = audiences;
    this.people = people;
    this.jobs = jobs;
    this.notices = notices;
    model.outcome().subscribe(_ -> load());
    watched.subscribe(_ -> load());
  }

  /** Whether somebody looks at the table; bound by its view. */
  SimpleBooleanProperty watched() {
    return watched;
  }

  /** Whether what points at persons is hidden. */
  SimpleBooleanProperty masked() {
    return masked;
  }

  /** Null until the first are there; those of the rule before until then. */
  ReadOnlyObjectProperty<@Nullable MemberRows> rows() {
    return rows.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Order> order() {
    return order.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loading() {
    return jobs.running(MEMBERS);
  }

  /** In whose order texts are sorted. */
  void speak(Locale language) {
    locale = language;
  }

  /** All fields that a column can show; the key stands before them in any case. */
  List<Field> choices() {
    return audiences.fields().fields().stream().filter(field -> !(field instanceof Field.Key)).toList();
  }

  /** The columns: those that the person chose and that are still there, else a usual few. */
  List<Field> columns() {
    List<String> ids = chosen;
    return ids == null ? usual() : choices().stream().filter(field -> ids.contains(field.id())).toList();
  }

  void choose(List<Field> fields) {
    chosen = fields.stream().map(Field::id).toList();
    load();
  }

  boolean isPersonal(Field field) {
    return Identifying.of(field, audiences.fields()) == Identifying.BY_ITSELF;
  }

  /** What customers did comes first, then what is known of them, without what points at persons. */
  private List<Field> usual() {
    List<Field> all = new ArrayList<>(choices().stream().filter(field -> !isPersonal(field)).toList());
    all.sort(Comparator.comparingInt(MembersViewModel::rank));
    return all.stream().limit(FIRST_COLUMNS).toList();
  }

  private static int rank(Field field) {
    return switch (field) {
      case Field.OfTrait trait -> trait.isPlain() && trait.trait() != Trait.TENURE ? 0 : 4;
      case Field.OfCustomer of -> of.role() == Role.PLACE || of.role() == Role.CONSENT ? 1 : 2;
      case Field.Cluster _,Field.Score _ -> 1;
      case Field.Lifted _,Field.Key _ -> 3;
    };
  }

  /** @param by null for the order in which customers came */
  void sort(@Nullable Field by, boolean descending) {
    Order wanted = new Order(by, descending);
    if (!wanted.equals(order.get())) {
      order.set(wanted);
      load();
    }
  }

  /** The field of the keys, by which the first column is sorted. */
  @Nullable
  Field key() {
    return audiences.fields().fields().stream().filter(Field.Key.class::isInstance).findFirst().orElse(null);
  }

  private void load() {
    Outcome shown = model.outcome().get();
    if (!watched.get()) {
      return;
    }
    if (shown == null || shown.evaluation().members() == null) {
      jobs.cancel(MEMBERS);
      rows.set(null);
      return;
    }
    List<Field> columns = columns();
    Order by = order.get();
    Locale language = locale;
    jobs.run(MEMBERS, Message.of("audience.job.members"),
        job -> people.members(shown.segment(), shown.evaluation(), columns, by.by(), by.descending(),
            language, job),
        rows::set, notices::complain);
  }

  /** Gives the row of the key that was typed, else of the first that begins so; -1 where none does. */
  void find(String typed, IntConsumer then) {
    MemberRows shown = rows.get();
    if (typed.isBlank() || shown == null) {
      jobs.cancel(FIND);
      return;
    }
    jobs.run(FIND, Message.of("audience.job.keys"), job -> shown.find(typed, job), then::accept,
        notices::complain);
  }

  /**
   * Gives lines of text to be copied: names of the columns, then the rows, tabs between cells.
   *
   * @param which positions of rows; null for all
   * @param head the names of the columns
   */
  void copy(@Nullable List<Integer> which, List<String> head, MemberText text, Consumer<String> then) {
    MemberRows shown = rows.get();
    if (shown == null) {
      return;
    }
    int count = which == null ? shown.size() : which.size();
    if (count > MOST_COPIED) {
      notices.say(Message.of("audience.said.tooMany", count, MOST_COPIED));
      return;
    }
    jobs.run("members-copy", Message.of("audience.job.members"), job -> {
      StringBuilder lines = new StringBuilder(String.join("\t", head));
      for (int i = 0; i < count; i++) {
        if (i % 1024 == 0) {
          job.throwIfCancelled();
        }
        int row = which == null ? i : which.get(i);
        lines.append('\n').append(text.line(shown.page(row, row + 1).getFirst()));
      }
      return lines.toString();
    }, copied -> {
      then.accept(copied);
      notices.say(Message.of("audience.said.copied", count));
    }, notices::complain);
  }

  /** How a row is written. */
  interface MemberText {
    String line(MemberRows.Row row);
  }

  /** What is shown of a value. */
  String shown(Field field, String value) {
    return masked.get() && isPersonal(field) && !Objects.equals(value, "") ? "•••••" : value;
  }
}
