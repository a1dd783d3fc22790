package app.parcelle.engine.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;

/** Finds what columns mean, from their names in French or English, their types and how often their values repeat. */
public final class RoleFinder {
  private static final Set<String> ID = Set.of("id", "key", "no", "number", "code", "ref", "reference",
      "numero", "num",
      "nr", "identifiant", "cle", "uuid");
  private static final Set<String> CUSTOMER = Set.of("customer", "client", "cust", "household", "user",
      "member",
      "contact", "visitor", "subscriber", "buyer", "acheteur", "adherent", "abonne", "membre", "utilisateur",
      "foyer",
      "shopper", "customers", "clients");
  private static final Set<String> ORDER = Set.of("order", "invoice", "commande", "facture", "transaction",
      "basket",
      "receipt", "ticket", "panier", "purchase", "achat", "booking");
  private static final Set<String> TIME = Set.of("date", "time", "timestamp", "datetime", "at", "heure",
      "day", "jour",
      "horodatage", "le", "on");
  private static final Set<String> NOT_EVENT = Set.of("birth", "birthday", "birthdate", "naissance", "dob",
      "expiry",
      "expiration", "end", "fin", "update", "updated", "modified", "last", "first", "recent", "derniere",
      "dernier",
      "premiere", "premier", "signup", "inscription", "creation", "start", "debut");
  private static final Set<String> AMOUNT = Set.of("amount", "montant", "revenue", "sales", "turnover", "ca",
      "total",
      "spend", "spent", "depense", "paid", "value", "dollar", "ttc", "ht");
  private static final Set<String> NOT_AMOUNT = Set.of("disc", "discount", "remise", "tax", "taxe", "tva",
      "vat",
      "shipping", "port", "unit", "unitaire", "price", "prix", "quantity", "quantite", "qty", "count",
      "number", "id",
      "frequency", "items", "lines", "days");
  private static final Set<String> QUANTITY = Set.of("quantity", "qty", "quantite", "qte", "units", "unites");
  private static final Set<String> PRICE = Set.of("price", "prix", "unitprice", "pu");
  private static final Set<String> UNIT = Set.of("unit", "unitaire", "unite", "unitprice", "pu");
  private static final Set<String> PRODUCT = Set.of("product", "produit", "item", "article", "sku",
      "stockcode", "stock",
      "ean", "upc", "isbn", "asin");
  private static final Set<String> NOT_PRODUCT = Set.of("coupon", "category", "categorie", "type", "name",
      "nom", "count");
  private static final List<Set<String>> PLACES = List.of(Set.of("country", "pays"),
      Set.of("region", "state"),
      Set.of("departement", "county"), Set.of("city", "ville", "town", "commune"),
      Set.of("zip", "zipcode", "postal", "postcode", "cp", "codepostal"));
  private static final int SURE = 70;
  /** A column of fewer values, such as the way of contact, names no customers. */
  private static final int MANY = 20;
  private static final Set<String> MAIL = Set.of("email", "mail", "courriel");
  /** What may stand beside one of those. */
  private static final Set<String> OF_MAIL = Set.of("e", "address", "adresse", "primary", "principal",
      "principale",
      "electronique");
  /** Of a consent, but none itself. */
  private static final Set<String> NOT_CONSENT = Set.of("ip", "date", "time", "at", "source", "method",
      "page");
  private static final Set<String> CONSENT = Set.of("consent", "consentement", "optin", "rgpd", "gdpr",
      "newsletter",
      "subscribed", "opt");

  /**
   * What is known of a column.
   *
   * @param meaning what its values stand for
   * @param stated the role a person gave it; null where none did
   * @param distinct how many values were seen
   * @param unique whether none of them stands in two rows
   * @param nearlyUnique whether no more than one in ten does
   */
  public record Candidate(String name, ColumnType type, Meaning meaning,
      @org.jspecify.annotations.Nullable Role stated, int distinct, boolean unique, boolean nearlyUnique) {
    public Candidate(String name, ColumnType type, @org.jspecify.annotations.Nullable Role stated,
        int distinct, boolean unique) {
      this(name, type, Meaning.NONE, stated, distinct, unique, unique);
    }
  }

