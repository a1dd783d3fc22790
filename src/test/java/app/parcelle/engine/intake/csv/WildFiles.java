package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Tables drawn at random, each with other columns, written in a way that is drawn too: delimiter, quotes, encoding, line ends,
 * what stands above and below the table, and perhaps one record that went wrong.
 */
final class WildFiles {
  private static final List<String> FIRST = List.of("Camille", "Zoé", "Jean-Luc", "Anaïs", "Noël", "Inès",
      "Éric", "Hélène", "Marie", "Louis", "Chloé", "O'Neil");
  private static final List<String> LAST = List.of("Martin", "Lefèvre", "D'Angelo", "Müller", "Le Goff",
      "Garcia", "Nguyễn".replace("ễ", "e"), "Dupont", "Faÿ", "Roux");
  private static final List<String> CITIES = List.of("Paris", "Nîmes", "Aix-en-Provence", "L'Haÿ-les-Roses",
      "Lyon 3e", "Saint-Étienne", "Évry");
  private static final List<String> SHOPS = List.of("Bastille", "Part-Dieu", "Vieux-Port", "Web");
  private static final List<String> WORDS = List.of("livré", "en", "retard", "colis", "abîmé", "parfait",
      "rappeler", "demain", "client", "fidèle", "offre", "été", "caisse", "à", "vérifier");
  private static final List<List<String>> ANSWERS = List.of(List.of("oui", "non"), List.of("O", "N"),
      List.of("true", "false"), List.of("Yes", "No"), List.of("VRAI", "FAUX"));
  private static final List<String> DATES = List.of("dd/MM/uuuu", "uuuu-MM-dd", "dd.MM.uuuu", "dd-MM-uuuu",
      "MM/dd/uuuu", "dd/MM/uu");

  private final Random random;
  private final String delimiter;
  private final String point;
  private final DateTimeFormatter dates;
  private final List<String> answers;
  private final boolean french;
  private final int rows;

  private WildFiles(Random random) {
    this.random = random;
    this.french = random.nextInt(3) > 0;
    this.delimiter = french ? any(";", ";", ";", "\t", ",", "|") : any(",", ",", ";", "\t", "|");
    this.point = french && !delimiter.equals(",") ? "," : ".";
    this.dates = DateTimeFormatter.ofPattern(DATES.get(random.nextInt(DATES.size())), Locale.ROOT);
    this.answers = ANSWERS.get(random.nextInt(ANSWERS.size()));
    this.rows = anyInt(3, 5, 10, 30, 84, 150);
  }

  static Pollution of(long seed) {
    return new WildFiles(new Random(seed)).pollution("seed " + seed);
  }

  private String any(String... values) {
    return values[random.nextInt(values.length)];
  }

  private int anyInt(int... values) {
    return values[random.nextInt(values.length)];
  }

  private static <T> T at(List<T> all, int i) {
    return all.get(Math.floorMod(i, all.size()));
  }

  private record Field(String french, String english, IntFunction<String> cell) {}

