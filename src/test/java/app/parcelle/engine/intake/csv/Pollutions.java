package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** One clean table of 84 rows and 10 columns, written in some hundreds of ways as files in the wild are. */
final class Pollutions {
  private static final List<String> HEADER = List.of("Date", "Heure", "Commande", "Client", "Produit",
      "Quantité",
      "Prix", "E-mail", "Ville", "Commentaire");
  private static final List<String> CITIES = List.of("Paris", "Orléans", "Aix-en-Provence", "Nîmes", "Lyon",
      "Saint-Étienne", "Brest");
  private static final List<String> PRODUCTS = List.of("Théière en fonte", "Carnet ligné", "Sac à dos",
      "Bougie parfumée", "Stylo \"Plume\"", "Nappe, coton");
  private static final List<String> COMMENTS = List.of("", "livré à l'heure", "client fidèle; rappeler",
      "colis abîmé, remplacé", "dit : \"parfait\"", "à facturer", "");
  private static final int ROWS = 84;

  private final List<Pollution> all = new ArrayList<>();
  private final List<List<String>> rows = rows("uuuu-MM-dd", ".");
  private final TableText clean = TableText.of(HEADER, rows);

  static List<Pollution> all() {
    Pollutions pollutions = new Pollutions();
    pollutions.delimiters();
    pollutions.quotes();
    pollutions.lines();
    pollutions.sizes();
    pollutions.headers();
    pollutions.above();
    pollutions.below();
    pollutions.severalTables();
    pollutions.slips();
    pollutions.ragged();
    pollutions.formats();
    pollutions.encodings();
    pollutions.longCells();
    return pollutions.all;
  }

