package app.parcelle.engine.sql;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Folding;

/** Regular expressions as Parcelle means them (RE2), for the private H2 database to call. */
public final class Regex {
  static final String NAME = "matches_re2";

  private Regex() {}

  /**
   * Whether a text holds what a pattern describes; null where there is no text.
   *
   * @param exact with case and accents
   */
  public static @Nullable Boolean matches(@Nullable String text, String pattern, boolean exact) {
    if (text == null) {
      return null;
    }
    return exact
        ? Pattern.compile(pattern).matcher(text).find()
        : Pattern.compile(bare(pattern), Pattern.CASE_INSENSITIVE).matcher(Folding.withoutMarks(text)).find();
  }

  static String bare(String pattern) {
    return Folding.withoutMarks(pattern);
  }
}
