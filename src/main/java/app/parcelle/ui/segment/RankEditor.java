package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.ui.chart.Histogram;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** The best or least of a field, or its bands of equal size, whole or within each value of another field, over how it spreads. */
final class RankEditor implements ValueEditor {
  private static final List<Integer> COUNTS = List.of(2, 3, 4, 5, 10, 20, 100);
  private static final int BUTTONS = 20;
  /** Buttons that a narrow row does not part. */
  private static final int TOGETHER = 5;

  private final Desk desk;
  private final Edits edits;
  private final List<Node> parts = new ArrayList<>();
  private final List<Consumer<Condition>> shows = new ArrayList<>();
  private final Class<? extends Condition> kind;
  private int bands;
  private Row row;

  RankEditor(Desk desk, Subject subject, Row row, Edits edits) {
    this.desk = desk;
    this.edits = edits;
    this.row = row;
    this.kind = row.test().getClass();
    Histogram spread = new Histogram(desk.text("builder.palette.distribution", subject.title()), 80, 20);
    subject.distribution()
        .accept(found -> spread.show(found.bars().stream().mapToLong(Integer::longValue).toArray()));
    parts.add(spread);
    switch (row.test()) {
      case Ranked ranked -> rank(ranked);
      case InBand band -> band(band);
      default -> throw new IllegalArgumentException(kind.getSimpleName());
    }
    within();
  }

  @Override
  public List<Node> parts() {
    return parts;
  }

  @Override
  public boolean show(Row now) {
    if (!kind.isInstance(now.test()) || (now.test() instanceof InBand band && band.count() != bands)) {
      return false;
    }
    row = now;
    shows.forEach(show -> show.accept(now.test()));
    return true;
  }

  private void rank(Ranked start) {
    NumberBox n = new NumberBox(desk, desk.text("builder.rank.n"), 58, number -> {
      Ranked t = (Ranked) row.test();
      if (number.signum() > 0) {
        replace(new Ranked(t.field(), t.end(), number, t.percent(), t.within()));
      }
    });
    n.show(start.n());
    MenuButton unit = Inputs.choice(List.of(true, false), start.percent(),
        percent -> percent ? desk.text("builder.rank.percent") : desk.text("builder.rank.customers"),
        percent -> {
          Ranked t = (Ranked) row.test();
          replace(new Ranked(t.field(), t.end(), t.n(), percent, t.within()));
        });
    unit.setAccessibleText(desk.text("builder.period.unit"));
    parts.add(Parts.line(4, n, unit));
    shows.add(test -> {
      n.show(((Ranked) test).n());
      Inputs.choose(unit, ((Ranked) test).percent() ? 0 : 1);
    });
  }

  private void band(InBand start) {
    bands = start.count();
    List<Integer> counts = new ArrayList<>(COUNTS);
    if (!counts.contains(bands)) {
      counts.add(bands);
    }
    MenuButton count = Inputs.choice(counts, bands, many -> desk.text("builder.rank.bands", many), many -> {
      InBand t = (InBand) row.test();
      replace(new InBand(t.field(), many, Set.of(many), t.within()));
    });
    count.setAccessibleText(desk.text("builder.rank.howMany"));
    parts.add(count);
    if (bands > BUTTONS) {
      bandsTyped(start);
      return;
    }
    List<ToggleButton> buttons = new ArrayList<>();
    HBox together = new HBox(2);
    for (int band = 1; band <= bands; band++) {
      int number = band;
      ToggleButton button = new ToggleButton(desk.figures().count(band));
      button.getStyleClass().add("band");
      button.setAccessibleText(desk.text("builder.rank.bandOf", band, bands));
      button.setSelected(start.bands().contains(band));
      button.setOnAction(_ -> toggle(number));
      buttons.add(button);
      if (band % TOGETHER == 1) {
        together = new HBox(2);
        parts.add(together);
      }
      together.getChildren().add(button);
    }
    parts.add(Parts.fixed(desk.text("builder.rank.lowToHigh", bands), "muted", "small"));
    shows.add(test -> {
      for (int i = 0; i < bands; i++) {
        buttons.get(i).setSelected(((InBand) test).bands().contains(i + 1));
      }
    });
  }

  private void bandsTyped(InBand start) {
    NumberBox from = new NumberBox(desk, desk.text("builder.rank.fromBand"), 52,
        number -> span(number, null));
    NumberBox to = new NumberBox(desk, desk.text("builder.rank.toBand"), 52, number -> span(null, number));
    Consumer<Condition> show = test -> {
      TreeSet<Integer> chosen = new TreeSet<>(((InBand) test).bands());
      from.show(BigDecimal.valueOf(chosen.isEmpty() ? 1 : chosen.first()));
      to.show(BigDecimal.valueOf(chosen.isEmpty() ? bands : chosen.last()));
    };
    show.accept(start);
    shows.add(show);
    parts.add(Parts.line(6, from, Parts.fixed(desk.text("builder.window.to"), "muted"), to));
  }

  private void span(@Nullable BigDecimal from, @Nullable BigDecimal to) {
    InBand t = (InBand) row.test();
    TreeSet<Integer> now = new TreeSet<>(t.bands());
    int low = Math.clamp(from == null ? (now.isEmpty() ? 1 : now.first()) : from.intValue(), 1, bands);
    int high = Math.clamp(to == null ? (now.isEmpty() ? bands : now.last()) : to.intValue(), low, bands);
    Set<Integer> chosen = new TreeSet<>();
    for (int band = low; band <= high; band++) {
      chosen.add(band);
    }
    replace(new InBand(t.field(), t.count(), chosen, t.within()));
  }

  private void toggle(int band) {
    InBand t = (InBand) row.test();
    Set<Integer> chosen = new TreeSet<>(t.bands());
    if (!chosen.remove(band)) {
      chosen.add(band);
    }
    replace(new InBand(t.field(), t.count(), chosen, t.within()));
  }

  private void within() {
    MenuButton menu = FieldMenu.of(desk, within(row.test()), desk.text("builder.rank.ofAll"),
        field -> desk.text("builder.rank.within", field), field -> field.type().isText(), chosen -> {
          switch (row.test()) {
            case Ranked t -> replace(new Ranked(t.field(), t.end(), t.n(), t.percent(), chosen));
            case InBand t -> replace(new InBand(t.field(), t.count(), t.bands(), chosen));
            default -> {
              // no other test is edited here
            }
          }
        });
    menu.setAccessibleText(desk.text("builder.rank.group"));
    parts.add(menu);
  }

  private static @Nullable FieldRef within(Condition test) {
    return test instanceof Ranked ranked
        ? ranked.within()
        : test instanceof InBand band ? band.within() : null;
  }

  private void replace(Condition test) {
    edits.replace(new Row(row.id(), test, Set.of()), false);
  }
}
