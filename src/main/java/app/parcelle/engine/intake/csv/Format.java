package app.parcelle.engine.intake.csv;

/** How the texts of a column are understood. */
sealed interface Format {
  /**
   * Texts as they are.
   *
   * @param shared one dictionary for the column; otherwise one for each chunk
   * @param dropsPointZero {@code 17850.0} is read as {@code 17850}
   * @param exact white space, and words that say that there is nothing, are kept
   */
  record Texts(boolean shared, boolean dropsPointZero, boolean exact) implements Format {
    Texts perChunk() {
      return new Texts(false, dropsPointZero, exact);
    }
  }

  /** Identifiers of a fixed prefix and a number; see {@code NumberedDictionary}. */
  record Numbered(String prefix, int digits, boolean dropsPointZero) implements Format {}

  /**
   * Numbers.
   *
   * @param point what stands before the decimals, {@code '.'} or {@code ','}
   * @param whole whether decimals are refused
   * @param scale digits behind the point to begin with
   * @param mostScale digits behind the point that are kept; what is beyond is rounded half up
   */
  record Numbers(char point, boolean whole, int scale, int mostScale) implements Format {
    static final int MOST_SCALE = 9;
    /** So many digits always fit into 64 bits. */
    static final int SAFE_DIGITS = 18;

    Numbers whole(boolean is) {
      return new Numbers(point, is, scale, mostScale);
    }

    /** With so few decimals that unscaled / 10^decimals has room in 64 bits. */
    Numbers narrowedFor(long unscaled, int decimals) {
      int wholeDigits = Math.max(1, Long.toString(Math.abs(unscaled)).length() - decimals);
      int room = Math.max(0, Math.min(mostScale - 1, SAFE_DIGITS - wholeDigits));
      return new Numbers(point, whole, Math.min(scale, room), room);
    }
  }

  /** Yes or no in French or English. */
  record YesNo() implements Format {}

  /**
   * Dates.
   *
   * @param separator between day, month and year
   * @param time whether a time of day may follow
   * @param pattern as people write it, such as {@code dd/MM/yyyy HH:mm}
   */
  record Dates(Order order, char separator, boolean time, String pattern) implements Format {
    /** In which order a date is written. */
    enum Order {
      YEAR_MONTH_DAY, DAY_MONTH_YEAR, MONTH_DAY_YEAR
    }
  }

  /** The pattern or decimal sign to show; null where there is none. */
  default @org.jspecify.annotations.Nullable String shown() {
    return switch (this) {
      case Texts t -> null;
      case Numbered n -> null;
      case YesNo y -> null;
      case Numbers n -> n.whole ? null : String.valueOf(n.point);
      case Dates d -> d.pattern;
    };
  }
}
