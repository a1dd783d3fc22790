package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Blank;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** What is measured of a customer's events, compared with a number, in a window, and which events count. */
final class EventEditor implements ValueEditor {
  private final Desk desk;
  private final TableVersion table;
  private final Edits edits;
  private final List<Node> parts = new ArrayList<>();
  private final Button window = new Button();
  private final Button where = new Button();
  private final TextField first;
  private final TextField second;
  private final @Nullable Asked asked;
  private final NumberOperator operator;
  private Row row;

  /** What is measured; null measure for "never". */
  private record Asked(@Nullable Measure measure, @Nullable FieldRef property) {}

  EventEditor(Desk desk, TableVersion table, Row row, Edits edits) {
    this.desk = desk;
    this.table = table;
    this.edits = edits;
    this.row = row;
    this.asked = asked(row.test());
    this.operator = row.test() instanceof EventTest test ? test.operator() : NumberOperator.AT_LEAST;
    first = Inputs.field("", 44, text -> typed(text, true));
    second = Inputs.field("", 44, text -> typed(text, false));
    first.setAccessibleText(desk.text("builder.number.value", table.name()));
    second.setAccessibleText(desk.text("builder.number.upTo", table.name()));
    build();
  }

  @Override
  public List<Node> parts() {
    return parts;
  }

  @Override
  public boolean show(Row now) {
    boolean sameOperator = !(now.test() instanceof EventTest test) || test.operator() == operator;
    if (!java.util.Objects.equals(asked(now.test()), asked) || !sameOperator) {
      return false;
    }
    row = now;
    if (now.test() instanceof EventTest test) {
      show(first, now.blanks().contains(Blank.FIRST) ? null : test.value());
      show(second, now.blanks().contains(Blank.SECOND) ? null : test.second());
    }
    window.setText(WindowEditor.words(window(), desk));
    List<Condition> tests = WhereEditor.tests(where());
    where.setText(tests.isEmpty()
        ? desk.text("builder.where.none")
        : desk.text("builder.where.some", tests.size(), table.name()));
    where.getStyleClass().remove("accent");
    if (!tests.isEmpty()) {
      where.getStyleClass().add("accent");
    }
    return true;
  }

  private void build() {
    MenuButton measures = Inputs.choice(choices(), asked == null ? new Asked(null, null) : asked,
        this::name,
        this::ask);
    measures.setAccessibleText(desk.text("builder.event.measure", table.name()));
    parts.add(measures);
    if (row.test() instanceof EventTest) {
      MenuButton operators = Inputs.choice(
          List.of(NumberOperator.AT_LEAST, NumberOperator.AT_MOST, NumberOperator.EQUAL,
              NumberOperator.BETWEEN),
          operator, o -> desk.text("builder.event.compare." + Operators.id(o)), // keys: builder.event.compare.*
          this::compare);
      operators.setAccessibleText(desk.text("builder.operator", table.name()));
      parts.add(operators);
      parts.add(operator.needsTwo()
          ? Parts.line(6, first, Parts.fixed(desk.text("builder.number.and"), "muted"), second)
          : first);
    }
    window.getStyleClass().add("value");
    window.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    Bubble.on(window, () -> new WindowEditor(desk, window(), this::become));
    where.getStyleClass().add("chip");
    where.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    where.setDisable(!WhereEditor.shows(where()));
    Bubble.on(where, () -> new WhereEditor(desk, table, where(), this::become));
    parts.add(window);
    parts.add(where);
  }

  private List<Asked> choices() {
    List<Asked> choices = new ArrayList<>();
    choices.add(new Asked(Measure.COUNT, null));
    if (table.withRole(Role.ORDER_KEY).isPresent()) {
      choices.add(new Asked(Measure.LINES, null));
    }
    if (table.withRole(Role.AMOUNT).isPresent()) {
      choices.add(new Asked(Measure.SUM, null));
    }
    for (Column column : table.columns()) {
      if (column.type().isNumber() && column.role() != Role.AMOUNT) {
        choices.add(new Asked(Measure.SUM, new FieldRef(column.name(), table.tableId() + "." + column.id())));
      }
    }
    choices.add(new Asked(Measure.DAYS_SINCE_LAST, null));
    choices.add(new Asked(null, null));
    if (asked != null && !choices.contains(asked)) {
      choices.add(asked);
    }
    return choices;
  }

