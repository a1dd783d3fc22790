package app.parcelle.engine.cluster.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Kinds of customers that marketing has a name and an answer for, by what they buy and when. */
enum Kind {
  BEST, LAPSING, VALUABLE, FREQUENT, NEW, RECENT, RECENT_SMALL, DORMANT, DORMANT_SMALL, SMALL, RARE, LOYAL, ARRIVED, BIG_BASKETS, SMALL_BASKETS, HIGH_MARGIN, LOW_MARGIN;

  /** Beside a sign that is so many times as strong, what they buy is not what sets them apart. */
  private static final double FAINT = 2;

  /**
   * @param signs the strongest first
   * @return empty where something else sets them apart more
   */
  static Optional<Kind> of(List<Sign> signs) {
    Optional<Sign> strongest = signs.stream().filter(sign -> sign.subject().isTrait()).findFirst();
    if (strongest.isEmpty() || strongest.get().strength() * FAINT < signs.getFirst().strength()) {
      return Optional.empty();
    }
    return Optional.of(of(strongest.get(), more(signs, Subject.RECENCY), value(signs),
        more(signs, Subject.TENURE), more(signs, Subject.MONETARY) == null));
  }

  private static @Nullable Boolean value(List<Sign> signs) {
    Boolean spent = more(signs, Subject.MONETARY);
    return spent == null ? more(signs, Subject.FREQUENCY) : spent;
  }

  private static @Nullable Boolean more(List<Sign> signs, Subject subject) {
    return signs.stream().filter(sign -> sign.subject() == subject).findFirst().map(Sign::more).orElse(null);
  }

  /**
   * Each is null where it is as usual.
   *
   * @param days whether more have passed since the last order
   * @param tenure whether it is longer
   * @param counted whether value is known by the number of orders alone
   */
  private static Kind of(Sign strongest, @Nullable Boolean days, @Nullable Boolean value,
      @Nullable Boolean tenure, boolean counted) {
    if (value != null && value) {
      // who orders often and spends as all do is no best customer
      return days != null && days ? LAPSING : counted ? FREQUENT : days == null ? VALUABLE : BEST;
    }
    if (days != null && days) {
      return value == null ? DORMANT : DORMANT_SMALL;
    }
    if (days != null) {
      return tenure != null && !tenure ? NEW : value == null ? RECENT : RECENT_SMALL;
    }
    if (value != null) {
      return counted ? RARE : SMALL;
    }
    boolean more = strongest.more();
    return switch (strongest.subject()) {
      case AVERAGE_BASKET -> more ? BIG_BASKETS : SMALL_BASKETS;
      case MARGIN -> more ? HIGH_MARGIN : LOW_MARGIN;
      default -> more ? LOYAL : ARRIVED;
    };
  }

  /** Whether the name says that already. */
  boolean tells(Subject subject) {
    return switch (this) {
      case BEST, LAPSING, DORMANT_SMALL, RECENT_SMALL -> subject == Subject.RECENCY
          || subject == Subject.MONETARY || subject == Subject.FREQUENCY;
      case VALUABLE, SMALL -> subject == Subject.MONETARY;
      case FREQUENT, RARE -> subject == Subject.FREQUENCY;
      case NEW -> subject == Subject.RECENCY || subject == Subject.TENURE;
      case RECENT, DORMANT -> subject == Subject.RECENCY;
      case LOYAL, ARRIVED -> subject == Subject.TENURE;
      case BIG_BASKETS, SMALL_BASKETS -> subject == Subject.AVERAGE_BASKET;
      case HIGH_MARGIN, LOW_MARGIN -> subject == Subject.MARGIN;
    };
  }

  /** As in text keys. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
