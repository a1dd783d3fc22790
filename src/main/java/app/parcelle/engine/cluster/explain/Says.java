package app.parcelle.engine.cluster.explain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;

import app.parcelle.engine.cluster.explain.Portrait.Measure;
import app.parcelle.engine.message.Message;

/** What one sign says, as the part of a sentence whose subject are the customers. */
final class Says {
  /** From there on "3 times as much", below "80 % more". */
  private static final double TIMES = 2;

  private Says() {}

  static Message of(Sign sign) {
    return switch (sign) {
      case Sign.OfLevel(String name, var level) -> Message.of("cluster.says.level", name, level.text(),
          level.share(), level.overall());
      case Sign.OfMeasure(Subject subject, Measure measure) -> switch (subject) {
        case RECENCY, TENURE -> days(subject, measure, sign.more());
        case FREQUENCY, MONETARY, AVERAGE_BASKET, MARGIN -> compared(subject, measure, sign.more());
        case NUMBER -> number(measure, sign.more());
        case YES_NO, CONSENT, CATEGORY -> Message.of(
            sign.more() ? "cluster.says.yes-no.more" : "cluster.says.yes-no.less", measure.name(),
            measure.own().mean(), measure.overall().mean());
        case DATE -> Message.of(sign.more() ? "cluster.says.date.more" : "cluster.says.date.less",
            measure.name(), day(measure.own().median()), day(measure.overall().median()));
      };
    };
  }

  /** What a message to them can speak of. */
  static Message topic(Sign sign) {
    return switch (sign) {
      case Sign.OfLevel(String name, var level) -> Message.of("cluster.says.topic.level", name, level.text());
      case Sign.OfMeasure of -> Message.of("cluster.says.topic.field", of.measure().name());
    };
  }

  static Persona.Apart apart(Sign sign) {
    double strength = sign.more() ? sign.strength() : -sign.strength();
    return switch (sign) {
      case Sign.OfLevel(String name, var level) -> new Persona.Apart(
          Message.of("cluster.value.level", name, level.text()),
          Message.of("cluster.value.share", level.share()),
          Message.of("cluster.value.share", level.overall()),
          OptionalDouble.of(100 * level.share() / level.overall()), strength);
      case Sign.OfMeasure(Subject subject, Measure measure) -> new Persona.Apart(
          title(subject, measure.name()), value(subject, measure.own(), measure.typical()),
          value(subject, measure.overall(), measure.overallTypical()),
          // days count from 1970, which is no amount of anything
          subject == Subject.DATE ? OptionalDouble.empty() : measure.index(), strength);
    };
  }

  private static Message title(Subject subject, String name) {
    return subject.isTrait()
        ? Message.of("sentence.title." + subject.name().toLowerCase(Locale.ROOT)) // keys: sentence.title.*
        : Message.of("cluster.value.field", name);
  }

  private static Message value(Subject subject, Portrait.Spread spread, double typical) {
    return switch (subject) {
      case YES_NO, CONSENT -> Message.of("cluster.value.share", spread.mean());
      case DATE -> Message.of("cluster.value.day", day(spread.median()));
      default -> Message.of("cluster.value.number", figure(typical));
    };
  }

  private static Message days(Subject subject, Measure measure, boolean more) {
    // the customer in the middle, where the middle says the same as the mean
    boolean median = measure.own().median() > measure.overall().median() == more
        && measure.own().median() != measure.overall().median();
    long own = Math.round(median ? measure.own().median() : measure.own().mean());
    long all = Math.round(median ? measure.overall().median() : measure.overall().mean());
    // keys: cluster.says.recency.*, cluster.says.tenure.*
    return Message.of("cluster.says." + subject.id() + (more ? ".more" : ".less"), own, all);
  }

  private static Message compared(Subject subject, Measure measure, boolean more) {
    double own = measure.typical();
    double all = measure.overallTypical();
    if (all <= 0 || own < 0) {
      return number(measure, more);
    }
    double ratio = own / all;
    // keys: cluster.says.frequency.*, cluster.says.monetary.*, cluster.says.average-basket.*, cluster.says.margin.*
    String key = "cluster.says." + subject.id();
    if (ratio >= TIMES) {
      return Message.of(key + ".times", ratio);
    }
    return Message.of(key + (more ? ".more" : ".less"), Math.abs(ratio - 1));
  }

  private static Message number(Measure measure, boolean more) {
    return Message.of(more ? "cluster.says.number.more" : "cluster.says.number.less", measure.name(),
        figure(measure.typical()), figure(measure.overallTypical()));
  }

  /** Three figures are enough to compare. */
  private static double figure(double value) {
    double size = Math.abs(value);
    double unit = size >= 100 ? 1 : size >= 10 ? 10 : 100;
    return Math.round(value * unit) / unit;
  }

  private static LocalDate day(double day) {
    return LocalDate.ofEpochDay((long) Math.floor(day));
  }
}
