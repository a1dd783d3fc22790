package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** Which events are looked at, by their day. */
final class WindowEditor extends VBox {
  private enum Kind {
    EVER, LAST, SINCE, BETWEEN
  }

  private final Desk desk;
  private final Consumer<Window> change;
  private final HBox values = Parts.line(6);
  private Window window;

  WindowEditor(Desk desk, Window start, Consumer<Window> change) {
    super(10);
    this.desk = desk;
    this.window = start;
    this.change = change;
    Segmented<Kind> kinds = new Segmented<>(List.of(Kind.values()),
        kind -> desk.text("builder.window.kind." + Operators.id(kind))); // keys: builder.window.kind.*
    kinds.valueProperty().set(kind(start));
    kinds.valueProperty().addListener((_, _, kind) -> {
      become(start(kind));
      rebuild();
    });
    getChildren().addAll(Parts.label(desk.text("builder.window.title"), "section-label"), kinds, values);
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
      default -> throw new UnsupportedOperationException("later");
    };
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
      default -> throw new UnsupportedOperationException("later");
    });
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
      default -> throw new UnsupportedOperationException("later");
    };
  }

  private Window start(Kind kind) {
    LocalDate today = desk.today();
    return switch (kind) {
      case EVER -> new Window.Ever();
      case LAST -> new Window.Last(new Period(90, Period.Unit.DAYS), false);
      case SINCE -> new Window.Since(today.withDayOfYear(1));
      case BETWEEN -> new Window.Between(today.withDayOfYear(1), today);
    };
  }

  private void become(Window now) {
    if (!now.equals(window)) {
      window = now;
      change.accept(now);
    }
  }
}
