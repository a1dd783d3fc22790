package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What was understood of any table, written as CSV and understood again with nothing said, is the same. */
class WrittenAndReadAgainTest {
  private static final List<String> WORDS = List.of("Zoé", "a;b", "dit \"non\"", "l'été", "Roux, fils",
      "x\ty",
      "deux\nlignes", " bord ", "0012", "n/a", "-", "=1+1", "€", "oui");

  @Property(tries = 60)
  void itIsTheSame(@ForAll long seed) throws IOException {
    Path folder = Files.createTempDirectory("parcelle-again");
    try {
      Random random = new Random(seed);
      Path file = Files.write(folder.resolve("table.csv"), text(random).getBytes(encoding(random)));
      String once = written(folder, "once", file);
      Path back = Files.writeString(folder.resolve("back.csv"), once);
      assertEquals(once, written(folder, "twice", back), "seed " + seed);
    } finally {
      delete(folder);
    }
  }

  private static Charset encoding(Random random) {
    return random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  /** Up to 60 rows of customers, days, amounts, answers and words, as somebody in France or England writes them. */
  private static String text(Random random) {
    boolean french = random.nextBoolean();
    char delimiter = french ? ';' : random.nextBoolean() ? ',' : '\t';
    DateTimeFormatter day = DateTimeFormatter.ofPattern(french ? "dd/MM/uuuu" : "uuuu-MM-dd", Locale.ROOT);
    StringBuilder text = new StringBuilder(
        String.join("" + delimiter, "client", "jour", "montant", "abonné", "mot"))
        .append("\r\n");
    int rows = 3 + random.nextInt(58);
    for (int row = 0; row < rows; row++) {
      String amount = String.format(french ? Locale.FRANCE : Locale.ROOT, french ? "%,.2f €" : "%.2f",
          random.nextInt(500_000) / 100.0);
      text.append(String.join("" + delimiter,
          String.format(Locale.ROOT, "C%05d", random.nextInt(40)),
          odd(random, LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000)).format(day), delimiter),
          odd(random, quoted(amount, delimiter), delimiter),
          odd(random, french ? random.nextBoolean() ? "OUI" : "NON" : random.nextBoolean() ? "yes" : "no",
              delimiter),
          quoted(WORDS.get(random.nextInt(WORDS.size())), delimiter))).append("\r\n");
    }
    return text.toString();
  }

  /** One cell in thirty is empty, one in sixty is no value. */
  private static String odd(Random random, String usual, char delimiter) {
    int dice = random.nextInt(60);
    return dice == 0 ? quoted(WORDS.get(random.nextInt(WORDS.size())), delimiter) : dice < 3 ? "" : usual;
  }

  private static String quoted(String cell, char delimiter) {
    boolean plain = cell.indexOf(delimiter) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static String written(Path folder, String name, Path file) throws IOException {
    Path project = folder.resolve(name + ".parcelle");
    Path to = folder.resolve(name + ".csv");
    Ran.answer("import", "--project", project, "--zone", "UTC", "--table", "t", file);
    Ran.answer("tables", "--project", project, "--table", "t", "--to", to);
    return Files.readString(to);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
