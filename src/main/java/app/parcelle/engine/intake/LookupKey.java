package app.parcelle.engine.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import app.parcelle.engine.intake.RoleFinder.Candidate;
import app.parcelle.engine.table.KeyText;
import app.parcelle.engine.table.Role;

/**
 * The key of a lookup table: a column of which nearly each value stands once and that names products, places or what the table's name
 * says, in a table that names neither customers nor orders and has no time of an event.
 */
record LookupKey(List<Candidate> columns, ColumnWords table) {
  static final int NONE = -1;

  private static final int NAMED = 80;
  private static final int ONLY_AN_ID = 40;
  private static final int SURELY_EVENTS = 70;
  private static final Set<String> THINGS = Set.of("product", "products", "produit", "produits", "article",
      "articles", "item", "items", "catalog", "catalogue", "sku", "skus", "store", "stores", "shop", "shops",
      "magasin", "magasins", "boutique", "boutiques", "category", "categories", "categorie", "campaign",
      "campaigns", "campagne", "campagnes", "city", "cities", "ville", "villes", "commune", "communes",
      "country", "countries", "pays", "region", "regions", "departement", "departements", "zipcodes",
      "lookup", "reference", "referentiel", "nomenclature");
  /** What is only said of persons: such a table is one of customers, whatever names their rows. */
  private static final Set<String> PERSONAL = Set.of("firstname", "lastname", "surname", "prenom", "birth",
      "birthday", "birthdate", "naissance", "dob", "age", "gender", "sexe", "marital",
      "civilite", "income", "salary", "email", "courriel");
  private static final Set<String> PLACES = Set.of("insee", "coordonnees", "coordinates", "gps", "lat",
      "latitude", "lon", "lng", "longitude", "geo", "commune", "region", "departement", "country", "pays");
  private static final Set<String> KEYS = Set.of("id", "code", "key", "ref", "reference", "cle",
      "identifiant", "no", "num", "numero", "number");

  /** Two of these, and the rows are persons, whatever the table is called. */
  private static final Set<String> OF_PERSONS = Set.of("birth", "birthdate", "birthday", "naissance",
      "gender", "sexe", "civilite", "age", "income", "education", "marital", "firstname", "lastname",
      "surname", "prenom", "email", "mail", "courriel", "mobile");

  int column() {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).stated() == Role.LOOKUP_KEY) {
        return c;
      }
    }
    long ofPersons = columns.stream().filter(c -> ColumnWords.of(c.name()).hasAny(OF_PERSONS)).count();
    return ofPersons >= 2 || columns.stream().anyMatch(LookupKey::isOfSomethingElse) ? NONE : best();
  }

  /** Whether a column says that the rows are customers or events. */
  private static boolean isOfSomethingElse(Candidate column) {
    Role stated = column.stated();
    if (stated != null) {
      return stated == Role.CUSTOMER_KEY || stated == Role.ORDER_KEY || stated == Role.EVENT_TIME;
    }
    ColumnWords words = ColumnWords.of(column.name()).withoutOf();
    return RoleFinder.customer(words, column) > ONLY_AN_ID
        || words.hasAny(PERSONAL) || isPartOfName(words)
        || RoleFinder.order(words, column.type()) > 0
        || (column.type().isDate() && RoleFinder.time(words) >= SURELY_EVENTS);
  }

  /** First, last name. */
  private static boolean isPartOfName(ColumnWords words) {
    return words.hasAny(Set.of("first", "last"))
        && (words.list().size() == 1 || words.hasAny(Set.of("name", "nom")));
  }

  private int best() {
    int best = NONE;
    int most = 0;
    for (int c = 0; c < columns.size(); c++) {
      int score = score(columns.get(c));
      if (score > most) {
        best = c;
        most = score;
      }
    }
    return best;
  }

  private int score(Candidate column) {
    if (!column.nearlyUnique() || column.stated() == Role.NONE || !KeyText.isKey(column.type())) {
      return 0;
    }
    ColumnWords words = ColumnWords.of(column.name()).withoutOf();
    if (RoleFinder.product(words) >= NAMED) {
      return RoleFinder.product(words);
    }
    boolean key = words.hasAny(KEYS) || words.identify();
    if (!table.hasAny(THINGS)) {
      return key && RoleFinder.place(words) > 0 && speaksOfPlaces() ? NAMED : 0;
    }
    return key ? NAMED : words.list().stream().anyMatch(this::namesTheTable) ? ONLY_AN_ID : 0;
  }

  /** Where customers live is one column of many; a table of places has little else. */
  private boolean speaksOfPlaces() {
    long places = columns.stream()
        .map(c -> ColumnWords.of(c.name()).withoutOf())
        .filter(words -> RoleFinder.place(words) > 0 || words.hasAny(PLACES))
        .count();
    return 2 * places >= columns.size();
  }

  /** The column country of a table of countries. */
  private boolean namesTheTable(String word) {
    return THINGS.contains(word) && Stream.of(word, word + "s", word.replaceFirst("y$", "ies"))
        .anyMatch(table.list()::contains);
  }
}