  /** The roles of all columns, in their order, and what kind of table they make. */
  public record Found(List<Role> roles, TableKind kind) {
    public Found {
      roles = List.copyOf(roles);
    }
  }

  private record Match(int column, Role role, int score) {}

  private RoleFinder() {}

  /** The roles in a table whose name says nothing. */
  public static Found find(List<Candidate> columns) {
    return find(columns, "");
  }

  /** @param table the name of the table */
  public static Found find(List<Candidate> columns, String table) {
    int lookup = new LookupKey(columns, ColumnWords.of(table)).column();
    return lookup < 0 ? ofCustomers(columns) : ofLookup(columns, lookup);
  }

  /** A lookup table has its key, and places perhaps; whatever else its columns seem to be, they are not of events. */
  private static Found ofLookup(List<Candidate> columns, int key) {
    List<Role> roles = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Role stated = columns.get(c).stated();
      roles.add(c == key ? Role.LOOKUP_KEY : stated == null ? Role.NONE : stated);
    }
    return new Found(roles, TableKind.LOOKUP);
  }

  private static Found ofCustomers(List<Candidate> columns) {
    Role[] roles = new Role[columns.size()];
    List<Match> matches = new ArrayList<>();
    for (int c = 0; c < roles.length; c++) {
      Candidate column = columns.get(c);
      Role stated = column.stated();
      if (stated != null) {
        roles[c] = stated;
      } else {
        roles[c] = Role.NONE;
        matches.addAll(matches(c, column));
      }
    }
    matches.sort(Comparator.comparingInt(Match::score).reversed());
    for (Match match : matches) {
      if (roles[match.column] == Role.NONE && !Arrays.asList(roles).contains(match.role)) {
        roles[match.column] = match.role;
      }
    }
    boolean surelyEvents = matches.stream()
        .anyMatch(m -> m.role == Role.EVENT_TIME && m.score >= SURE && roles[m.column] == Role.EVENT_TIME);
    TableKind kind = kind(columns, roles, surelyEvents);
    if (kind == TableKind.CUSTOMERS) {
      for (int c = 0; c < roles.length; c++) {
        boolean speaksOfEvents = roles[c] != Role.CUSTOMER_KEY && roles[c] != Role.PLACE
            && roles[c] != Role.CONSENT;
        if (speaksOfEvents && columns.get(c).stated() == null) {
          roles[c] = Role.NONE;
        }
      }
    }
    return new Found(Arrays.asList(roles), kind);
  }

  /** One row a customer, unless the columns tell of orders. */
  private static TableKind kind(List<Candidate> columns, Role[] roles, boolean surelyEvents) {
    List<Role> all = Arrays.asList(roles);
    int key = all.indexOf(Role.CUSTOMER_KEY);
    boolean ofOrders = all.contains(Role.ORDER_KEY) || all.contains(Role.QUANTITY)
        || (surelyEvents && all.contains(Role.AMOUNT));
    boolean stated = columns.stream()
        .anyMatch(c -> c.stated() == Role.EVENT_TIME || c.stated() == Role.ORDER_KEY);
    return key >= 0 && columns.get(key).unique() && !ofOrders && !stated
        ? TableKind.CUSTOMERS
        : TableKind.EVENTS;
  }

  private static List<Match> matches(int c, Candidate column) {
    ColumnWords words = ColumnWords.of(column.name()).withoutOf();
    ColumnType type = column.type();
    // a sum of percents or of degrees says nothing
    boolean counts = type.isNumber() && switch (column.meaning().kind()) {
      case PERCENT, LATITUDE, LONGITUDE -> false;
      case NONE, MONEY, EMAIL, PHONE, POSTAL_CODE, COUNTRY, COORDINATES, LIST -> true;
    };
    List<Match> found = new ArrayList<>();
    add(found, c, Role.CUSTOMER_KEY, customer(words, column));
    add(found, c, Role.ORDER_KEY, order(words, type));
    add(found, c, Role.EVENT_TIME, type.isDate() ? time(words) : 0);
    add(found, c, Role.AMOUNT, counts ? amount(words) : 0);
    add(found, c, Role.QUANTITY, counts && words.hasAny(QUANTITY) && !words.hasAny(PRICE) ? 100 : 0);
    add(found, c, Role.UNIT_PRICE, counts ? price(words) : 0);
    add(found, c, Role.PRODUCT, type.isText() || type == ColumnType.WHOLE ? product(words) : 0);
    add(found, c, Role.PLACE, type.isText() ? place(words) : 0);
    boolean mayConsent = type == ColumnType.YES_NO || type.isText();
    add(found, c, Role.CONSENT, mayConsent && words.hasAny(CONSENT) && !words.hasAny(NOT_CONSENT) ? 80 : 0);
    return found;
  }

  private static void add(List<Match> found, int c, Role role, int score) {
    if (score > 0) {
      found.add(new Match(c, role, score));
    }
  }

  static int customer(ColumnWords words, Candidate column) {
    ColumnType type = column.type();
    boolean otherwise = column.meaning().is(Kind.POSTAL_CODE) || column.meaning().is(Kind.PHONE);
    if (!type.isText() || otherwise || words.hasAny(ORDER)) {
      return 0;
    }
    boolean sure = (words.hasAny(CUSTOMER) && words.hasAny(ID))
        || words.hasAny(Set.of("customerid", "clientid", "userid"));
    if (sure) {
      return 100;
    }
    if (words.list().size() == 1) {
      boolean named = words.hasAny(CUSTOMER)
          && (type == ColumnType.IDENTIFIER || column.unique() || column.distinct() >= MANY);
      return named
          ? 80
          : words.hasAny(Set.of("id", "identifiant", "matricule"))
              ? 40
              : isMail(words) ? 20 : 0;
    }
    if (isMail(words)) {
      return 20;
    }
    return words.list().size() <= 3 && words.hasAny(CUSTOMER) && type == ColumnType.IDENTIFIER ? 50 : 0;
  }

  /** Whether a name says nothing but whose address for e-mails it is. */
  private static boolean isMail(ColumnWords words) {
    return words.hasAny(MAIL)
        && words.list()
            .stream()
            .allMatch(w -> MAIL.contains(w) || OF_MAIL.contains(w) || CUSTOMER.contains(w));
  }

  static int order(ColumnWords words, ColumnType type) {
    if (!type.isText() || (!words.hasAny(ORDER) && !words.hasAny(Set.of("orderid")))) {
      return 0;
    }
    return words.hasAny(ID) || words.hasAny(Set.of("orderid"))
        ? 100
        : words.list().size() == 1 && type == ColumnType.IDENTIFIER ? 70 : 0;
  }

  static int time(ColumnWords words) {
    if (words.hasAny(NOT_EVENT)) {
      return 0;
    }
    if (words.hasAny(ORDER)
        || words.hasAny(Set.of("event", "evenement", "visit", "visite", "sent", "envoi"))) {
      return words.hasAny(TIME) ? 100 : 80;
    }
    return words.list().size() == 1 && words.hasAny(TIME) ? 70 : words.hasAny(TIME) ? 50 : 20;
  }

  private static int amount(ColumnWords words) {
    if (!words.hasAny(AMOUNT) || words.hasAny(NOT_AMOUNT)) {
      return 0;
    }
    return words.hasAny(Set.of("amount", "montant"))
        ? 100
        : words.hasAny(Set.of("revenue", "sales", "turnover", "ca")) ? 90 : 70;
  }

  private static int price(ColumnWords words) {
    if (!words.hasAny(PRICE) || words.hasAny(Set.of("total", "old", "ancien"))) {
      return 0;
    }
    return words.hasAny(UNIT) ? 100 : words.list().size() == 1 ? 70 : 40;
  }

  static int product(ColumnWords words) {
    if (!words.hasAny(PRODUCT) || words.hasAny(NOT_PRODUCT)) {
      return 0;
    }
    return words.hasAny(ID) || words.hasAny(Set.of("sku", "stockcode"))
        ? 100
        : words.list().size() == 1 ? 80 : 30;
  }

  /** The wider a place, the sooner it is taken: a country says more of a segment than a street. */
  static int place(ColumnWords words) {
    for (int i = 0; i < PLACES.size(); i++) {
      if (words.hasAny(PLACES.get(i))) {
        return 90 - i * 5 - (words.list().size() > 2 ? 30 : 0);
      }
    }
    return 0;
  }
}
