package app.parcelle.engine.intake.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.parcelle.engine.intake.ColumnWords;
import app.parcelle.engine.table.Folding;

/**
 * Finds how many records at the top of a table hold the names of its columns. Evidence for names: they are words above
 * numbers, dates and addresses; they do not come again below; they are longer or shorter than what is below; they are words
 * that name columns.
 */
final class HeaderFinder {
  private static final int MOST_ROWS = 3;
  private static final int MOST_BELOW = 100;
  private static final double DOMINANT = 0.8;
  private static final Set<String> NAMES = Set.of("id", "no", "nr", "num", "numero", "ref", "reference",
      "code", "key", "name", "nom", "prenom", "firstname", "lastname", "surname", "titre", "title",
      "civilite", "gender", "sexe", "date", "time", "heure", "day", "jour", "month", "mois", "year", "annee",
      "email", "mail", "courriel", "phone", "telephone", "tel", "mobile", "fax", "address", "adresse",
      "street", "rue", "zip", "zipcode", "postcode", "postal", "cp", "city", "ville", "country", "pays",
      "region", "state", "departement", "company", "societe", "entreprise", "type", "category", "categorie",
      "status", "statut", "price", "prix", "amount", "montant", "quantity", "quantite", "qty", "total",
      "product", "produit", "description", "libelle", "label", "designation", "comment", "commentaire",
      "comments", "note", "notes", "url", "site", "value", "valeur", "count", "nombre", "nb", "customer",
      "client", "order", "commande", "invoice", "facture", "age", "birthdate", "naissance", "segment",
      "score", "rank", "rang", "source", "canal", "channel", "campaign", "campagne", "consent",
      "consentement", "newsletter", "langue", "language", "currency", "devise", "lat", "latitude", "lon",
      "longitude", "user", "utilisateur", "contact", "created", "updated", "siret", "siren", "uuid");

  private final List<List<String>> records;
  private final int width;
  /** Whether the first record comes again now and then, as a header does on every page. */
  private final boolean isRepeated;

  HeaderFinder(List<List<String>> records, int width) {
    this.records = records;
    this.width = width;
    long again = records.stream().filter(records.getFirst()::equals).count() - 1;
    this.isRepeated = again > 0 && again * 3 <= records.size();
  }

  /** Whether some cells are filled and none of them is a number, a date or the like. */
  static boolean isWords(List<String> cells) {
    boolean any = false;
    for (String cell : cells) {
      CellKind kind = CellKind.of(cell);
      if (kind.isValue()) {
        return false;
      }
      any |= kind != CellKind.EMPTY;
    }
    return any;
  }

  /** How many of the first records hold names; 0 where the first one is a row. */
  int rows() {
    if (records.isEmpty() || score() < 0) {
      return 0;
    }
    int rows = 1;
    while (rows < MOST_ROWS && rows < records.size() - 1 && goesOn(rows)) {
      rows++;
    }
    return rows;
  }

  private double score() {
    List<String> first = records.getFirst();
    double score = 0;
    int named = 0;
    boolean words = true;
    boolean years = isSeriesOfYears(first);
    for (int c = 0; c < first.size(); c++) {
      String name = first.get(c).strip();
      CellKind kind = CellKind.of(name);
      if (kind == CellKind.EMPTY) {
        continue;
      }
      named++;
      words &= !kind.isValue() || (years && isYear(name));
      score += ColumnWords.of(name).hasAny(NAMES) && !kind.isValue() && name.length() <= 40 ? 1 : 0;
      score += contrast(name, kind, below(c, 1), years);
    }
    if (named == 0) {
      return -1;
    }
    // where nothing tells, words are names
    return score == 0 && !words ? -1 : score;
  }

  /** The cells of a column behind the first records. */
  private List<String> below(int column, int from) {
    List<String> cells = new ArrayList<>();
    for (int r = from; r < Math.min(records.size(), MOST_BELOW); r++) {
      List<String> record = records.get(r);
      boolean again = isRepeated && record.equals(records.getFirst());
      if (!again && record.size() == width && column < record.size()
          && CellKind.of(record.get(column)) != CellKind.EMPTY) {
        cells.add(record.get(column).strip());
      }
    }
    return cells;
  }

