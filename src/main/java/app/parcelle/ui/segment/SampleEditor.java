package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** A share of all customers by chance: from which percent to which, and the draw, so that two samples can be kept apart. */
final class SampleEditor implements ValueEditor {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final NumberBox from;
  private final NumberBox to;
  private final TextField seed;
  private final List<Node> parts;
  private final Edits edits;
  private Row row;

  SampleEditor(Desk desk, Row row, Edits edits) {
    this.row = row;
    this.edits = edits;
    from = new NumberBox(desk, desk.text("builder.sample.from"), 52, n -> range(n, test().to()));
    to = new NumberBox(desk, desk.text("builder.sample.to"), 52, n -> range(test().from(), n));
    seed = Inputs.field(test().seed(), 64, text -> {
      if (!text.isBlank()) {
        replace(new RandomSample(test().from(), test().to(), text.strip()));
      }
    });
    seed.setAccessibleText(desk.text("builder.sample.seed"));
    seed.setTooltip(new Tooltip(desk.text("builder.sample.seedHint")));
    Button again = Parts.iconButton(Feather.REFRESH_CW, desk.text("builder.sample.again"));
    again.setOnAction(_ -> replace(new RandomSample(test().from(), test().to(), next(test().seed()))));
    parts = List.of(Parts.line(6, Parts.fixed(desk.text("builder.window.from"), "muted"), from,
        Parts.fixed(desk.text("builder.window.to"), "muted"), to, Parts.fixed("%", "muted")),
        Parts.line(4, Parts.fixed(desk.text("builder.sample.draw"), "muted"), seed, again));
    show(row);
  }

  @Override
  public List<Node> parts() {
    return parts;
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof RandomSample test)) {
      return false;
    }
    row = now;
    from.show(test.from());
    to.show(test.to());
    if (!seed.isFocused() && !seed.getText().equals(test.seed())) {
      seed.setText(test.seed());
    }
    return true;
  }

  private RandomSample test() {
    return (RandomSample) row.test();
  }

  private void range(BigDecimal low, BigDecimal high) {
    boolean fits = low.signum() >= 0 && high.compareTo(ALL) <= 0 && low.compareTo(high) < 0;
    if (fits) {
      replace(new RandomSample(low, high, test().seed()));
    }
  }

  /** Counts on where the draw is a number. */
  private static String next(String seed) {
    return seed.matches("\\d{1,9}") ? String.valueOf(Integer.parseInt(seed) + 1) : seed + " 2";
  }

  private void replace(RandomSample test) {
    edits.replace(new Row(row.id(), test, Set.of()), false);
  }
}
