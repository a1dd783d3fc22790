package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.Edge;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Never;

/** Conditions on events as clauses: "who placed at least 2 orders in the last 365 days (where …)". */
record EventWords(FieldCatalog catalog, Texts texts) {
  String test(EventTest test) {
    Measured of = new Measured(test.table(), test.measure(), test.property(), test.window(), test.where());
    return switch (test.measure()) {
      case COUNT -> count(test, nouns().noun(test.table()));
      case LINES -> count(test, EventNouns.Noun.LINE);
      case DAYS_SINCE_LAST -> ago(test, Edge.LAST);
      case DAYS_SINCE_FIRST -> ago(test, Edge.FIRST);
      case SUM, DISTINCT -> number(of, test)
          + (holdsForNone(test) ? texts.text("sentence.includingWithout") : "");
      case AVERAGE, MINIMUM, MAXIMUM, FIRST, LAST, DAYS_BETWEEN -> number(of, test);
    };
  }

  private EventNouns nouns() {
    return new EventNouns(catalog, texts);
  }

  private String number(Measured of, EventTest test) {
    return texts.text("sentence.whose", new MeasureWords(catalog, texts).subject(of) + " " + Marks.strong(
        new Predicates(texts).number(test.operator(), test.value(), test.second(), false)));
  }

  String never(Never test) {
    return none(nouns().noun(test.table()), test.table()) + seen(test.table(), test.window(), test.where());
  }

  private String count(EventTest test, EventNouns.Noun noun) {
    String seen = seen(test.table(), test.window(), test.where());
    boolean none = test.value().signum() == 0
        && (test.operator() == NumberOperator.EQUAL || test.operator() == NumberOperator.AT_MOST);
    if (none) {
      return none(noun, test.table()) + seen;
    }
    // keys: sentence.noun.*
    String quantity = new Predicates(texts).quantity(test.operator(), test.value(), test.second(),
        "sentence.noun." + noun.key(), nouns().name(test.table()));
    String zero = holdsForNone(test) ? texts.text("sentence.includingNone") : "";
    // keys: sentence.did.*
    return texts.text("sentence.did." + noun.key(), Marks.strong(quantity + zero)) + seen;
  }

  private static boolean holdsForNone(EventTest test) {
    return Predicates.holds(test.operator(), BigDecimal.ZERO, test.value(), test.second());
  }

  private String none(EventNouns.Noun noun, String table) {
    // keys: sentence.none.*
    return texts.text("sentence.who", Marks.strong(nouns().word("sentence.none.", noun, table)));
  }

  private String ago(EventTest test, Edge edge) {
    Words words = new Words(texts);
    BigDecimal second = test.second();
    // keys: sentence.ago.*
    String ago = texts.text("sentence.ago." + id(test.operator()),
        second == null ? words.days(test.value()) : words.number(test.value()),
        second == null ? "" : words.days(second));
    return event(test.table(), edge, test.window(), test.where(), ago);
  }

  String date(EventDateTest test) {
    return event(test.table(), test.edge(), test.window(), test.where(),
        new CriterionWords(texts, new FieldNames(catalog, texts)::subject).criterion(test.criterion()));
  }

  private String event(String table, Edge edge, Window window, @Nullable Condition where, String said) {
    // keys: sentence.latest.*, sentence.earliest.*
    String event = nouns().word(edge == Edge.LAST ? "sentence.latest." : "sentence.earliest.", table);
    return texts.text("sentence.whose",
        Marks.strong(event) + seen(table, window, where) + " " + Marks.strong(said));
  }

  String relation(EventRelation test) {
    MeasureWords measures = new MeasureWords(catalog, texts);
    String right = measures.subject(test.right());
    String times = test.times().compareTo(BigDecimal.ONE) == 0
        ? texts.text("sentence.once", right)
        : texts.text("sentence.times", new Words(texts).number(test.times()), right);
    // keys: sentence.relation.*
    return texts.text("sentence.whose", texts.text("sentence.relation." + id(test.operator()),
        measures.subject(test.left()), times))
        + (holdsForNeither(test)
            ? texts.text("sentence.includingNeither")
            : "");
  }

  /** Whether it holds for those who have no event on either side. */
  private static boolean holdsForNeither(EventRelation test) {
    return isZeroWithout(test.left().measure()) && isZeroWithout(test.right().measure())
        && !test.operator().needsTwo()
        && Predicates.holds(test.operator(), BigDecimal.ZERO, BigDecimal.ZERO, null);
  }

  private static boolean isZeroWithout(Measure measure) {
    return measure == Measure.COUNT || measure == Measure.LINES || measure == Measure.SUM
        || measure == Measure.DISTINCT;
  }

  String share(EventShare test) {
    Words words = new Words(texts);
    EventNouns.Noun noun = nouns().row(test.table());
    BigDecimal second = test.second();
    boolean all = test.percent().compareTo(BigDecimal.valueOf(100)) == 0
        && (test.operator() == NumberOperator.AT_LEAST || test.operator() == NumberOperator.EQUAL);
    // keys: sentence.every.*, sentence.share.*, sentence.part.*
    String part = all
        ? nouns().word("sentence.every.", noun, test.table())
        : texts.text("sentence.share." + noun.key(), nouns().name(test.table()),
            texts.text("sentence.part." + id(test.operator()), words.percent(test.percent()),
                second == null ? "" : words.percent(second)));
    // keys: sentence.are.*
    return texts.text("sentence.are." + noun.key(),
        Marks.strong(part) + seen(test.table(), test.window(), test.where()),
        Marks.strong(Marks.plain(Clauses.ofRows(catalog, texts).clause(Shape.of(test.meeting())))));
  }

  private String seen(String table, Window window, @Nullable Condition where) {
    return new WindowWords(catalog, texts).seen(table, window, where);
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
