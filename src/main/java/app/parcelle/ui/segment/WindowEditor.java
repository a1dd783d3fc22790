package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.SpokenDays;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** Which events are looked at: by their day, or how many of the latest. */
final class WindowEditor extends VBox {
  private enum Kind {
    EVER, LAST, WHOLE, SINCE, BETWEEN, AGO, LATEST
  }

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<CalendarUnit> UNITS = List.of(CalendarUnit.values());

  private final Desk desk;
  private final TableVersion table;
  private final Consumer<Window> change;
  private final MenuButton kinds;
  private final FlowPane values = new Wrapping();
  private Window window;

  WindowEditor(Desk desk, TableVersion table, Window start, Consumer<Window> change) {
    super(10);
    this.desk = desk;
    this.table = table;
    this.window = start;
    this.change = change;
    SpokenDays spoken = new SpokenDays(desk.today(), desk.texts().locale());
    SpokenField field = new SpokenField(desk, spoken::window, SpokenDays::window, now -> words(now, desk),
        this::take);
    kinds = Inputs.choice(KINDS, kind(start),
        kind -> desk.text("builder.window.kind." + Operators.id(kind)), // keys: builder.window.kind.*
        kind -> take(start(kind)));
    kinds.setAccessibleText(desk.text("builder.window.title"));
    setPrefWidth(400);
    getChildren().addAll(Parts.label(desk.text("builder.window.title"), "section-label"), field, kinds,
        values);
    focusedProperty().subscribe(focused -> {
      if (focused) {
        field.requestFocus();
      }
    });
    rebuild();
  }

  /** In a few words, as the button says it. */
  static String words(Window window, Desk desk) {
    return switch (window) {
      case Window.Ever() -> desk.text("builder.window.ever");
      case Window.Last(Period period, boolean today) -> desk.text(
          "builder.window.last." + Operators.id(period.unit()), // keys: builder.window.last.*
          period.n()) + (today ? " " + desk.text("builder.window.andToday") : "");
      case Window.Since(LocalDate first) -> desk.text("builder.window.since", desk.figures().day(first));
      case Window.Between(LocalDate first, LocalDate last) ->
        desk.text("builder.window.between", desk.figures().day(first), desk.figures().day(last));
      case Window.Whole(CalendarUnit unit, int ago) -> wholeWords(unit, ago, desk);
      case Window.Ago(Period from, Period to) ->
        desk.text("builder.window.ago", period(from, desk), period(to, desk));
      case Window.Latest(int n, _) -> desk.text("builder.window.latest", n);
    };
  }

  /** The whole of a unit of the calendar: last month. */
  static String wholeWords(CalendarUnit unit, int ago, Desk desk) {
    // keys: builder.whole.*
    return desk.text("builder.whole." + Operators.id(unit), ago, Math.abs(ago));
  }

  static String period(Period period, Desk desk) {
    return desk.figures().count(period.n()) + " "
        + desk.text("builder.period." + Operators.id(period.unit())); // keys: builder.period.*
  }

  private void take(Window now) {
    boolean other = kind(now) != kind(window) || !now.equals(window);
    become(now);
    if (other) {
      Inputs.choose(kinds, KINDS.indexOf(kind(now)));
      rebuild();
    }
  }