  static List<List<String>> rows(String datePattern, String point) {
    var dates = java.time.format.DateTimeFormatter.ofPattern(datePattern);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(List.of(java.time.LocalDate.of(2024, 1, 3).plusDays(i * 3L).format(dates),
          "%02d:%02d:%02d".formatted(8 + i % 11, i * 7 % 60, i * 13 % 60), "C%05d".formatted(1200 + i),
          String.valueOf(40_000 + i * 37 % 19), PRODUCTS.get(i % PRODUCTS.size()), String.valueOf(1 + i % 5),
          (3 + i % 90) + point + "%02d".formatted(i * 11 % 100), "client" + i % 19 + "@exemple.fr",
          CITIES.get(i % CITIES.size()), COMMENTS.get(i % COMMENTS.size())));
    }
    return rows;
  }

  private void add(Pollution pollution) {
    all.add(pollution);
  }

  private void delimiters() {
    add(clean.as("clean", "RFC 4180"));
    for (String delimiter : List.of(",", ";", "\t", "|", " ", ", ", "; ", " | ", "||", "::", ";;", "|~|",
        "~|~",
        "<>", "§", "¦", "^", "~", "#", "¬", "\u0001", "\u001F")) {
      String name = delimiter.replace("\t", "tab").replace("\u0001", "SOH").replace("\u001F", "US");
      add(clean.delimiter(delimiter).as("delimiter", "'" + name + "'"));
      add(clean.delimiter(delimiter).quote('"', true).as("delimiter", "'" + name + "', all in quotes"));
    }
  }

  private void quotes() {
    List<List<String>> plain = map(rows, cell -> cell.replaceAll("[,;\"]", ""));
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      TableText text = clean.delimiter(delimiter);
      for (boolean everywhere : List.of(false, true)) {
        String how = delimiter.replace("\t", "tab") + (everywhere ? " all" : " needed");
        add(text.quote('\'', everywhere).as("quote", "' " + how));
        add(text.quote('"', everywhere).escape('\\').as("escape", "backslash " + how));
        add(text.quote('"', everywhere).escape(null).as("escape", "none " + how));
        add(text.quote('\'', everywhere).escape('\\').as("escape", "backslash before ' " + how));
      }
      add(text.rows(plain).quote(null, false).as("quote", "none " + delimiter.replace("\t", "tab")));
      add(text.quote(null, false)
          .escape('\\')
          .rows(map(rows, cell -> cell.replace("\"", "")))
          .as("escape", "backslash before delimiters " + delimiter.replace("\t", "tab")));
    }
    add(blanksBeforeQuotes());
  }

  private Pollution blanksBeforeQuotes() {
    List<String> records = clean.quote('"', true)
        .records()
        .stream()
        .map(r -> r.replace("\",\"", "\",  \""))
        .toList();
    return clean.expecting("quote", "blanks before quotes", records, HEADER, rows);
  }

  private void lines() {
    List<List<String>> several = new ArrayList<>(rows);
    several.set(4, with(rows.get(4), 9, "deux\nlignes"));
    several.set(40, with(rows.get(40), 9, "trois\n\n\"lignes\", ou plus"));
    for (String end : List.of("\n", "\r", "\r\n")) {
      String name = end.replace("\n", "LF").replace("\r", "CR");
      for (String delimiter : List.of(",", ";", "\t")) {
        TableText text = clean.lineEnd(end).delimiter(delimiter);
        String how = name + " " + delimiter.replace("\t", "tab");
        add(text.as("line end", how));
        add(text.below("").as("line end", how + ", none at the end"));
        add(text.below(end + end).as("line end", how + ", two at the end"));
        add(text.rows(several).as("line end", how + ", lines in cells"));
      }
    }
    Random random = new Random(3);
    StringBuilder mixed = new StringBuilder();
    for (String record : clean.records()) {
      mixed.append(record).append(List.of("\n", "\r\n", "\r").get(random.nextInt(3)));
    }
    add(new Pollution("line end", "mixed", mixed.toString().getBytes(UTF_8), clean.given(), HEADER, rows));
    String blank = String.join("\n\n", clean.records());
    add(new Pollution("line end", "blank lines between", blank.getBytes(UTF_8), clean.given(), HEADER, rows));
  }

  private void sizes() {
    add(clean.rows(List.of()).as("size", "header only"));
    add(clean.rows(List.of()).below("").as("size", "header only, no line end"));
    for (int n : List.of(1, 2, 3, 10)) {
      add(clean.rows(rows.subList(0, n)).as("size", n + " rows"));
      add(clean.rows(rows.subList(0, n)).delimiter(";").as("size", n + " rows ;"));
    }
    for (int columns : List.of(1, 2, 3, 5)) {
      TableText text = TableText.of(HEADER.subList(0, columns),
          mapRows(rows, row -> row.subList(0, columns)));
      add(text.as("size", columns + " columns"));
      add(text.delimiter(";").as("size", columns + " columns ;"));
    }
    TableText cities = TableText.of(List.of("Ville"), rows.stream().map(r -> List.of(r.get(8))).toList());
    add(cities.as("size", "1 column of words"));
  }

  private void headers() {
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      String name = delimiter.replace("\t", "tab");
      TableText text = clean.delimiter(delimiter);
      add(text.header(List.of())
          .expecting("header", "none " + name, text.header(List.of()).records(),
              Columns.names(Collections.nCopies(10, ""), true), rows));
      List<String> groups = List.of("Vente", "", "", "Client", "Article", "", "", "Contact", "", "Suivi");
      List<String> joined = List.of("Vente Date", "Vente Heure", "Vente Commande", "Client Client",
          "Article Produit", "Article Quantité", "Article Prix", "Contact E-mail", "Contact Ville",
          "Suivi Commentaire");
      TableText two = text.header(List.of(groups, HEADER));
      add(two.expecting("header", "two rows " + name, two.records(), joined, rows));
      List<String> units = List.of("jour", "h:m:s", "n°", "n°", "nom", "pièces", "euros", "adresse", "nom",
          "texte");
      TableText three = text.header(List.of(groups, HEADER, units));
      List<String> names = new ArrayList<>();
      for (int c = 0; c < 10; c++) {
        names.add(joined.get(c) + " " + units.get(c));
      }
      add(three.expecting("header", "three rows " + name, three.records(), names, rows));
      List<String> twice = with(with(HEADER, 3, "Date"), 5, "");
      add(text.header(List.of(twice))
          .expecting("header", "repeated and empty names " + name,
              text.header(List.of(twice)).records(), Columns.names(twice, true), rows));
    }
  }

  private void above() {
    List<String> titles = List.of("Export des commandes\n", "Export des commandes\nGénéré le 3 mars 2024\n\n",
        "Rapport mensuel\nSociété : Exemple SA\nPériode : janvier à mars, 2024\nAuteur : Mme Martin\n\n\n",
        "# export\n# 2024-03-03\n", "\n\n", "Source;boutique\nDate;2024\n", "// boutique, en ligne\n",
        "-- commandes\n", "Note:\n\"Toutes les commandes, même annulées\"\n");
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      String name = delimiter.replace("\t", "tab");
      for (int i = 0; i < titles.size(); i++) {
        add(clean.delimiter(delimiter).above(titles.get(i)).as("above", "lines " + i + " " + name));
      }
      String padded = "Export" + delimiter.repeat(9) + "\n" + delimiter.repeat(9) + "\n";
      add(clean.delimiter(delimiter).above(padded).as("above", "padded " + name));
    }
    for (String delimiter : List.of(",", ";", "|")) {
      add(clean.delimiter(delimiter).above("sep=" + delimiter + "\n").as("above", "sep=" + delimiter));
    }
  }

  /** Where every record is kept, notes below the table are. */
  private void below() {
    for (String note : List.of("Total", "Source : boutique en ligne", "Fin du fichier")) {
      List<List<String>> cells = new ArrayList<>(rows);
      cells.add(padded(List.of(note), 10));
      TableText text = clean.below("\n" + note + "\n");
      add(text.expecting("below", note, text.records(), HEADER, cells));
      TableText apart = clean.below("\n\n" + note + "\n");
      add(apart.expecting("below", note + ", a line apart", apart.records(), HEADER, cells));
    }
  }

  private void severalTables() {
    for (String delimiter : List.of(",", ";", "\t")) {
      for (int columns : List.of(7, 9, 10, 11, 13)) {
        for (boolean apart : List.of(false, true)) {
          List<String> names = new ArrayList<>();
          List<List<String>> second = new ArrayList<>();
          for (int c = 0; c < columns; c++) {
            names.add("Champ " + c);
          }
          for (int r = 0; r < 30; r++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
              row.add(c % 2 == 0 ? String.valueOf(r * c) : "valeur " + r);
            }
            second.add(row);
          }
          TableText text = clean.delimiter(delimiter);
          List<String> records = new ArrayList<>(text.records());
          if (apart) {
            records.add("");
          }
          records.addAll(TableText.of(names, second).delimiter(delimiter).records());
          List<List<String>> cells = new ArrayList<>(rows);
          cells.add(names);
          cells.addAll(second);
          String name = columns + " columns" + (apart ? ", a line apart " : " ")
              + delimiter.replace("\t", "tab");
          add(widened(text, "two tables", name, records, cells));
        }
      }
    }
  }

  /** One record only is bad. */
  private void slips() {
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      TableText text = clean.delimiter(delimiter);
      String in = " " + delimiter.replace("\t", "tab");
      for (int r : List.of(0, 1, 7, 41, 83)) {
        List<String> row = rows.get(r);
        String where = " in row " + r + in;
        add(slip(text, r, text.record(row) + delimiter, "a separator more at the end" + where,
            concat(row, List.of(""))));
        add(slip(text, r, delimiter + text.record(row), "a separator more at the beginning" + where,
            concat(List.of(""), row)));
        List<String> shorter = row.subList(0, 9);
        add(slip(text, r, text.record(shorter), "a cell less" + where, shorter));
        for (String other : List.of(",", ";", "\t")) {
          if (!other.equals(delimiter)) {
            add(slip(text, r, text.delimiter(other).record(row),
                "delimiter " + other.replace("\t", "tab") + where, row));
          }
        }
        add(slip(text, r, text.quote('\'', true).record(row), "quotes ''" + where,
            row));
        for (int c : List.of(0, 4, 8, 9)) {
          stray(text, r, c, where);
        }
      }
    }
  }

  /** A quote too many at the beginning, in the middle and at the end of a cell. */
  private void stray(TableText text, int r, int c, String where) {
    List<String> row = rows.get(r);
    String cell = row.get(c);
    if (cell.contains("\"") || cell.isEmpty()) {
      return;
    }
    int middle = cell.length() / 2;
    for (int at : List.of(0, middle, cell.length())) {
      String bad = cell.substring(0, at) + '"' + cell.substring(at);
      List<String> cells = new ArrayList<>(row.stream().map(text::cell).toList());
      boolean quoted = text.cell(cell).startsWith("\"");
      cells.set(c, quoted ? '"' + bad + '"' : bad);
      String place = at == 0 ? "begin" : at == middle ? "middle" : "end";
      add(slip(text, r, String.join(text.delimiter(), cells),
          "a quote at the " + place + " of cell " + c + where, with(row, c, bad)));
    }
  }

  private Pollution slip(TableText text, int row, String record, String name, List<String> expected) {
    List<String> records = new ArrayList<>(text.records());
    records.set(row + 1, record);
    List<List<String>> cells = new ArrayList<>(rows);
    cells.set(row, expected);
    return widened(text, "one record", name, records, cells);
  }

  private void ragged() {
    for (String delimiter : List.of(",", ";", "\t")) {
      for (int seed = 0; seed < 4; seed++) {
        Random random = new Random(seed);
        List<List<String>> cells = new ArrayList<>();
        for (List<String> row : rows) {
          int cut = random.nextInt(10) < 3 ? 1 + random.nextInt(3) : 0;
          List<String> longer = random.nextInt(12) == 0 ? concat(row, List.of("de trop")) : row;
          cells.add(longer.subList(0, longer.size() - cut));
        }
        TableText text = clean.delimiter(delimiter).rows(cells);
        add(widened(text, "ragged", "seed " + seed + " " + delimiter.replace("\t", "tab"), text.records(),
            cells));
      }
    }
  }

  private void formats() {
    for (String dates : List.of("dd/MM/uuuu", "MM/dd/uuuu", "dd.MM.uuuu", "uuuuMMdd", "d MMM uuuu",
        "uuuu/MM/dd",
        "dd-MM-uu")) {
      for (String point : List.of(".", ",")) {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
          TableText text = TableText.of(HEADER, rows(dates, point)).delimiter(delimiter);
          add(text.as("format", dates + " " + point + " " + delimiter.replace("\t", "tab")));
        }
      }
    }
  }

  private void encodings() {
    List<Charset> encodings = List.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-1252"),
        Charset.forName("ISO-8859-1"), Charset.forName("ISO-8859-15"), Charset.forName("x-MacRoman"),
        Charset.forName("IBM850"));
    for (Charset encoding : encodings) {
      for (String delimiter : List.of(",", ";", "\t")) {
        for (String mark : encoding.name().startsWith("UTF") ? List.of("", "\uFEFF") : List.of("")) {
          TableText text = clean.delimiter(delimiter).encoding(encoding, mark);
          add(text.as("encoding",
              encoding + (mark.isEmpty() ? " " : " marked ") + delimiter.replace("\t", "tab")));
        }
      }
    }
    List<List<String>> ascii = map(rows, cell -> cell.replaceAll("[^\\x00-\\x7F]", "e"));
    add(clean.rows(ascii)
        .header(List.of(HEADER.stream().map(n -> n.replace("é", "e")).toList()))
        .as("encoding",
            "ASCII"));
  }

  private void longCells() {
    for (int length : List.of(1_000, 10_000, 100_000, 1_000_000)) {
      for (String cell : List.of("x".repeat(length), "mot, ".repeat(length / 5).strip())) {
        List<List<String>> cells = new ArrayList<>(rows);
        cells.set(1, with(rows.get(1), 9, cell));
        add(clean.rows(cells).as("long cell", length + (cell.startsWith("x") ? "" : " in quotes")));
      }
    }
  }

  /** With cells of several widths: the table is as wide as its longest record. */
  private static Pollution widened(TableText text, String group, String name, List<String> records,
      List<List<String>> cells) {
    int width = Math.max(10, cells.stream().mapToInt(List::size).max().orElse(0));
    List<String> names = Columns.names(padded(HEADER, width), true);
    return text.expecting(group, name, records, names,
        cells.stream().map(row -> padded(row, width)).toList());
  }

  private static List<String> padded(List<String> row, int width) {
    return concat(row, Collections.nCopies(width - row.size(), ""));
  }

  private static List<String> concat(List<String> a, List<String> b) {
    List<String> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }

  private static List<String> with(List<String> row, int column, String cell) {
    List<String> changed = new ArrayList<>(row);
    changed.set(column, cell);
    return changed;
  }

  private static List<List<String>> map(List<List<String>> rows, UnaryOperator<String> change) {
    return mapRows(rows, row -> row.stream().map(change).toList());
  }

  private static List<List<String>> mapRows(List<List<String>> rows, UnaryOperator<List<String>> change) {
    return rows.stream().map(change).toList();
  }
}
