package app.parcelle.ui.segment;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * What a criterion asks about: a field of customers, or a column of events.
 *
 * @param dates the other dates that it can be compared with, in the order of the screens
 * @param marks what else is to be known of it
 * @param distribution gives how its values spread, when that is known
 * @param absence counts which texts do not occur
 */
record Subject(FieldRef ref, String title, ColumnType type, int scale, List<OtherDate> dates, Set<Mark> marks,
    Consumer<Consumer<Distribution>> distribution, Absence absence) {

  Subject {
    marks = Set.copyOf(marks);
  }

  /** What decides which questions can be asked, beside the type. */
  enum Mark {
    /** Its texts hold several elements. */
    LIST,
    /** It says whether a customer has consented. */
    CONSENT,
    /** It is of the rows of a table rather than of customers. */
    ROWS,
    /** It is the day of one of a customer's events. */
    EVENT_DAY
  }

  boolean is(Mark mark) {
    return marks.contains(mark);
  }

  /** Finds texts that do not occur in the data. */
  interface Absence {
    void of(List<String> texts, boolean exact, Consumer<List<String>> then);
  }

  /** Another date of the same customer, or of the same event. */
  record OtherDate(FieldRef ref, String title) {}

  static Subject of(Field field, Desk desk) {
    List<OtherDate> dates = desk.fields()
        .fields()
        .stream()
        .filter(other -> other.type().isDate() && !other.id().equals(field.id()))
        .map(other -> new OtherDate(new FieldRef(other.name(), other.id()), desk.title(other)))
        .toList();
    return new Subject(new FieldRef(field.name(), field.id()), desk.title(field), field.type(), field.scale(),
        dates, marks(field, new FieldMeanings(desk.fields())), then -> desk.distributions().of(field, then),
        (texts, exact, then) -> desk.distributions().absent(field, texts, exact, then));
  }

  static Subject of(TableVersion table, Column column, Desk desk) {
    List<OtherDate> dates = table.columns()
        .stream()
        .filter(other -> other.type().isDate() && !other.id().equals(column.id()))
        .map(other -> new OtherDate(ref(table, other), other.name()))
        .toList();
    return new Subject(ref(table, column), column.name(), column.type(), column.scale(), dates,
        column.meaning().kind() == Meaning.Kind.LIST ? Set.of(Mark.LIST, Mark.ROWS) : Set.of(Mark.ROWS),
        then -> {
          if (column.type().isText()) {
            desk.distributions().of(table, column, values -> then.accept(Distribution.ofTexts(values)));
          }
        }, (texts, exact, then) -> desk.distributions()
            .of(table, column, values -> then.accept(values.absent(texts, exact))));
  }

  private static Set<Mark> marks(Field field, FieldMeanings meanings) {
    return meanings.isList(field)
        ? Set.of(Mark.LIST)
        : meanings.role(field) == Role.CONSENT ? Set.of(Mark.CONSENT) : Set.of();
  }

  private static FieldRef ref(TableVersion table, Column column) {
    return new FieldRef(column.name(), table.tableId() + "." + column.id());
  }
}
