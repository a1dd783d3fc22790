package app.parcelle.engine.segment;

import java.util.Locale;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.Measured;

/** What is measured of events, as the subject of a sentence: "number of orders", "le montant total des commandes". */
record MeasureWords(FieldCatalog catalog, Texts texts) {
  /** The measure with its window and its where, the measure itself marked. */
  String subject(Measured of) {
    return Marks.strong(measure(of))
        + new WindowWords(catalog, texts).seen(of.table(), of.window(), of.where());
  }

  private String measure(Measured of) {
    EventNouns nouns = new EventNouns(catalog, texts);
    String table = of.table();
    return switch (of.measure()) {
      case COUNT -> nouns.word("sentence.measure.", table); // keys: sentence.measure.*
      case LINES -> nouns.word("sentence.measure.", EventNouns.Noun.LINE, table);
      case SUM -> of.property() == null
          ? nouns.word("sentence.sum.amount.", table) // keys: sentence.sum.amount.*
          : texts.text("sentence.sum.column", column(of), nouns.name(table));
      case AVERAGE, MINIMUM, MAXIMUM, DISTINCT, FIRST, LAST -> {
        // keys: sentence.of.*
        String key = "sentence.of." + of.measure().name().toLowerCase(Locale.ROOT);
        yield of.property() == null
            ? texts.text(key + ".amount", nouns.name(table))
            : texts.text(key + ".column", column(of), nouns.name(table));
      }
      case DAYS_SINCE_LAST -> texts.text("sentence.daysSince", nouns.word("sentence.latest.", table));
      case DAYS_SINCE_FIRST -> texts.text("sentence.daysSince", nouns.word("sentence.earliest.", table));
      case DAYS_BETWEEN -> nouns.word("sentence.span.", table); // keys: sentence.span.*
    };
  }

  private String column(Measured of) {
    FieldRef property = of.property();
    return new FieldNames(catalog, texts).column(property == null ? "" : property.name());
  }
}