  private void rebuild() {
    values.getChildren().setAll(switch (window) {
      case Window.Ever() -> List.<Node>of(Parts.label(desk.text("builder.window.everHint"), "muted"));
      case Window.Last(Period period, boolean today) -> {
        CheckBox includingToday = new CheckBox(desk.text("builder.window.includingToday"));
        includingToday.setSelected(today);
        includingToday.setOnAction(_ -> become(new Window.Last(((Window.Last) window).period(),
            includingToday.isSelected())));
        yield List.of(new PeriodField(desk, period,
            p -> become(new Window.Last(p, includingToday.isSelected()))), includingToday);
      }
      case Window.Since(LocalDate first) -> List.of(picker(first, day -> become(new Window.Since(day))));
      case Window.Between(LocalDate first, LocalDate last) -> List.of(
          picker(first, day -> between(day, ((Window.Between) window).last())),
          Parts.fixed(desk.text("builder.number.and"), "muted"),
          picker(last, day -> between(((Window.Between) window).first(), day)));
      case Window.Whole(CalendarUnit unit, int ago) -> whole(desk, unit, ago,
          (u, n) -> become(new Window.Whole(u, Math.max(0, n))));
      case Window.Ago(Period from, Period to) -> List.of(
          Parts.fixed(desk.text("builder.window.from"), "muted"),
          new PeriodField(desk, from, p -> become(new Window.Ago(p, ((Window.Ago) window).to()))),
          Parts.fixed(desk.text("builder.window.to"), "muted"),
          new PeriodField(desk, to, p -> become(new Window.Ago(((Window.Ago) window).from(), p))),
          Parts.fixed(desk.text("builder.window.beforeToday"), "muted"));
      case Window.Latest(int n, Condition among) -> {
        NumberBox many = new NumberBox(desk, desk.text("builder.period.number"), 52, number -> {
          int next = number.intValue();
          if (next >= 1 && number.compareTo(BigDecimal.valueOf(next)) == 0) {
            become(new Window.Latest(next, ((Window.Latest) window).among()));
          }
        });
        many.show(BigDecimal.valueOf(n));
        Button choose = new EventParts(desk).where(table, 0, () -> ((Window.Latest) window).among(),
            now -> become(new Window.Latest(((Window.Latest) window).n(), now)));
        choose.setAccessibleText(desk.text("builder.window.among"));
        yield List.of(many, Parts.fixed(desk.text("builder.window.latestOf", table.name()), "muted"), choose);
      }
    });
  }

  /** Takes a unit of the calendar, and how many ago. */
  interface Whole {
    void of(CalendarUnit unit, int ago);
  }

  /** The unit, and which one: this, the one before, the one before that. */
  static List<Node> whole(Desk desk, CalendarUnit start, int startAgo, Whole change) {
    CalendarUnit[] unit = {start};
    int[] ago = {startAgo};
    MenuButton units = Inputs.choice(UNITS, start, u -> desk.text("builder.unit." + Operators.id(u)), u -> { // keys: builder.unit.*
      unit[0] = u;
      change.of(u, ago[0]);
    });
    units.setAccessibleText(desk.text("builder.period.unit"));
    List<Integer> which = new java.util.ArrayList<>(List.of(0, 1, 2, 3, 4, 6, 12));
    if (!which.contains(startAgo)) {
      which.add(startAgo);
    }
    MenuButton whiches = Inputs.choice(which, startAgo, n -> desk.text("builder.whole.ago", n, Math.abs(n)),
        n -> {
          ago[0] = n;
          change.of(unit[0], n);
        });
    whiches.setAccessibleText(desk.text("builder.whole.which"));
    return List.of(units, whiches);
  }

  private DatePicker picker(LocalDate start, Consumer<LocalDate> chosen) {
    DatePicker picker = Inputs.day(start, desk);
    picker.valueProperty().addListener((_, _, day) -> {
      if (day != null) {
        chosen.accept(day);
      }
    });
    return picker;
  }

  private void between(LocalDate first, LocalDate last) {
    become(first.isAfter(last) ? new Window.Between(last, first) : new Window.Between(first, last));
  }

  private static Kind kind(Window window) {
    return switch (window) {
      case Window.Ever _ -> Kind.EVER;
      case Window.Last _ -> Kind.LAST;
      case Window.Since _ -> Kind.SINCE;
      case Window.Between _ -> Kind.BETWEEN;
      case Window.Whole _ -> Kind.WHOLE;
      case Window.Ago _ -> Kind.AGO;
      case Window.Latest _ -> Kind.LATEST;
    };
  }

  private Window start(Kind kind) {
    LocalDate today = desk.today();
    return switch (kind) {
      case EVER -> new Window.Ever();
      case LAST -> new Window.Last(new Period(90, Period.Unit.DAYS), false);
      case SINCE -> new Window.Since(today.withDayOfYear(1));
      case BETWEEN -> new Window.Between(today.withDayOfYear(1), today);
      case WHOLE -> new Window.Whole(CalendarUnit.MONTH, 1);
      case AGO -> new Window.Ago(new Period(90, Period.Unit.DAYS), new Period(30, Period.Unit.DAYS));
      case LATEST -> new Window.Latest(5, null);
    };
  }

  private void become(Window now) {
    if (!now.equals(window)) {
      window = now;
      change.accept(now);
    }
  }
}