  private List<Field> fields() {
    List<Field> all = new ArrayList<>(List.of(
        new Field("Prénom", "First name", _ -> at(FIRST, random.nextInt())),
        new Field("NOM", "LastName", _ -> at(LAST, random.nextInt())),
        new Field("E-mail", "Email", r -> "client" + r + "@exemple.fr"),
        new Field("Téléphone", "Phone", _ -> "06 %02d %02d %02d %02d".formatted(digits(2), digits(2),
            digits(2), digits(2))),
        new Field("Code postal", "Zip", _ -> "%05d".formatted(digits(5))),
        new Field("Ville", "City", _ -> at(CITIES, random.nextInt())),
        new Field("Magasin", "Store", _ -> at(SHOPS, random.nextInt())),
        new Field("Date d'achat", "Order Date",
            _ -> LocalDate.of(2023, 1, 1).plusDays(random.nextInt(700)).format(dates)),
        new Field("Heure", "Time", _ -> "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60))),
        new Field("Montant TTC", "Amount", _ -> random.nextInt(900) + point + "%02d".formatted(digits(2))),
        new Field("CA €", "Revenue", _ -> money()),
        new Field("Qté", "Qty", _ -> String.valueOf(1 + random.nextInt(9))),
        new Field("Remise %", "Discount", _ -> random.nextInt(50) + " %"),
        new Field("EAN", "SKU", _ -> "3%012d".formatted(random.nextInt(1_000_000_000))),
        new Field("Opt-in", "Opt in", _ -> at(answers, random.nextInt())),
        new Field("Commentaire", "Comment", _ -> random.nextInt(3) == 0 ? "" : comment()),
        new Field("Site", "Url", r -> "https://www.exemple.fr/p?id=" + r + "&x=a,b"),
        new Field("Rayon", "Category", _ -> any("Épicerie", "Frais", "Bazar & déco", "Textile")),
        new Field("Vide", "Unused", _ -> "")));
    Collections.shuffle(all, random);
    return all;
  }

  private int digits(int n) {
    return random.nextInt((int) Math.pow(10, n));
  }

  private String money() {
    int whole = random.nextInt(4_000);
    String thousands = whole < 1_000
        ? String.valueOf(whole)
        : whole / 1_000 + "\u00A0" + "%03d".formatted(whole % 1_000);
    return thousands + point + "%02d €".formatted(digits(2));
  }

  private String comment() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      words.add(at(WORDS, random.nextInt()));
    }
    String text = String.join(" ", words);
    return switch (random.nextInt(9)) {
      case 0 -> text + ", " + text;
      case 1 -> text + " ; " + text;
      case 2 -> "dit \"" + text + "\"";
      case 3 -> text + "\n" + text;
      case 4 -> "l'" + text;
      case 5 -> "\"" + text + "\"";
      default -> text;
    };
  }

  private Pollution pollution(String name) {
    List<Field> fields = fields();
    fields = fields.subList(0, 3 + random.nextInt(10));
    List<String> header = fields.stream().map(f -> french ? f.french : f.english).toList();
    if (random.nextInt(5) == 0) {
      header = header.stream().map(h -> h.toUpperCase(Locale.ROOT).replace(' ', '_')).toList();
    }
    List<List<String>> cells = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      List<String> row = new ArrayList<>();
      for (Field field : fields) {
        row.add(field.cell.apply(r));
      }
      cells.add(row);
    }
    boolean all = random.nextInt(4) == 0;
    TableText text = TableText.of(header, cells).delimiter(delimiter).quote('"', all);
    text = text.lineEnd(any("\n", "\r\n", "\r\n", "\r"));
    text = encoded(text);
    text = above(text);
    return worse(text, cells, header, name + " " + shown());
  }

  private String shown() {
    return delimiter.replace("\t", "tab");
  }

  private TableText encoded(TableText text) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> text.encoding(Charset.forName("windows-1252"), "");
      case 2 -> text.encoding(UTF_8, "\uFEFF");
      case 3 -> random.nextBoolean() ? text.encoding(UTF_16LE, "\uFEFF") : text;
      default -> text;
    };
  }

  private TableText above(TableText text) {
    String d = delimiter;
    int w = text.header().getFirst().size();
    return switch (random.nextInt(14)) {
      case 0 -> text.above("sep=" + d + "\n");
      case 1 -> text.above("Export clients du 12/03/2024\n\n");
      case 2 -> text.above("Liste des ventes" + d.repeat(w - 1) + "\n" + d.repeat(w - 1) + "\n");
      case 3 ->
        text.above("Société" + d + "Exemple SAS\nPériode" + d + "01/01/2024 au 31/01/2024\nÉdité le" + d
            + "02/02/2024\n\n");
      case 4 -> text.above("\"Rapport " + (d.equals(",") ? "2024, janvier" : "2024") + "\"\n");
      case 5 -> text.above("Magasin : tous\nUtilisateur : mdupont\n\n\n");
      default -> text;
    };
  }

  /** Perhaps with one record that went wrong, or with something below. */
  private Pollution worse(TableText text, List<List<String>> cells, List<String> header, String name) {
    int r = random.nextInt(rows);
    int w = header.size();
    int c = random.nextInt(w - 1);
    List<String> row = cells.get(r);
    boolean plain = row.stream()
        .noneMatch(cell -> cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0
            || cell.contains(delimiter));
    List<String> written = new ArrayList<>(row.stream().map(text::cell).toList());
    List<String> records = new ArrayList<>(text.records());
    List<List<String>> expected = new ArrayList<>(cells);
    String what = "as it is";
    boolean fillsBoth = !text.record(row.subList(c + 1, w)).isBlank()
        && !text.record(row.subList(0, c + 1)).isBlank();
    switch (plain && fillsBoth && rows > 5 ? random.nextInt(20) : 99) {
      case 0 -> {
        what = "separator less behind cell " + c;
        List<String> merged = new ArrayList<>(row);
        merged.set(c, row.get(c) + merged.remove(c + 1));
        if (!text.quotesAll()) {
          records.set(r + 1, text.record(merged));
          expected.set(r, merged);
        }
      }
      case 1 -> {
        what = "separator more behind cell " + c;
        List<String> more = new ArrayList<>(row);
        more.add(c + 1, "");
        written.add(c + 1, "");
        records.set(r + 1, String.join(delimiter, written));
        expected.set(r, more);
      }
      case 2 -> {
        what = "line broken behind cell " + c;
        records.set(r + 1, String.join(delimiter, written.subList(0, c + 1)));
        records.add(r + 2, String.join(delimiter, written.subList(c + 1, w)));
        expected.set(r, row.subList(0, c + 1));
        expected.add(r + 1, row.subList(c + 1, w));
      }
      case 3 -> {
        what = "two records in one line";
        if (r + 1 < rows && cells.get(r + 1).stream().noneMatch(x -> x.contains("\""))) {
          records.set(r + 1, records.get(r + 1) + delimiter + records.remove(r + 2));
          List<String> both = new ArrayList<>(row);
          both.addAll(expected.remove(r + 1));
          expected.set(r, both);
        }
      }
      case 4 -> {
        what = "blank line";
        records.add(r + 1, "");
      }
      case 5 -> {
        what = "empty record";
        records.add(r + 1, delimiter.repeat(w - 1));
        expected.add(r, Collections.nCopies(w, ""));
      }
      case 6 -> {
        what = "header once more";
        records.add(r + 1, records.getFirst());
        expected.add(r, header);
      }
      case 7 -> {
        what = "total";
        records.add("Total" + delimiter.repeat(w - 2) + delimiter + "1 234");
        List<String> total = new ArrayList<>(Collections.nCopies(w, ""));
        total.set(0, "Total");
        total.set(w - 1, "1 234");
        expected.add(total);
      }
      case 8 -> {
        what = "note";
        records.add("");
        records.add("Source : caisses");
        expected.add(List.of("Source : caisses"));
      }
      case 9 -> {
        what = "delimiters at the end of all";
        records.replaceAll(record -> record + delimiter);
        return widened(text, name + ", " + what, records, expected, header, w + 1);
      }
      case 10 -> {
        String other = delimiter.equals(";") ? "," : ";";
        what = "record with delimiter " + other;
        if (row.stream().noneMatch(cell -> cell.contains(other)) && point.equals(".")) {
          records.set(r + 1, text.delimiter(other).record(row));
        }
      }
      case 11 -> {
        what = "record in quotes ''";
        if (row.stream().noneMatch(cell -> cell.contains("'"))) {
          records.set(r + 1, text.quote('\'', true).record(row));
        }
      }
      case 12, 13 -> {
        what = "quote in cell " + c;
        String cell = row.get(c);
        int at = anyInt(0, cell.length() / 2, cell.length());
        String bad = cell.substring(0, at) + '"' + cell.substring(at);
        if (!cell.isEmpty()) {
          written.set(c, text.quotesAll() ? '"' + bad + '"' : bad);
          records.set(r + 1, String.join(delimiter, written));
          List<String> changed = new ArrayList<>(row);
          changed.set(c, bad);
          expected.set(r, changed);
        }
      }
      case 14, 15 -> {
        what = "second table";
        int other = anyInt(2, w, w + 2);
        records.addAll(random.nextBoolean() ? List.of("") : List.of());
        for (int i = 0; i < 4 + random.nextInt(20); i++) {
          List<String> more = new ArrayList<>();
          for (int k = 0; k < other; k++) {
            more.add(i == 0 ? "Champ " + k : k == 0 ? "Zone " + i : String.valueOf(i * k));
          }
          records.add(String.join(delimiter, more));
          expected.add(more);
        }
      }
      case 16 -> {
        what = "groups above the header";
        List<String> groups = new ArrayList<>(Collections.nCopies(w, ""));
        groups.set(0, "Groupe A");
        groups.set(w / 2, "Groupe B");
        boolean values = expected.stream().allMatch(record -> values(record) * 2 > w);
        if (values) {
          List<String> joined = new ArrayList<>();
          for (int k = 0; k < w; k++) {
            joined.add((k < w / 2 ? "Groupe A " : "Groupe B ") + header.get(k));
          }
          records.add(0, text.record(groups));
          return text.header(List.of(groups, header))
              .expecting(what, name + ", " + what, records, joined, expected);
        }
      }
      case 17 -> {
        what = "line ends mixed";
        StringBuilder mixed = new StringBuilder();
        records.forEach(record -> mixed.append(record).append(any("\n", "\r\n")));
        TableText lines = text.lineEnd("\n");
        return lines.expecting(what, name + ", " + what,
            List.of(mixed.substring(0, mixed.length() - 1).split("\n", -1)), header, expected);
      }
      default -> what = "as it is";
    }
    int width = Math.max(w, expected.stream().mapToInt(List::size).max().orElse(0));
    return widened(text, name + ", " + what, records, expected, header, width);
  }

  /** How many cells begin with a digit. */
  private static long values(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isEmpty() && Character.isDigit(cell.charAt(0))).count();
  }

  private static Pollution widened(TableText text, String name, List<String> records,
      List<List<String>> cells, List<String> header, int width) {
    String what = name.substring(name.indexOf(", ") + 2).replaceAll(" \\d+", "");
    List<String> names = Columns.names(padded(header, width), true);
    return text.expecting(what, name, records, names, cells.stream().map(row -> padded(row, width)).toList());
  }

  private static List<String> padded(List<String> row, int width) {
    List<String> padded = new ArrayList<>(row);
    padded.addAll(Collections.nCopies(width - row.size(), ""));
    return padded;
  }
}
