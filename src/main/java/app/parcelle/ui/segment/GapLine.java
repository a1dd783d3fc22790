package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.Gap.Elapsed;
import app.parcelle.ui.theme.Parts;

/** How long after the step before: at any time, within a time, after a time, or between two. */
final class GapLine extends HBox {
  private enum Kind {
    ANY, WITHIN, AFTER, BETWEEN
  }

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Gap.Unit> UNITS = List.of(Gap.Unit.values());
  private static final Elapsed MONTH = new Elapsed(30, Gap.Unit.DAYS);
  private static final Elapsed DAY = new Elapsed(1, Gap.Unit.DAYS);

  private final Desk desk;
  private final Consumer<@Nullable Gap> change;
  private @Nullable Elapsed atLeast;
  private @Nullable Elapsed atMost;

  GapLine(Desk desk, @Nullable Gap start, Consumer<@Nullable Gap> change) {
    super(6);
    this.desk = desk;
    this.change = change;
    this.atLeast = start == null ? null : start.atLeast();
    this.atMost = start == null ? null : start.atMost();
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getStyleClass().add("gap-line");
    build();
  }

  private void build() {
    MenuButton kinds = Inputs.choice(KINDS, kind(), k -> desk.text("builder.gap." + Operators.id(k)),
        this::become); // keys: builder.gap.*
    kinds.setAccessibleText(desk.text("builder.gap.name"));
    getChildren().setAll(Parts.fixed("↓", "muted", "arrow"), kinds);
    if (atLeast != null) {
      elapsed(atLeast, now -> {
        atLeast = now;
        report();
      });
    }
    if (atLeast != null && atMost != null) {
      getChildren().add(Parts.fixed(desk.text("builder.number.and"), "muted"));
    }
    if (atMost != null) {
      elapsed(atMost, now -> {
        atMost = now;
        report();
      });
    }
  }

  private void elapsed(Elapsed start, Consumer<Elapsed> take) {
    Elapsed[] now = {start};
    NumberBox n = new NumberBox(desk, desk.text("builder.period.number"), 48, number -> {
      int whole = number.intValue();
      if (whole >= 1 && number.compareTo(BigDecimal.valueOf(whole)) == 0) {
        now[0] = new Elapsed(whole, now[0].unit());
        take.accept(now[0]);
      }
    });
    n.show(BigDecimal.valueOf(start.n()));
    MenuButton unit = Inputs.choice(UNITS, start.unit(), u -> desk.text("builder.elapsed." + Operators.id(u)),
        u -> { // keys: builder.elapsed.*
          now[0] = new Elapsed(now[0].n(), u);
          take.accept(now[0]);
        });
    unit.setAccessibleText(desk.text("builder.period.unit"));
    getChildren().addAll(n, unit);
  }

  private Kind kind() {
    return atLeast == null
        ? atMost == null ? Kind.ANY : Kind.WITHIN
        : atMost == null ? Kind.AFTER : Kind.BETWEEN;
  }

  private void become(Kind kind) {
    atLeast = kind == Kind.AFTER || kind == Kind.BETWEEN ? atLeast == null ? DAY : atLeast : null;
    atMost = kind == Kind.WITHIN || kind == Kind.BETWEEN ? atMost == null ? MONTH : atMost : null;
    build();
    report();
  }

  private void report() {
    change.accept(atLeast == null && atMost == null ? null : new Gap(atLeast, atMost));
  }
}
