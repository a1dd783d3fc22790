package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Conditions on events as clauses: "who placed at least 2 orders in the last 365 days (where …)". */
record EventWords(FieldCatalog catalog, Texts texts) {
  private static final Set<String> ORDERS = Set.of("orders", "order", "commandes", "commande");
  private static final Set<String> PURCHASES = Set.of("purchases", "purchase", "achats", "achat");
  private static final Set<String> VISITS = Set.of("visits", "visit", "visites", "visite");

  /** What the events of a table are called; where the noun alone does not say which table, its name goes with it. */
  private enum Noun {
    ORDER, ORDER_OF, PURCHASE, VISIT, EVENT, LINE
  }

  String test(EventTest test) {
    return switch (test.measure()) {
      case COUNT -> count(test, noun(test.table()));
      case LINES -> count(test, Noun.LINE);
      case SUM -> {
        Predicates predicates = new Predicates(texts);
        yield texts.text("sentence.whose",
            Marks.strong(sum(test)) + seen(test.window(), test.where()) + " "
                + Marks.strong(
                    predicates.number(test.operator(), test.value(), test.second(), false)));
      }
      case DAYS_SINCE_LAST -> texts.text("sentence.whose",
          Marks.strong(word("sentence.latest.", noun(test.table()), test.table())) // keys: sentence.latest.*
              + seen(test.window(), test.where()) + " " + Marks.strong(ago(test)));
      default -> throw new UnsupportedOperationException("later");
    };
  }

  String never(Never test) {
    return none(noun(test.table()), test.table()) + seen(test.window(), test.where());
  }

  private String count(EventTest test, Noun noun) {
    boolean none = test.value().signum() == 0
        && (test.operator() == NumberOperator.EQUAL || test.operator() == NumberOperator.AT_MOST);
    if (none) {
      return none(noun, test.table()) + seen(test.window(), test.where());
    }
    BigDecimal second = test.second();
    BigDecimal counted = test.operator() == NumberOperator.NOT_EQUAL
        ? BigDecimal.TWO
        : second == null ? test.value() : second;
    Words words = new Words(texts);
    // keys: sentence.count.*
    String quantity = texts.text("sentence.count." + id(test.operator()), words.number(test.value()),
        // keys: sentence.noun.*
        texts.text("sentence.noun." + id(noun), counted, name(test.table())),
        second == null ? "" : words.number(second));
    String zero = holdsForNone(test) ? texts.text("sentence.includingNone") : "";
    // keys: sentence.did.*
    return texts.text("sentence.did." + id(noun), Marks.strong(quantity + zero))
        + seen(test.window(), test.where());
  }

  private static boolean holdsForNone(EventTest test) {
    int first = BigDecimal.ZERO.compareTo(test.value());
    BigDecimal second = test.second();
    boolean within = first >= 0 && second != null && BigDecimal.ZERO.compareTo(second) <= 0;
    return switch (test.operator()) {
      case EQUAL -> first == 0;
      case NOT_EQUAL -> first != 0;
      case LESS -> first < 0;
      case AT_MOST -> first <= 0;
      case AT_LEAST -> first >= 0;
      case GREATER -> first > 0;
      case BETWEEN -> within;
      case NOT_BETWEEN -> !within;
    };
  }

  private String none(Noun noun, String table) {
    // keys: sentence.none.*
    return texts.text("sentence.who", Marks.strong(word("sentence.none.", noun, table)));
  }

  private String sum(EventTest test) {
    FieldRef property = test.property();
    if (property != null) {
      return texts.text("sentence.sum.column", new FieldNames(catalog, texts).column(property.name()),
          name(test.table()));
    }
    // keys: sentence.sum.amount.*
    return word("sentence.sum.amount.", noun(test.table()), test.table());
  }

  private String ago(EventTest test) {
    Words words = new Words(texts);
    BigDecimal second = test.second();
    // keys: sentence.ago.*
    return texts.text("sentence.ago." + id(test.operator()),
        second == null ? words.days(test.value()) : words.number(test.value()),
        second == null ? "" : words.days(second));
  }

  /** In which window, and which rows: with a space in front, or empty for all there are. */
  private String seen(Window window, @Nullable Condition where) {
    String rows = where == null
        ? ""
        : texts.text("sentence.where", Clauses.ofRows(catalog, texts).bare(Shape.of(where)));
    return window(window) + rows;
  }

  private String window(Window window) {
    Words words = new Words(texts);
    return switch (window) {
      case Window.Ever() -> "";
      case Window.Last(var period, var today) ->
        " " + words.period("sentence.last.", period) + new Predicates(texts).today(today);
      case Window.Between(var first, var last) ->
        " " + texts.text("sentence.window.between", words.day(first), words.day(last));
      case Window.Since(var first) -> " " + texts.text("sentence.window.since", words.day(first));
      default -> throw new UnsupportedOperationException("later");
    };
  }

  private String word(String prefix, Noun noun, String table) {
    return texts.text(prefix + id(noun), name(table));
  }

  /** The table's own name, also where a rule names it by its id. */
  private String name(String table) {
    return Marks.value(catalog.events(table).map(TableVersion::name).orElse(table));
  }

  private Noun noun(String table) {
    Noun known = known(name(table));
    boolean shared = known != Noun.EVENT && catalog.tables()
        .stream()
        .filter(t -> t.kind() == TableKind.EVENTS && known(t.name()) == known)
        .count() > 1;
    if (known != Noun.EVENT && !shared) {
      return known;
    }
    Optional<TableVersion> found = catalog.events(table);
    boolean orders = known == Noun.ORDER
        || found.flatMap(t -> t.withRole(Role.ORDER_KEY)).isPresent();
    return orders ? Noun.ORDER_OF : Noun.EVENT;
  }

  private static Noun known(String table) {
    String name = Folding.fold(table);
    if (ORDERS.contains(name)) {
      return Noun.ORDER;
    }
    return PURCHASES.contains(name) ? Noun.PURCHASE : VISITS.contains(name) ? Noun.VISIT : Noun.EVENT;
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
