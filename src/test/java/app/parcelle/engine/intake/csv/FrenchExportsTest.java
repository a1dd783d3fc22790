package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Exports drawn at random, as French programs write them: their rows, days and sums come back, with nothing said. */
class FrenchExportsTest {
  private static final int FILES = 200;
  private static final List<String> CITIES = List.of("Nîmes", "Évry", "Lyon", "L'Haÿ-les-Roses", "Paris");
  private static final List<String> NAMES = List.of("Martin", "Lefèvre", "Le Goff", "D'Angelo", "Faÿ",
      "Roux");

  private final List<String> lines = new ArrayList<>();
  private final List<LocalDate> days = new ArrayList<>();
  private BigDecimal sum = BigDecimal.ZERO;
  private Random random = new Random(0);
  private String end = "";

  @Test
  void rowsDaysAndSumsComeBack() {
    List<String> wrong = new ArrayList<>();
    for (int seed = 0; seed < FILES; seed++) {
      String difference = difference(seed);
      if (!difference.isEmpty()) {
        wrong.add("seed " + seed + " " + difference);
      }
    }
    wrong.forEach(System.out::println);
    assertEquals(0, wrong.size());
  }

  private String difference(int seed) {
    byte[] file = file(seed);
    try {
      ReadBack back = ReadBack.of(TestFiles.of(file));
      if (back.rows.size() != days.size()) {
        return back.rows.size() + " rows of " + days.size() + " " + back.rejects;
      }
      BigDecimal read = back.values("Montant TTC")
          .stream()
          .filter(v -> !v.equals("-"))
          .map(BigDecimal::new)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
      List<String> dates = days.stream().map(LocalDate::toString).toList();
      if (!dates.equals(back.values("Date"))) {
        return "days " + back.values("Date");
      }
      boolean named = back.values("Client").stream().allMatch(NAMES::contains);
      return read.compareTo(sum) == 0
          ? named ? "" : "names " + back.values("Client")
          : "sum " + read + " of " + sum;
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private byte[] file(int seed) {
    random = new Random(seed);
    lines.clear();
    days.clear();
    sum = BigDecimal.ZERO;
    String d = any(";", ";", ";", "\t", "|");
    end = any("\r\n", "\r\n", "\n");
    above(d);
    List<String> header = List.of("Code", "Date", "Client", "Ville", "Qté", "Montant TTC", "Remise",
        "Commentaire");
    lines.add(String.join(d, header));
    int rows = 8 + random.nextInt(120);
    DateTimeFormatter dates = DateTimeFormatter.ofPattern(
        any("dd/MM/uuuu", "dd/MM/uuuu", "dd-MM-uuuu", "dd.MM.uuuu", "uuuu-MM-dd"), Locale.FRENCH);
    String group = any("", " ", "\u00A0", "\u202F", ".");
    String currency = any("", "", " €", "\u00A0€");
    int page = random.nextInt(4) == 0 ? 20 : 0;
    for (int r = 0; r < rows; r++) {
      LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(700));
      long cents = random.nextInt(12) == 0 ? -random.nextInt(9_999) : random.nextInt(400_000);
      days.add(day);
      sum = sum.add(BigDecimal.valueOf(cents, 2));
      lines.add(
          String.join(d, "C%05d".formatted(r), day.format(dates), NAMES.get(random.nextInt(NAMES.size())),
              CITIES.get(random.nextInt(CITIES.size())), String.valueOf(random.nextInt(20)),
              money(cents, group) + currency, random.nextInt(30) + " %",
              random.nextInt(3) == 0 ? "\"livré" + d + " puis \"\"perdu\"\"\"" : ""));
      if (page > 0 && r % page == page - 1) {
        lines.add(String.join(d, header));
      }
    }
    below(d, group, currency);
    String text = String.join(end, lines) + end;
    boolean narrow = group.equals("\u202F");
    Charset encoding = narrow || random.nextBoolean()
        ? StandardCharsets.UTF_8
        : Charset.forName("windows-1252");
    String mark = encoding.equals(StandardCharsets.UTF_8) && random.nextBoolean() ? "\uFEFF" : "";
    return (mark + text).getBytes(encoding);
  }

  private String any(String... values) {
    return values[random.nextInt(values.length)];
  }

  private static String money(long cents, String group) {
    long whole = Math.abs(cents) / 100;
    String digits = String.valueOf(whole);
    String grouped = whole < 1_000
        ? digits
        : digits.substring(0, digits.length() - 3) + group + digits.substring(digits.length() - 3);
    return (cents < 0 ? "-" : "") + grouped + "," + "%02d".formatted(Math.abs(cents) % 100);
  }

  private void above(String d) {
    String wide = d.repeat(7);
    switch (random.nextInt(8)) {
      case 0 -> lines.add("sep=" + d);
      case 1 -> lines.addAll(List.of("Journal des ventes", "Période du 01/01/2023 au 31/12/2024", ""));
      case 2 ->
        lines.addAll(List.of("Journal des ventes" + wide, "Édité le 03/01/2025 à 08:12" + wide, wide));
      case 3 ->
        lines.addAll(List.of("Société" + d + "Exemple SAS" + d.repeat(6), "SIRET" + d + "12345678900012"
            + d.repeat(6), wide));
      default -> {
      }
    }
  }

  private void below(String d, String group, String currency) {
    long cents = sum.unscaledValue().longValue();
    String total = "Total" + d.repeat(5) + money(cents, group) + currency + d.repeat(2);
    switch (random.nextInt(8)) {
      case 0 -> lines.add(total);
      case 1 -> lines.addAll(List.of(d.repeat(7), total));
      case 2 -> lines.addAll(List.of(total, "", "Source : caisses"));
      case 3 -> lines.addAll(List.of(d.repeat(5) + money(cents, group) + currency + d.repeat(2)));
      case 4 -> lines.addAll(List.of("Sous-total" + total.substring(5), "TOTAL GÉNÉRAL" + total.substring(5),
          "* montants en euros" + d.repeat(7)));
      case 5 -> lines.addAll(List.of("", "Nombre de lignes : " + days.size(), "Page 1/1"));
      default -> {
      }
    }
  }
}
