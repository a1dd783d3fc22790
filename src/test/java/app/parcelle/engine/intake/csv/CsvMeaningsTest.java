package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;

/** Types and meanings of whole columns: what is found, what is not, and what a person may say. */
class CsvMeaningsTest {
  private static final ImportOptions TABS = ImportOptions.FOUND
      .withText(TextOptions.FOUND.withDelimiter("\t"));
  private static final int ROWS = 140_000;

  /** A column between tabs, so that its cells may hold any other sign. */
  private static String file(String name, List<String> cells) {
    return name + "\tother\n"
        + IntStream.range(0, cells.size())
            .mapToObj(i -> cells.get(i) + "\trow " + i)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String shown(ReadBack read, String name) {
    return read.column(name).type().id() + " " + read.column(name).meaning().id();
  }

  private static ReadBack read(String name, String... cells) {
    return ReadBack.of(file(name, List.of(cells)));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {
      "prix -> 84\u202f835,00 €|12,50 €|7,00 € -> decimal money:EUR -> 84835.00|12.50|7.00",
      "price -> $84,835.00|($5.50)|$1.25 -> decimal money:USD -> 84835.00|-5.50|1.25",
      "montant -> EUR 12,50|13,00|EUR -2,25 -> decimal money:EUR -> 12.50|13.00|-2.25",
      "betrag -> 12.50 CHF|1'234.50 CHF|3.00 CHF -> decimal money:CHF -> 12.50|1234.50|3.00",
      "x -> (1,234.00)|12.00|3.50- -> decimal none -> -1234.00|12.00|-3.50",
      "taux -> 12,5 %|3 %|0 -> decimal percent -> 12.5|3.0|0.0",
      "rate -> 100%|5.25%|-1% -> decimal percent -> 100.00|5.25|-1.00",
      "amount -> 1,23,456|12,34,567|500 -> whole none -> 123456|1234567|500",
      "reviews -> (12)|(7)|(120) -> text none -> (12)|(7)|(120)",
      "mixed -> 5 €|6 $|7 £ -> text none -> 5 €|6 $|7 £",
      "unsure -> 5 %|0,5|7 %|0,25 -> text none -> 5 %|0,5|7 %|0,25"})
  void numbersWithSigns(String name, String cells, String expected, String values) {
    ReadBack read = read(name, cells.split("\\|"));
    assertEquals(expected, shown(read, name));
    assertEquals(List.of(values.split("\\|")), read.values(name));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {
      "d -> 12 janv. 2021|1er mars 2020|15 août 2021 -> date -> 2021-01-12|2020-03-01|2021-08-15 -> d MMM yyyy",
      "d -> Jan 12, 2021|Mar 2, 2020|Aug 15, 2021 -> date -> 2021-01-12|2020-03-02|2021-08-15 -> MMM d, yyyy",
      "d -> lundi 11 janvier 2021|mardi 12 janvier 2021 -> date -> 2021-01-11|2021-01-12 -> d MMM yyyy",
      "d -> 03.04.21|13.04.21 -> date -> 2021-04-03|2021-04-13 -> dd.MM.yy",
      "d -> 12/31/99|1/2/03 -> date -> 1999-12-31|2003-01-02 -> MM/dd/yy",
      "date -> 21-3-4|99-12-31 -> date -> 2021-03-04|1999-12-31 -> yy-MM-dd",
      "date_naissance -> 31/12/45|01/02/19 -> date -> 1945-12-31|2019-02-01 -> dd/MM/yy",
      "order_date -> 20210304|20211231 -> date -> 2021-03-04|2021-12-31 -> yyyyMMdd",
      "date -> 13042021|01122021 -> date -> 2021-04-13|2021-12-01 -> ddMMyyyy",
      "at -> 20210304T050607Z|20210304T060607Z -> date-time -> 2021-03-04T05:06:07Z|2021-03-04T06:06:07Z -> yyyyMMddHHmmss",
      "le -> 13/04/2021 14h30|14/04/2021 9h05 -> date-time -> 2021-04-13T12:30:00Z|2021-04-14T07:05:00Z -> dd/MM/yyyy HH'h'mm",
      "t -> 04/13/2021 2:30 PM|04/14/2021 12:05 AM -> date-time -> 2021-04-13T12:30:00Z|2021-04-13T22:05:00Z -> MM/dd/yyyy h:mm a",
      "t -> 2021-03-04T05:06:07+02:00|2021-03-05T05:06:07Z -> date-time -> 2021-03-04T03:06:07Z|2021-03-05T05:06:07Z -> yyyy-MM-dd'T'HH:mm:ss",
      "t -> 2021-03-04 05:06 CET|2021-03-05 05:06 UTC -> date-time -> 2021-03-04T04:06:00Z|2021-03-05T05:06:00Z -> yyyy-MM-dd HH:mm",
      "timestamp -> 1614834367|1614834368 -> date-time -> 2021-03-04T05:06:07Z|2021-03-04T05:06:08Z -> epoch-seconds",
      "created_at -> 1614834367123|1614834368123 -> date-time -> 2021-03-04T05:06:07.123Z|2021-03-04T05:06:08.123Z -> epoch-milliseconds"})
  void datesInManyWays(String name, String cells, String type, String values, String format) {
    String text = file(name, List.of(cells.split("\\|")));
    ReadBack read = ReadBack.of(text);
    assertEquals(type, read.column(name).type().id());
    assertEquals(List.of(values.split("\\|")), read.values(name));
    assertEquals(format, preview(text, ImportOptions.FOUND, name).format());
    ReadBack said = ReadBack.of(text, ImportOptions.FOUND.withFormats(Map.of(name, format)));
    assertEquals(read.values(name), said.values(name));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {"n -> 1614834367|1614834368 -> whole",
      "n -> 20210304|20211231 -> whole", "order_id -> 20210304|20211231 -> identifier",
      "v -> 1.2.10|1.3.12|2.10.11 -> text", "ref -> 10-12-14|11-12-15|09-10-45 -> identifier",
      "size -> 10-12-34|11-10-36|31-12-38 -> text",
      "model -> 12/2020|11/2019 -> text", "range -> 1-2|3-4 -> text", "ip -> 192.168.1.1|10.0.0.1 -> text",
      "sku -> A12-2020|B01-2021 -> identifier", "annee -> 2019|2020|2021 -> whole",
      "mois -> mars 2021|mai 2021 -> text",
      "t -> Mars|May 12|June -> text", "code -> MAR12|JAN21 -> identifier", "grade -> 12-|13- -> text",
      "ratio -> 1/2|3/4 -> text", "time -> 14:30|15:45 -> text"})
  void whatOnlyLooksLikeADate(String name, String cells, String type) {
    assertEquals(type, read(name, cells.split("\\|")).column(name).type().id());
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {
      "mail -> zoe@shop.fr|a.b+c@mail.example.com -> text email",
      "tel -> 0612345678|0712345678 -> identifier phone",
      "Téléphone -> 06 12 34 56 78|+33 7 12 34 56 78 -> identifier phone",
      "x -> +33612345678|+33712345678 -> identifier phone",
      "x -> 06.12.34.56.78|07 12 34 56 78 -> identifier phone",
      "x -> (555) 123-4567|555-987-6543 -> identifier phone",
      "mobile -> 5551234567|5559876543 -> identifier phone",
      "x -> 0612345678|0712345678 -> identifier none", "siren -> 732 829 320|356 000 000 -> identifier none",
      "x -> 356 000 000|552 081 317|542 051 180|572 015 246|775 670 417 -> identifier none",
      "siret -> 35600000000048|55208131766522 -> identifier none",
      "cp -> 01000|75001|2000 -> identifier postal-code",
      "Code postal -> 75001|13002 -> identifier postal-code",
      "zip -> 02139-4307|10001 -> identifier postal-code", "n -> 75001|13002 -> whole none",
      "x -> SW1A 1AA|EC1A 1BB -> identifier postal-code", "x -> K1A 0B1|M5V 3L9 -> identifier postal-code",
      "x -> France|Belgique|Allemagne -> text country", "Pays -> FR|BE|DE -> text country",
      "state -> CA|DE|AL -> text none", "Country -> USA|UK|Côte d’Ivoire -> text country",
      "prenom -> Georgia|Paul|Chad -> text none",
      "lat -> 48.8566|-45.75 -> decimal latitude", "longitude -> 2.3522|-170.85 -> decimal longitude",
      "lat -> 148.8566|45.75 -> decimal none", "long -> 12|13 -> whole none",
      "long -> 12.5|13.5 -> decimal none",
      "gps -> 48.8566, 2.3522|45.76, 4.8357 -> text coordinates",
      "gps -> (48.8566 2.3522)|45.76;4.8357 -> text coordinates",
      "gps -> [48.8566, 2.3522]|[45.76, 4.8357] -> text coordinates",
      "tags -> [1,2]|[\"a\"]|[] -> text list:[]"})
  void meaningsOfTextsAndDegrees(String name, String cells, String expected) {
    assertEquals(expected, shown(read(name, cells.split("\\|")), name));
  }

  @Test
  void listsRepeatTheirElements() {
    List<String> tags = List.of("red", "green", "blue", "large", "small");
    for (String sign : List.of("|", ";", ", ")) {
      Random random = new Random(7);
      ReadBack read = ReadBack.of(
          file("tags", many(60, i -> tags.get(random.nextInt(5)) + sign + tags.get(random.nextInt(5)))),
          TABS);
      assertEquals("text list:" + sign.strip(), shown(read, "tags"));
    }
    ReadBack places = ReadBack.of(file("place", many(60, i -> "Town " + i + ", France")), TABS);
    assertEquals("text none", shown(places, "place"));
    ReadBack sentences = ReadBack.of(
        file("note", many(60, i -> "Called on day " + i + "; will call back; asked for number " + i)), TABS);
    assertEquals("text none", shown(sentences, "note"));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {"OUI|NON|oui -> yes-no", "O|N|O -> yes-no", "Y|N -> yes-no",
      "vrai|faux -> yes-no", "V|F -> yes-no", "T|F -> yes-no", "O|O -> text", "N|S|E|O -> text",
      "F|M -> text",
      "T|N -> text", "0|1 -> whole"})
  void answersInBothLanguages(String cells, String type) {
    assertEquals(type, read("x", cells.split("\\|")).column("x").type().id());
  }

  @Test
  void aMeaningIsForgottenWhereMostOfTheFileSpeaksAgainstIt() {
    List<String> cells = hiddenFrom(ROWS, i -> "user" + i + "@shop.fr", i -> "no mail " + i);
    ReadBack read = ReadBack.of(packed("contact", cells));
    assertEquals("email", preview(packed("contact", cells), ImportOptions.FOUND, "contact").meaning().id());
    assertEquals("text none", shown(read, "contact"));
    List<String> places = hiddenFrom(ROWS, i -> i % 2 == 0 ? "France" : "Spain", i -> "region " + i % 50);
    assertEquals("text none", shown(ReadBack.of(packed("pays", places)), "pays"));
    List<String> degrees = hiddenFrom(ROWS, i -> "48.85" + i % 10, i -> "148.85");
    assertEquals("decimal none", shown(ReadBack.of(packed("latitude", degrees)), "latitude"));
  }

  @Test
  void aCurrencyFarDownMakesMoneyOfPlainNumbers() {
    List<String> cells = hiddenFrom(ROWS, i -> Integer.toString(100_000 + i), i -> "12,50 €");
    ReadBack read = ReadBack.of(packed("prix", cells));
    assertEquals("decimal money:EUR", shown(read, "prix"));
    assertEquals(0, read.column("prix").invalid());
    assertEquals("100000.00", read.values("prix").getFirst());
  }

  @Test
  void aSecondCurrencyIsInvalidWhereRareAndTextWhereFrequent() {
    List<String> cells = many(100, i -> i == 50 ? "7,00 $" : i + ",50 €");
    ReadBack rare = ReadBack.of(file("prix", cells));
    assertEquals("decimal money:EUR", shown(rare, "prix"));
    assertEquals("?7,00 $", rare.values("prix").get(50));
    List<String> late = hiddenFrom(ROWS, i -> i % 100 + ",50 €", i -> i % 100 + ",50 $");
    ReadBack frequent = ReadBack.of(packed("prix", late));
    assertEquals("text none", shown(frequent, "prix"));
  }

  @Test
  void aPersonMayWantSeveralCurrenciesAsNumbersOrOnlyOne() {
    String text = file("prix", List.of("5 €", "6 $", "7"));
    ReadBack several = ReadBack.of(text, ReadBack.types(Map.of("prix", ColumnType.DECIMAL)));
    assertEquals("decimal money:EUR,USD", shown(several, "prix"));
    assertEquals(List.of("5", "6", "7"), several.values("prix"));
    ReadBack one = ReadBack.of(text, meaning("prix", new Meaning(Kind.MONEY, "EUR"))
        .withTypes(Map.of("prix", ColumnType.DECIMAL)));
    assertEquals(List.of("5", "?6 $", "7"), one.values("prix"));
    assertEquals("decimal money:EUR", shown(one, "prix"));
    ReadBack both = ReadBack.of(text, meaning("prix", new Meaning(Kind.MONEY, "EUR,USD")));
    assertEquals(List.of("5", "6", "7"), both.values("prix"));
  }

  @Test
  void daysThatTurnOutToBeNumbersAreNumbers() {
    List<String> cells = hiddenFrom(ROWS, i -> String.format("2021%02d%02d", 1 + i % 12, 1 + i % 28),
        i -> Integer.toString(99_000_000 + i));
    ReadBack read = ReadBack.of(packed("n", cells));
    assertEquals("date", preview(packed("n", cells), ImportOptions.FOUND, "n").type().id());
    assertEquals(ColumnType.WHOLE, read.column("n").type());
    assertEquals(0, read.column("n").invalid());
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {"n -> 12,5 -> decimal none", "d -> 13/04/2021 -> date none",
      "mail -> a@b.fr -> text email", "cp -> 01000 -> identifier postal-code", "t -> word -> text none",
      "p -> 5 € -> decimal money:EUR"})
  void aColumnWithoutValuesInTheSampleIsLookedAtInTheEnd(String name, String cell, String expected) {
    ReadBack read = ReadBack.of(packed(name, hiddenFrom(ROWS, i -> "", i -> cell)));
    assertEquals(expected, shown(read, name));
    assertEquals(0, read.column(name).invalid());
    assertEquals(ROWS / 2, read.column(name).missing());
  }

  @Test
  void aPersonDecidesAnAmbiguousColumn() {
    String text = "d,e\n03/04/2021,1\n05/06/2021,2\n";
    PreviewColumn asked = preview(text, ImportOptions.FOUND, "d");
    assertEquals(
        new ImportPreview.Question("03/04/2021", new ImportPreview.Reading("dd/MM/yyyy", "2021-04-03"),
            new ImportPreview.Reading("MM/dd/yyyy", "2021-03-04")),
        asked.question());
    ImportOptions said = ImportOptions.FOUND.withFormats(Map.of("D", "MM/dd/yyyy"));
    ReadBack read = ReadBack.of(text, said);
    assertEquals(List.of("2021-03-04", "2021-05-06"), read.values("d"));
    assertNull(read.column("d").ambiguous());
    assertNull(preview(text, said, "d").question());
  }

  @Test
  void aPersonDecidesTheDecimalSign() {
    String text = "a,b\n1.234,x\n2.345,y\n";
    PreviewColumn asked = preview(text, ImportOptions.FOUND, "a");
    assertEquals(new ImportPreview.Question("1.234", new ImportPreview.Reading(".", "1.234"),
        new ImportPreview.Reading(",", "1234")), asked.question());
    ReadBack read = ReadBack.of(text, ImportOptions.FOUND.withFormats(Map.of("a", ",")));
    assertEquals(List.of("1234", "2345"), read.values("a"));
    assertEquals(ColumnType.WHOLE, read.column("a").type());
    ReadBack thousands = ReadBack.of("a;b\n1.234;1,5\n2.345;2,5\n");
    assertEquals(List.of("1234", "2345"), thousands.values("a"));
    assertEquals(",", thousands.column("a").ambiguous());
  }

  @Test
  void aStatedMeaningIsKeptOrTakenAway() {
    String text = file("x", List.of("12345", "n", "56789"));
    assertEquals("identifier postal-code",
        shown(ReadBack.of(text, meaning("x", Meaning.of(Kind.POSTAL_CODE))), "x"));
    String mails = file("mail", List.of("a@b.fr", "c@d.fr"));
    assertEquals("text none", shown(ReadBack.of(mails, meaning("mail", Meaning.NONE)), "mail"));
    String rates = file("rate", List.of("12.5", "7 %"));
    ReadBack percent = ReadBack.of(rates, meaning("rate", Meaning.of(Kind.PERCENT)));
    assertEquals(List.of("12.5", "7.0"), percent.values("rate"));
  }

  @Test
  void aFormatThatIsNoneIsRefused() {
    Problem problem = assertThrows(Problem.class,
        () -> ReadBack.of("a,b\n1,2\n", ImportOptions.FOUND.withFormats(Map.of("a", "dd/MM"))));
    assertEquals("intake.bad-format", problem.message().key());
  }

  private static ImportOptions meaning(String name, Meaning meaning) {
    return ImportOptions.FOUND.withMeanings(Map.of(name, meaning));
  }

  private static PreviewColumn preview(String text, ImportOptions options, String name) {
    return preview(TestFiles.of(text), options, name);
  }

  private static PreviewColumn preview(Path file, ImportOptions options, String name) {
    try (TextSource source = Sources.of(file, TextOptions.FOUND)) {
      return app.parcelle.engine.intake.csv.CsvSource
          .preview(source, options, ReadBack.PARIS, JobContext.silent())
          .columns()
          .stream()
          .filter(c -> c.name().equals(name))
          .findFirst()
          .orElseThrow();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> many(int rows, IntFunction<String> cell) {
    return IntStream.range(0, rows).mapToObj(cell).toList();
  }

  /** Cells of which all beyond the beginning, which alone is looked at where a file is packed, are others. */
  private static List<String> hiddenFrom(int rows, IntFunction<String> seen, IntFunction<String> hidden) {
    return many(ROWS, i -> i < rows / 2 ? seen.apply(i) : hidden.apply(i));
  }

  private static Path packed(String name, List<String> cells) {
    List<String> padded = many(cells.size(),
        i -> cells.get(i) + "\tsome text beside it so that the sample ends");
    String text = name + "\tother\n" + String.join("\n", padded) + "\n";
    return TestFiles.of(TestFiles.gzip(text.getBytes(StandardCharsets.UTF_8)), ".csv.gz");
  }
}
