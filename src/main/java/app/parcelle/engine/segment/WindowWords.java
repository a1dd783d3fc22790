package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;

/** Which events are looked at: "in the last 90 days", "among their last 5 orders", "(where …)". */
record WindowWords(FieldCatalog catalog, Texts texts) {
  /** In which window, and which rows: with a space in front, or empty for all there are. */
  String seen(String table, Window window, @Nullable Condition where) {
    return window(table, window) + where(where);
  }

  String where(@Nullable Condition where) {
    return where == null
        ? ""
        : texts.text("sentence.where", Clauses.ofRows(catalog, texts).bare(Shape.of(where)));
  }

  String window(String table, Window window) {
    Words words = new Words(texts);
    return switch (window) {
      case Window.Ever() -> "";
      case Window.Last(var period, var today) ->
        " " + words.period("sentence.last.", period) + (today ? texts.text("sentence.includingToday") : "");
      case Window.Between(var first, var last) ->
        " " + texts.text("sentence.window.between", words.day(first), words.day(last));
      case Window.Since(var first) -> " " + texts.text("sentence.window.since", words.day(first));
      case Window.Whole(var unit, var ago) -> " " + whole(texts, unit, ago);
      case Window.Ago(var from, var to) -> " " + texts.text("sentence.window.ago",
          words.period("sentence.period.", from), words.period("sentence.period.", to));
      case Window.Latest(int n, var among) -> " " + latest(table, n, among);
    };
  }

  private String latest(String table, int n, @Nullable Condition among) {
    EventNouns nouns = new EventNouns(catalog, texts);
    EventNouns.Noun noun = nouns.noun(table);
    String events = texts.text("sentence.recent." + noun.key(), // keys: sentence.recent.*
        n, new Words(texts).number(BigDecimal.valueOf(n)), nouns.name(table));
    return among == null
        ? events
        : events + texts.text("sentence.such." + noun.key(), // keys: sentence.such.*
            Clauses.ofRows(catalog, texts).clause(Shape.of(among)));
  }

  /** A whole unit of the calendar: "in the previous calendar month". */
  static String whole(Texts texts, CalendarUnit unit, int ago) {
    String which = switch (ago) {
      case 0 -> "now";
      case 1 -> "before";
      case -1 -> "next";
      default -> ago > 0 ? "ago" : "ahead";
    };
    // keys: sentence.whole.*
    return texts.text("sentence.whole." + unit.name().toLowerCase(Locale.ROOT) + "." + which,
        new Words(texts).number(BigDecimal.valueOf(Math.abs((long) ago))));
  }
}
