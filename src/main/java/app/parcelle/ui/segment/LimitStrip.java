package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Limit;
import app.parcelle.ui.theme.Parts;

/** How many of those who meet the rule are kept, the best or by chance, whole or in each group. */
final class LimitStrip extends FlowPane {
  private static final Limit START = new Limit(BigDecimal.valueOf(10_000), false, null, true, null, "1");

  private final Desk desk;
  private final CheckBox on;
  private final NumberBox n;
  private @Nullable Limit shown;

  LimitStrip(Desk desk) {
    super(8, 6);
    this.desk = desk;
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getStyleClass().add("limit-strip");
    on = new CheckBox(desk.text("builder.limit.on"));
    on.setOnAction(_ -> desk.model().limit(on.isSelected() ? START : null));
    n = new NumberBox(desk, desk.text("builder.rank.n"), 76, number -> {
      if (number.signum() > 0) {
        change(l -> new Limit(number, l.percent(), l.by(), l.greatest(), l.per(), l.seed()));
      }
    });
    getChildren().add(on);
  }

  void show(@Nullable Limit limit, boolean there) {
    setVisible(there);
    setManaged(there);
    boolean same = java.util.Objects.equals(limit, shown) && on.isSelected() == (limit != null);
    if (same) {
      return;
    }
    boolean typing = shown != null && limit != null && shown.percent() == limit.percent()
        && java.util.Objects.equals(shown.by(), limit.by())
        && java.util.Objects.equals(shown.per(), limit.per())
        && shown.greatest() == limit.greatest() && getChildren().size() > 1;
    shown = limit;
    on.setSelected(limit != null);
    if (limit != null) {
      n.show(limit.n());
    }
    if (!typing) {
      build(limit);
    }
  }

  private void build(@Nullable Limit limit) {
    getChildren().setAll(on);
    if (limit == null) {
      return;
    }
    MenuButton unit = Inputs.choice(List.of(false, true), limit.percent(),
        percent -> percent ? desk.text("builder.limit.percent") : desk.text("builder.rank.customers"),
        percent -> change(
            l -> new Limit(percent ? l.n().min(BigDecimal.valueOf(100)) : l.n(), percent, l.by(),
                l.greatest(), l.per(), l.seed())));
    unit.setAccessibleText(desk.text("builder.period.unit"));
    MenuButton by = FieldMenu.of(desk, limit.by(), desk.text("builder.limit.chance"),
        field -> desk.text("builder.limit.by", field),
        field -> field.type().isNumber() || field.type().isDate(),
        ref -> change(l -> new Limit(l.n(), l.percent(), ref, l.greatest(), l.per(), l.seed())));
    by.setAccessibleText(desk.text("builder.limit.order"));
    MenuButton per = FieldMenu.of(desk, limit.per(), desk.text("builder.limit.whole"),
        field -> desk.text("builder.limit.per", field), field -> field.type().isText(),
        ref -> change(l -> new Limit(l.n(), l.percent(), l.by(), l.greatest(), ref, l.seed())));
    per.setAccessibleText(desk.text("builder.limit.groups"));
    getChildren().addAll(Parts.line(4, n, unit), by);
    if (limit.by() != null) {
      MenuButton first = Inputs.choice(List.of(true, false), limit.greatest(),
          greatest -> desk.text(greatest ? "builder.limit.greatest" : "builder.limit.least"),
          greatest -> change(l -> new Limit(l.n(), l.percent(), l.by(), greatest, l.per(), l.seed())));
      first.setAccessibleText(desk.text("builder.limit.order"));
      getChildren().add(first);
    }
    getChildren().add(per);
  }

  private void change(UnaryOperator<Limit> edit) {
    Optional.ofNullable(desk.model().present().get().limit()).map(edit).ifPresent(desk.model()::limit);
  }
}
