package app.parcelle.engine.link;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import app.parcelle.engine.intake.ColumnWords;

/** Whether names, in French or English, let two columns hold the same thing. */
final class KeyNames {
  private static final List<Set<String>> SAME = List.of(
      Set.of("customer", "client", "cust", "user", "member", "contact", "subscriber", "abonne", "adherent",
          "buyer", "acheteur", "customerid", "clientid", "userid"),
      Set.of("mail", "email", "courriel"),
      Set.of("product", "produit", "article", "item", "sku", "stockcode", "ean", "productid"),
      Set.of("phone", "tel", "telephone", "mobile", "portable", "gsm"),
      Set.of("store", "shop", "magasin", "boutique"),
      Set.of("postal", "zip", "zipcode", "postcode", "cp", "codepostal"),
      Set.of("country", "pays"), Set.of("city", "ville", "commune", "town"),
      Set.of("category", "categorie"), Set.of("campaign", "campagne"));
  /** Words that any key may bear. */
  private static final Set<String> COMMON = Set.of("id", "ids", "key", "code", "cle", "no", "number",
      "numero",
      "num", "nr", "ref", "reference", "identifiant", "uuid", "e", "adresse", "address", "n");

  private KeyNames() {}

  /** @param table the name of the table that {@code to} is a column of */
  static boolean alike(String column, String table, String to) {
    Set<String> here = meanings(column);
    Set<String> there = meanings(to);
    boolean same = ColumnWords.of(column).list().equals(ColumnWords.of(to).list());
    // an "id" is that of what the table is of
    there.addAll(there.isEmpty() ? meanings(table) : Set.of());
    here.retainAll(there);
    return same || !here.isEmpty();
  }

  private static Set<String> meanings(String name) {
    Set<String> meanings = new HashSet<>();
    for (String word : ColumnWords.of(name).withoutOf().list()) {
      String one = word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      if (!COMMON.contains(one)) {
        meanings.add(
            SAME.stream().filter(s -> s.contains(one)).findFirst().map(s -> s.iterator().next()).orElse(one));
      }
    }
    return meanings;
  }
}
