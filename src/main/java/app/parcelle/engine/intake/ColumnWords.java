package app.parcelle.engine.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import app.parcelle.engine.table.Folding;

/**
 * The words of a column's name, in French or English, without case and accents: {@code CustomerID} is customer, id.
 *
 * @param list in the order of the name
 */
public record ColumnWords(List<String> list) {
  private static final Pattern BORDER = Pattern
      .compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\\p{L})(?=\\p{N})|[^\\p{L}\\p{N}]+");
  private static final Pattern NUMERO = Pattern.compile("[nN][°º]");

  /** Words that make any name that holds them one of an identifier. */
  private static final Set<String> IDENTIFYING = Set.of("id", "ids", "key", "code", "cle", "sku", "siret",
      "siren",
      "ean", "upc", "isbn", "iban", "zip", "zipcode", "cp", "postal", "postcode", "phone", "tel", "telephone",
      "fax",
      "ref", "reference", "matricule", "uuid", "guid", "identifiant", "stockcode", "customerid", "clientid",
      "userid", "orderid", "productid", "codepostal");
  /** Words that do so at the end of a name, or at its beginning in French: number of orders is no identifier. */
  private static final Set<String> NUMBERING = Set.of("no", "number", "numero", "num", "nr");
  private static final Set<String> OF = Set.of("of", "de", "d", "des", "du");
  /** Things whose name alone is an identifier where its values look like one. */
  private static final Set<String> THINGS = Set.of("invoice", "order", "customer", "client", "commande",
      "facture",
      "user", "household", "receipt", "ticket");

  public ColumnWords {
    list = List.copyOf(list);
  }

  public static ColumnWords of(String name) {
    List<String> words = new ArrayList<>();
    for (String part : BORDER.split(NUMERO.matcher(name).replaceAll("numero "))) {
      if (!part.isEmpty()) {
        words.add(Folding.fold(part));
      }
    }
    return new ColumnWords(words);
  }

  public boolean hasAny(Set<String> words) {
    return list.stream().anyMatch(words::contains);
  }

  /** Whether the name says that the column identifies something. */
  public boolean identify() {
    if (list.isEmpty()) {
      return false;
    }
    boolean numbered = NUMBERING.contains(list.getLast()) || beginsWithNumero();
    return hasAny(IDENTIFYING) || numbered || (list.size() == 1 && THINGS.contains(list.getFirst()));
  }

  /** Whether it says so beyond doubt, whatever the values look like. */
  public boolean endsWithId() {
    return !list.isEmpty()
        && Set.of("id", "key", "uuid", "guid", "identifiant", "customerid", "clientid", "userid")
            .contains(list.getLast());
  }

  /** Numéro de commande and num_client identify; NumDealsPurchases counts. */
  private boolean beginsWithNumero() {
    return list.getFirst().equals("numero")
        || (list.getFirst().equals("num") && THINGS.contains(list.getLast()));
  }

  /** The words without the small ones between them. */
  public ColumnWords withoutOf() {
    return new ColumnWords(list.stream().filter(w -> !OF.contains(w)).toList());
  }
}