  private String name(Asked choice) {
    if (choice.measure() == null) {
      return desk.text("builder.event.never");
    }
    return switch (choice.measure()) {
      case COUNT -> desk.text("builder.event.count");
      case LINES -> desk.text("builder.event.lines");
      case SUM -> choice.property() == null
          ? desk.text("builder.event.amount")
          : desk.text("builder.event.sum", choice.property().name());
      case DAYS_SINCE_LAST -> desk.text("builder.event.daysSinceLast");
      default -> throw new UnsupportedOperationException("later");
    };
  }

  private static @Nullable Asked asked(Condition test) {
    return switch (test) {
      case EventTest event -> new Asked(event.measure(), event.property());
      case Never _ -> new Asked(null, null);
      default -> null;
    };
  }

  private void ask(Asked choice) {
    if (choice.measure() == null) {
      replace(new Never(table.name(), window(), where()), Set.of());
    } else if (row.test() instanceof EventTest test && test.measure() == Measure.COUNT
        && choice.measure() == Measure.LINES) {
      replace(
          new EventTest(table.name(), choice.measure(), null, operator, test.value(), test.second(), window(),
              where()),
          row.blanks());
    } else {
      boolean counts = choice.measure() == Measure.COUNT || choice.measure() == Measure.LINES;
      replace(new EventTest(table.name(), choice.measure(), choice.property(), NumberOperator.AT_LEAST,
          BigDecimal.ONE, null, choice.measure() == Measure.DAYS_SINCE_LAST ? new Window.Ever() : window(),
          where()),
          counts ? Set.of() : Set.of(Blank.FIRST));
    }
  }

  private void compare(NumberOperator next) {
    EventTest test = (EventTest) row.test();
    BigDecimal upTo = !next.needsTwo() ? null : test.second() == null ? BigDecimal.ZERO : test.second();
    replace(
        new EventTest(test.table(), test.measure(), test.property(), next, test.value(), upTo, test.window(),
            test.where()),
        Operators.blanks(row.blanks().contains(Blank.FIRST), next.needsTwo() && test.second() == null));
  }

  private void typed(String text, boolean isFirst) {
    EventTest test = (EventTest) row.test();
    var value = desk.figures().parse(text);
    BigDecimal given = value.orElse(BigDecimal.ZERO);
    replace(
        new EventTest(test.table(), test.measure(), test.property(), operator, isFirst ? given : test.value(),
            isFirst ? test.second() : given, test.window(), test.where()),
        Operators.blanks(isFirst ? value.isEmpty() : row.blanks().contains(Blank.FIRST),
            isFirst ? row.blanks().contains(Blank.SECOND) : value.isEmpty()));
  }

  private void become(Window now) {
    replace(row.test() instanceof EventTest test
        ? new EventTest(test.table(), test.measure(), test.property(), operator, test.value(), test.second(),
            now,
            test.where())
        : new Never(table.name(), now, where()), row.blanks());
  }

  private void become(@Nullable Condition now) {
    replace(row.test() instanceof EventTest test
        ? new EventTest(test.table(), test.measure(), test.property(), operator, test.value(), test.second(),
            test.window(), now)
        : new Never(table.name(), window(), now), row.blanks());
  }

  private Window window() {
    return switch (row.test()) {
      case EventTest test -> test.window();
      case Never never -> never.window();
      default -> new Window.Ever();
    };
  }

  private @Nullable Condition where() {
    return switch (row.test()) {
      case EventTest test -> test.where();
      case Never never -> never.where();
      default -> null;
    };
  }

  private void show(TextField field, @Nullable BigDecimal value) {
    BigDecimal typed = desk.figures().parse(field.getText()).orElse(null);
    boolean same = value == null ? typed == null : typed != null && value.compareTo(typed) == 0;
    if (!same) {
      field.setText(value == null ? "" : desk.figures().number(value));
    }
  }

  private void replace(Condition test, Set<Blank> blanks) {
    edits.replace(new Row(row.id(), test, blanks), false);
  }
}
