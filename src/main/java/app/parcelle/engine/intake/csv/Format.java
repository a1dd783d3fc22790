package app.parcelle.engine.intake.csv;

import app.parcelle.engine.table.Meaning;

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

  /**
   * Nothing is known, because the sample has no value: texts until the file has been read, then what they turn out to be.
   *
   * @param prefersComma for decimals
   */
  record Unseen(boolean prefersComma) implements Format {}

  /** Identifiers of a fixed prefix and a number; see {@code NumberedDictionary}. */
  record Numbered(String prefix, int digits, boolean dropsPointZero) implements Format {}

  /**
   * Numbers.
   *
   * @param point what stands before the decimals, {@code '.'} or {@code ','}
   * @param whole whether decimals are refused
   * @param scale digits behind the point to begin with
   * @param mostScale digits behind the point that are kept; what is beyond is rounded half up
   * @param pointFound whether a cell of the sample, or a person, tells the decimal sign; otherwise the first one found does
   * @param unit {@code MONEY} takes the currency of its detail beside numbers without one, or any where it has none;
   *     {@code PERCENT} wants a percent sign; {@code NONE} takes neither
   */
  record Numbers(char point, boolean whole, int scale, int mostScale, boolean pointFound, Meaning unit)
      implements
        Format {
    static final int MOST_SCALE = 9;
    /** So many digits always fit into 64 bits. */
    static final int SAFE_DIGITS = 18;

    Numbers whole(boolean is) {
      return new Numbers(point, is, scale, mostScale, pointFound, unit);
    }

    Numbers of(Meaning other) {
      return new Numbers(point, whole, scale, mostScale, pointFound, other);
    }

    Numbers withPoint(char found) {
      return new Numbers(found, false, scale, mostScale, true, unit);
    }

    static Numbers plain(char point, boolean whole) {
      return new Numbers(point, whole, 0, MOST_SCALE, false, Meaning.NONE);
    }

    /** With so few decimals that unscaled / 10^decimals has room in 64 bits. */
    Numbers narrowedFor(long unscaled, int decimals) {
      int wholeDigits = Math.max(1, Long.toString(Math.abs(unscaled)).length() - decimals);
      int room = Math.max(0, Math.min(mostScale - 1, SAFE_DIGITS - wholeDigits));
      return new Numbers(point, whole, Math.min(scale, room), room, pointFound, unit);
    }
  }

  /** Yes or no in French or English. */
  record YesNo() implements Format {}

  /**
   * Dates.
   *
   * @param separator between day, month and year; a blank where they are not written with one sign
   * @param firstYearOf1900s years of two digits from this one on are 19xx, the others 20xx
   * @param time whether a time of day may follow
   * @param pattern as people write it, such as {@code dd/MM/yyyy HH:mm}
   */
  record Dates(Order order, char separator, Writing writing, int firstYearOf1900s, boolean time,
      String pattern) implements Format {
    /** As POSIX has it. */
    static final int USUAL_FIRST_YEAR = 69;
    /** Customers are rather a hundred years old than six. */
    static final int FIRST_YEAR_OF_BIRTH = 20;

    /** In which order a date is written. */
    enum Order {
      YEAR_MONTH_DAY, DAY_MONTH_YEAR, MONTH_DAY_YEAR
    }

    /** In which signs it is. */
    enum Writing {
      /** Digits and separators, years of four digits. */
      NUMERIC,
      /** The same, years of two digits or four. */
      SHORT,
      /** Eight digits, and more for a time of day. */
      COMPACT,
      /** The month has a name; the order does not matter. */
      WORDS,
      /** Seconds or milliseconds since 1970-01-01 UTC. */
      SECONDS, MILLISECONDS
    }

    static Dates numeric(Order order, char separator) {
      return of(order, separator, Writing.NUMERIC);
    }

    static Dates of(Order order, char separator, Writing writing) {
      return new Dates(order, separator, writing, USUAL_FIRST_YEAR, false, "");
    }

    Dates with(boolean timed, String shown) {
      return new Dates(order, separator, writing, firstYearOf1900s, timed, shown);
    }

    /** Whether what is written could be a number just as well. */
    boolean inDigits() {
      return writing == Writing.COMPACT || writing == Writing.SECONDS || writing == Writing.MILLISECONDS;
    }

    int fullYear(int twoDigits) {
      return twoDigits >= firstYearOf1900s ? 1900 + twoDigits : 2000 + twoDigits;
    }
  }

  /** The pattern or decimal sign to show; null where there is none. */
  default @org.jspecify.annotations.Nullable String shown() {
    return switch (this) {
      case Texts t -> null;
      case Unseen u -> null;
      case Numbered n -> null;
      case YesNo y -> null;
      case Numbers n -> n.whole ? null : String.valueOf(n.point);
      case Dates d -> d.pattern;
    };
  }

  /** What a person would say to have a column read in this way; null where nothing can be said. */
  default @org.jspecify.annotations.Nullable String said() {
    return this instanceof Numbers n ? String.valueOf(n.point) : shown();
  }
}
