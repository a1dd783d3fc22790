package app.parcelle.engine.cluster.explain;

import java.util.Locale;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Role;

/** What a field is about, as far as words differ. */
enum Subject {
  RECENCY, FREQUENCY, MONETARY, AVERAGE_BASKET, TENURE, MARGIN, CONSENT, YES_NO, DATE, NUMBER, CATEGORY;

  static Subject of(Field field) {
    if (field instanceof Field.OfTrait trait && trait.isPlain()) {
      return switch (trait.trait()) {
        case RECENCY -> RECENCY;
        case FREQUENCY -> FREQUENCY;
        case MONETARY -> MONETARY;
        case AVERAGE_BASKET -> AVERAGE_BASKET;
        case TENURE -> TENURE;
        case MARGIN -> MARGIN;
      };
    }
    return switch (field.type()) {
      case TEXT, IDENTIFIER -> CATEGORY;
      case WHOLE, DECIMAL -> NUMBER;
      case DATE, DATE_TIME -> DATE;
      case YES_NO -> field instanceof Field.OfCustomer column && column.role() == Role.CONSENT
          ? CONSENT
          : YES_NO;
    };
  }

  /** Whether it is known of every customer who buys, and has words of its own. */
  boolean isTrait() {
    return switch (this) {
      case RECENCY, FREQUENCY, MONETARY, AVERAGE_BASKET, TENURE, MARGIN -> true;
      case CONSENT, YES_NO, DATE, NUMBER, CATEGORY -> false;
    };
  }

  /** As in text keys. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