  private static double contrast(String name, CellKind kind, List<String> below, boolean years) {
    if (below.isEmpty()) {
      return 0;
    }
    CellKind most = dominant(below);
    if (most.isValue()) {
      boolean year = years && isYear(name) && !below.stream().allMatch(HeaderFinder::isYear);
      return kind == CellKind.TEXT || kind == CellKind.CODE ? 2 : year ? 1 : kind == most ? -2 : -1;
    }
    if (kind.isValue()) {
      return years && isYear(name) ? 0 : -1;
    }
    String folded = Folding.fold(name);
    long again = below.stream().filter(cell -> Folding.fold(cell).equals(folded)).count();
    if (again > 0) {
      // one of them may be the same header once more, where tables were put one behind the other
      return again == 1 && below.size() > 20 ? 0 : -2;
    }
    if (most == CellKind.CODE) {
      return kind == CellKind.CODE && shape(name).equals(shape(below.getFirst())) ? -2 : 1;
    }
    return words(name, below);
  }

  /** Words above words: names are of another length than values of one length, and stand above values that repeat. */
  private static double words(String name, List<String> below) {
    if (below.size() < 3) {
      return 0;
    }
    Set<Integer> lengths = new HashSet<>();
    below.forEach(cell -> lengths.add(cell.length()));
    if (lengths.size() == 1) {
      return lengths.contains(name.length()) ? 0 : 1;
    }
    long distinct = below.stream().distinct().count();
    return distinct <= below.size() / 3 ? 0.5 : 0;
  }

  private static CellKind dominant(List<String> cells) {
    Map<CellKind, Integer> counts = new HashMap<>();
    cells.forEach(cell -> counts.merge(CellKind.of(cell), 1, Integer::sum));
    return counts.entrySet()
        .stream()
        .filter(e -> e.getValue() >= DOMINANT * cells.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(CellKind.TEXT);
  }

  /** Letters as a, digits as 9. */
  private static String shape(String cell) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      shape.append(Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : c);
    }
    return shape.toString();
  }

  /** Several years one after the other, as names of columns. */
  private static boolean isSeriesOfYears(List<String> cells) {
    List<Integer> years = new ArrayList<>();
    cells.stream().filter(HeaderFinder::isYear).forEach(cell -> years.add(Integer.valueOf(cell.strip())));
    for (int i = 1; i < years.size(); i++) {
      if (years.get(i) <= years.get(i - 1)) {
        return false;
      }
    }
    return years.size() >= 2;
  }

  /** Whether a cell is a year, as names of columns are. */
  static boolean isYear(String cell) {
    return cell.strip().matches("(19|20)\\d\\d");
  }

  /** Whether the record after so many of the header belongs to it too: words where everything below is a value. */
  private boolean goesOn(int row) {
    List<String> cells = records.get(row);
    if (cells.equals(records.getFirst())) {
      return false;
    }
    int columns = 0;
    int words = 0;
    for (int c = 0; c < cells.size(); c++) {
      List<String> below = below(c, row + 1);
      if (below.size() < 2 || !dominant(below).isValue()) {
        continue;
      }
      CellKind kind = CellKind.of(cells.get(c));
      if (kind.isValue()) {
        return false;
      }
      columns++;
      words += kind == CellKind.EMPTY ? 0 : 1;
    }
    return words >= 2 && words * 2 > columns;
  }

  /** The names that several records give together; a name goes on over the empty cells to its right. */
  static List<String> names(List<List<String>> header, int width) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      names.add("");
    }
    for (int row = 0; row < header.size(); row++) {
      List<String> cells = header.get(row);
      String merged = "";
      boolean last = row == header.size() - 1;
      for (int c = 0; c < width; c++) {
        String cell = c < cells.size() ? cells.get(c) : "";
        merged = cell.isBlank() ? merged : cell;
        String part = last ? cell : merged;
        if (!part.isBlank()) {
          names.set(c, names.get(c).isEmpty() ? part : names.get(c) + " " + part);
        }
      }
    }
    return names;
  }
}
