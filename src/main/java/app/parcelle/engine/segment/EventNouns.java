package app.parcelle.engine.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** What the events of a table are called: orders, visits, or by the table's own name. */
record EventNouns(FieldCatalog catalog, Texts texts) {
  private static final Set<String> ORDERS = Set.of("orders", "order", "commandes", "commande");
  private static final Set<String> PURCHASES = Set.of("purchases", "purchase", "achats", "achat");
  private static final Set<String> VISITS = Set.of("visits", "visit", "visites", "visite");

  /** Where the noun alone does not say which table, its name goes with it. */
  enum Noun {
    ORDER, ORDER_OF, PURCHASE, VISIT, EVENT, LINE;

    /** The end of its text keys. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Noun noun(String table) {
    Noun known = known(name(table));
    boolean shared = known != Noun.EVENT && catalog.tables()
        .stream()
        .filter(t -> t.kind() == TableKind.EVENTS && known(t.name()) == known)
        .count() > 1;
    if (known != Noun.EVENT && !shared) {
      return known;
    }
    return known == Noun.ORDER || hasOrders(table) ? Noun.ORDER_OF : Noun.EVENT;
  }

  /** What its rows are called, where they are not events by themselves. */
  Noun row(String table) {
    return hasOrders(table) ? Noun.LINE : noun(table);
  }

  private boolean hasOrders(String table) {
    return catalog.events(table).flatMap(t -> t.withRole(Role.ORDER_KEY)).isPresent();
  }

  private static Noun known(String table) {
    String name = Folding.fold(table);
    if (ORDERS.contains(name)) {
      return Noun.ORDER;
    }
    return PURCHASES.contains(name) ? Noun.PURCHASE : VISITS.contains(name) ? Noun.VISIT : Noun.EVENT;
  }

  /** The table's own name, also where a rule names it by its id. */
  String name(String table) {
    Optional<TableVersion> found = catalog.events(table);
    return Marks.value(found.map(TableVersion::name).orElse(table));
  }

  /** The text of a key that has one for each noun. */
  String word(String prefix, Noun noun, String table) {
    return texts.text(prefix + noun.key(), name(table));
  }

  String word(String prefix, String table) {
    return word(prefix, noun(table), table);
  }
}
