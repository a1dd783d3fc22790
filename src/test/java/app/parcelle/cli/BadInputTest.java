package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import app.parcelle.engine.message.Texts;

/** Files that cannot be imported leave a clear message and nothing else; odd ones are imported with all they hold. */
class BadInputTest {
  private static final String GOOD = "id,customer,time,amount\n1,C1,2026-01-05,10.50\n2,C2,2026-02-06,20.00\n";

  @TempDir
  Path folder;

  @BeforeEach
  void aProjectThatHoldsData() throws IOException {
    Path file = Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("good.csv"), GOOD);
    Ran.answer("import", "--project", project(), "--role", "customer=customer-key", file);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    refused(write("empty.csv", ""), "intake.empty", "empty.csv");
  }

  @Test
  void aHeaderAloneIsRefused() throws IOException {
    refused(write("header.csv", "id,customer,time\n"), "intake.no-rows", "header.csv");
  }

  @Test
  void aBinaryFileIsRefused() throws IOException {
    byte[] noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    refused(Files.write(folder.resolve("in/noise.csv"), noise), "intake.binary", "noise.csv");
  }

  @Test
  void aFolderWithoutFilesIsRefused() throws IOException {
    refused(Files.createDirectory(folder.resolve("in/folder.csv")), "intake.folder-empty", "folder.csv");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    refused(folder.resolve("in/nothing.csv"), "intake.no-file", "nothing.csv");
  }

  @Test
  void aFileWithoutPermissionIsRefused() throws IOException {
    Path file = write("secret.csv", GOOD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "whoever may read everything cannot be refused");
    refused(file, "intake.no-permission", "secret.csv");
  }

  @Test
  void aStatedEncodingThatIsWrongIsRefusedAndTheOneFoundIsRight() throws IOException {
    Path file = folder.resolve("in/latin.csv");
    Files.write(file, "id;ville\n1;Orléans\n2;Nîmes\n".getBytes(StandardCharsets.ISO_8859_1));
    refused(List.of(file, "--encoding", "UTF-8"), "intake.cannot-decode", "latin.csv", "UTF-8");

    Ran.answer("import", "--project", project(), file);
    Path back = folder.resolve("back.csv");
    Ran.answer("tables", "--project", project(), "--table", "latin", "--to", back);
    assertTrue(Files.readString(back).contains("Orléans"));
  }

  @Test
  void aVeryLongFieldIsKeptWhole() throws IOException {
    String text = "x".repeat(100_000);
    Path file = write("long.csv", "id,note\n1,%s\n2,short\n".formatted(text));
    JsonNode answer = Ran.answer("import", "--project", project(), file);
    assertEquals(2, answer.at("/tables/0/rowsRead").asInt());
    Path back = folder.resolve("back.csv");
    Ran.answer("tables", "--project", project(), "--table", "long", "--to", back);
    assertTrue(Files.readString(back).contains(text));
  }

  @Test
  void anUnclosedQuoteAtTheEndRejectsItsRecordOnly() throws IOException {
    Path file = write("quote.csv", "id,note\n1,one\n2,two\n3,\"three\n");
    JsonNode answer = Ran.answer("import", "--project", project(), file);
    assertEquals(3, answer.at("/tables/0/rowsRead").asInt());
    assertEquals(2, answer.at("/tables/0/rowsStored").asInt());
    assertEquals(1, answer.at("/tables/0/rowsRejected").asInt());
  }

  @Test
  void duplicateAndEmptyNamesBecomeNamesOfTheirOwn() throws IOException {
    Path file = write("names.csv", "id,note,note,,\n1,a,b,c,d\n2,e,f,g,h\n");
    JsonNode answer = Ran.answer("import", "--project", project(), file);
    JsonNode columns = answer.at("/tables/0/columns");
    assertEquals(5, columns.size());
    assertEquals(5,
        columns.valueStream()
            .map(c -> c.get("name").asString().toLowerCase(Locale.ROOT))
            .distinct()
            .count());
    assertTrue(columns.valueStream().noneMatch(c -> c.get("name").asString().isBlank()));
  }

  @Test
  void twentyThousandColumnsAreRefused() throws IOException {
    String header = IntStream.range(0, 20_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    Path file = write("wide.csv", header + "\n" + row + "\n" + row + "\n");
    refused(file, "intake.too-many-columns", "wide.csv", 16_384);
  }

  @Test
  void aBadFileAmongGoodOnesTakesTheGoodOnesBack() throws IOException {
    Path good = write("more.csv", GOOD);
    Path bad = write("empty.csv", "");
    String before = Ran.fingerprint(project());
    Ran ran = Ran.of("import", "--project", project(), good, bad);
    assertEquals(Cli.NOT_DONE, ran.code());
    assertEquals(before, Ran.fingerprint(project()));
  }

  @Test
  void aFailedImportLeavesNoNewProject() throws IOException {
    Path bad = write("empty.csv", "");
    Ran ran = Ran.of("import", "--project", folder.resolve("new.parcelle"), bad);
    assertEquals(Cli.NOT_DONE, ran.code());
    assertEquals(List.of("in", "p.parcelle.mv.db"), Ran.names(folder));
  }

  @Test
  void aRuleThatDoesNotFitOneOfTheFilesNamesThatFile() throws IOException {
    String before = Ran.fingerprint(project());
    Path fits = write("fits.csv", GOOD);
    Path other = write("other.csv", "id,customer,time,total\n1,C1,2026-01-05,10.50\n");
    Ran ran = Ran.of("import", "--project", project(), "--language", "en", "--counts-when", "amount > 0",
        fits,
        other);
    assertEquals(Cli.NOT_DONE, ran.code());
    assertTrue(ran.err().contains("“other.csv”") && ran.err().contains("amount"), ran.err());
    assertEquals(before, Ran.fingerprint(project()));
  }

  @Test
  void oneOfSomethingIsSaidInTheSingular() throws IOException {
    Path one = write("one.csv", "id,customer,time,amount\n1,C1,2026-01-05,10.50\n");
    String french = Ran.of("import", "--project", project(), "--language", "fr", one).out();
    assertTrue(french.contains("1 ligne lue, 1 enregistrée, 0 rejetée\n"), french);
    String english = Ran.of("tables", "--project", project(), "--language", "en").out();
    assertTrue(english.contains("one: 1 row, 4 columns") && english.contains("good: 2 rows, 4 columns"),
        english);
  }

  private void refused(Path file, String key, Object... arguments) throws IOException {
    refused(List.of(file), key, arguments);
  }

  /** One sentence says why, in either language, and the project is as it was. */
  private void refused(List<?> words, String key, Object... arguments) throws IOException {
    String before = Ran.fingerprint(project());
    for (Locale language : List.of(Locale.FRANCE, Locale.UK)) {
      Ran ran = Ran.of(Stream.concat(
          Stream.of("import", "--project", project(), "--language", language.getLanguage()),
          words.stream()).toArray());
      assertEquals(Cli.NOT_DONE, ran.code());
      assertEquals("", ran.out());
      assertEquals(new Texts(language).text(key, arguments), ran.err().strip());
    }
    assertEquals(before, Ran.fingerprint(project()));
    assertEquals(List.of("in", "p.parcelle.mv.db"), Ran.names(folder));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve("in").resolve(name), text);
  }

  private Path project() {
    return folder.resolve("p.parcelle");
  }
}
