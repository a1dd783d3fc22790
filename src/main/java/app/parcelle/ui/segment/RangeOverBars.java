package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.ui.chart.Histogram;

/** A range drawn over the bars of a field's distribution. Where a question has one end only, the other stays at the edge. */
final class RangeOverBars extends StackPane {
  /** Which ends of the range a question has. */
  enum Ends {
    LOWER, UPPER, BOTH, NONE;

    static Ends of(NumberOperator operator) {
      return switch (operator) {
        case AT_LEAST, GREATER -> LOWER;
        case AT_MOST, LESS -> UPPER;
        case BETWEEN, NOT_BETWEEN -> BOTH;
        case EQUAL, NOT_EQUAL -> NONE;
      };
    }
  }

  /** Takes the ends as a person draws them. */
  interface Drawn {
    /** @param continues the thumb is still being held */
    void range(BigDecimal low, BigDecimal high, boolean continues);
  }

  private static final double WIDTH = 116;
  private static final double THUMB = 6;

  private final Ends ends;
  private final int scale;
  private final Histogram bars;
  private final RangeSlider slider = new RangeSlider();
  private final Drawn drawn;
  private @Nullable Distribution distribution;
  private @Nullable BigDecimal low;
  private @Nullable BigDecimal high;
  private boolean showing;

  RangeOverBars(Ends ends, int scale, String name, Drawn drawn) {
    this.ends = ends;
    this.scale = scale;
    this.drawn = drawn;
    bars = new Histogram(name, WIDTH - 2 * THUMB, 20);
    getStyleClass().addAll("range-over-bars", "ends-" + ends.name().toLowerCase(java.util.Locale.ROOT));
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    setAlignment(Pos.BOTTOM_CENTER);
    slider.setAccessibleText(name);
    slider.setPrefWidth(WIDTH);
    getChildren().addAll(bars, slider);
    setVisible(false);
    slider.lowValueProperty().addListener((_, _, _) -> changed(slider.isLowValueChanging()));
    slider.highValueProperty().addListener((_, _, _) -> changed(slider.isHighValueChanging()));
  }

  boolean usable() {
    return ends != Ends.NONE;
  }

  /** Draws it over these values; it is not there before. */
  void over(Distribution found) {
    if (found.high() <= found.low()) {
      setManaged(false);
      return;
    }
    showing = true;
    distribution = found;
    bars.show(found.bars().stream().mapToLong(Integer::longValue).toArray());
    slider.setMin(found.low());
    slider.setMax(found.high());
    slider.setBlockIncrement((found.high() - found.low()) / 50);
    showing = false;
    setVisible(true);
    show(low, high);
  }

  /** @param from null where it has not been given; so {@code to} */
  void show(@Nullable BigDecimal from, @Nullable BigDecimal to) {
    low = from;
    high = to;
    if (distribution == null || slider.isLowValueChanging() || slider.isHighValueChanging()) {
      mark();
      return;
    }
    showing = true;
    BigDecimal upper = ends == Ends.UPPER ? from : to;
    double high = upper == null || ends == Ends.LOWER ? slider.getMax() : upper.doubleValue();
    double low = from == null || ends == Ends.UPPER ? slider.getMin() : from.doubleValue();
    slider.setLowValue(slider.getMin());
    slider.setHighValue(Math.clamp(high, slider.getMin(), slider.getMax()));
    slider.setLowValue(Math.clamp(low, slider.getMin(), slider.getMax()));
    showing = false;
    mark();
  }

  private void changed(boolean held) {
    if (showing || distribution == null) {
      return;
    }
    mark();
    drawn.range(round(slider.getLowValue()), round(slider.getHighValue()), held);
  }

  private void mark() {
    Distribution found = distribution;
    if (found != null) {
      double width = (found.high() - found.low()) / Math.max(1, found.bars().size());
      bars.choose((int) Math.floor((slider.getLowValue() - found.low()) / width + 0.01),
          (int) Math.ceil((slider.getHighValue() - found.low()) / width - 0.01) - 1);
    }
  }

  /** To a number as a person would type it: two or three digits, and no finer than the field. */
  private BigDecimal round(double value) {
    int digits = Math.abs(value) >= 100 ? 3 : 2;
    BigDecimal rounded = new BigDecimal(value, new MathContext(digits, RoundingMode.HALF_UP));
    BigDecimal fitted = rounded.setScale(Math.clamp(rounded.scale(), 0, Math.max(0, scale)),
        RoundingMode.HALF_UP);
    return fitted.signum() == 0 ? BigDecimal.ZERO : fitted;
  }
}
