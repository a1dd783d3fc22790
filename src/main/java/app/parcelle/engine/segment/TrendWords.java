package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.Locale;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.Against;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;

/** This period against an earlier one: "whose number of orders in the last 90 days has fallen by at least 20%". */
record TrendWords(FieldCatalog catalog, Texts texts) {
  String trend(EventTrend test) {
    Measured now = new Measured(test.table(), test.measure(), test.property(),
        new Window.Last(test.period(), false), test.where());
    String against = test.against() == Against.PERIOD_BEFORE
        ? words().period("sentence.against.", test.period()) // keys: sentence.against.*
        : texts.text("sentence.against.lastYear");
    return texts.text("sentence.whose", texts.text("sentence.trend",
        new MeasureWords(catalog, texts).subject(now), Marks.strong(change(test)), against));
  }

  private Words words() {
    return new Words(texts);
  }

  /** Risen or fallen where the numbers leave no doubt which; else by how many percent, with their signs. */
  private String change(EventTrend test) {
    BigDecimal percent = test.percent();
    BigDecimal second = test.second() == null ? percent : test.second();
    int sign = percent.signum();
    boolean up = sign > 0;
    boolean down = second.signum() < 0;
    return switch (test.operator()) {
      case EQUAL -> up
          ? risen("equal", percent, percent)
          : down ? fallen("equal", percent, percent) : texts.text("sentence.unchanged");
      case AT_LEAST -> up ? risen("at_least", percent, percent) : notFallen(percent, true);
      case GREATER -> up
          ? risen("greater", percent, percent)
          : sign == 0 ? texts.text("sentence.rose") : notFallen(percent, false);
      case AT_MOST -> down ? fallen("at_least", percent, percent) : notRisen(percent, true);
      case LESS -> down
          ? fallen("greater", percent, percent)
          : sign == 0 ? texts.text("sentence.fell") : notRisen(percent, false);
      case BETWEEN -> up
          ? risen("between", percent, second)
          : down ? fallen("between", second, percent) : changed(test);
      case NOT_EQUAL, NOT_BETWEEN -> changed(test);
    };
  }

  private String risen(String operator, BigDecimal first, BigDecimal last) {
    // keys: sentence.by.*
    return texts.text("sentence.risen",
        texts.text("sentence.by." + operator, words().percent(first), words().percent(last)));
  }

  private String fallen(String operator, BigDecimal first, BigDecimal last) {
    return texts.text("sentence.fallen",
        texts.text("sentence.by." + operator, words().percent(first.negate()),
            words().percent(last.negate())));
  }

  /** @param included whether a fall by just so many percent is one that may be */
  private String notFallen(BigDecimal percent, boolean included) {
    return percent.signum() == 0
        ? texts.text("sentence.notFallen")
        : texts.text(included ? "sentence.notFallenMore" : "sentence.notFallenSo",
            words().percent(percent.negate()));
  }

  private String notRisen(BigDecimal percent, boolean included) {
    return percent.signum() == 0
        ? texts.text("sentence.notRisen")
        : texts.text(included ? "sentence.notRisenMore" : "sentence.notRisenSo", words().percent(percent));
  }

  private String changed(EventTrend test) {
    BigDecimal second = test.second();
    return texts.text("sentence.changed",
        texts.text("sentence.by." + test.operator().name().toLowerCase(Locale.ROOT),
            words().signedPercent(test.percent()), second == null ? "" : words().signedPercent(second)));
  }
}
