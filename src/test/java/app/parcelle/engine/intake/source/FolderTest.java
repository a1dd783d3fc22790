package app.parcelle.engine.intake.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.intake.csv.TestFiles;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

class FolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private void file(String name, String text, Charset encoding) {
    file(name, text.getBytes(encoding));
  }

  private void file(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Message refusal() {
    Message said = assertThrows(Problem.class, () -> ReadBack.of(folder)).message();
    assertFalse(new Texts(Locale.FRENCH).text(said).isBlank());
    return said;
  }

  private static List<String> names(ReadBack read) {
    return read.result().columns().stream().map(c -> c.name()).toList();
  }

  @Test
  void filesOfTheSameColumnsAreOneTable() throws IOException {
    file("2026-02.csv", "ID;Ville;Montant\n3;Nîmes;3,5\n4;\"Sète; port\";4,5\n",
        Charset.forName("windows-1252"));
    file("2026-01.csv", "Montant,id,ville\n1.5,1,Paris\n2.5,2,\"a, \"\"b\"\"\nc\"\n", UTF_8);
    file("2026-03.csv", "\uFEFFid\tville\tmontant\tnote\n5\tNULL\t5.5\tlate\n", UTF_16LE);
    file("2026-04.json", "[{\"id\": 6, \"ville\": \"NULL\", \"montant\": 6.5}]", UTF_8);
    file("2026-05.csv.gz", TestFiles.gzip("id,ville,montant\n7,Lyon,7.5\n".getBytes(UTF_8)));
    file("2026-06.csv", "id,ville,montant\n", UTF_8);
    file("2026-07.csv", "", UTF_8);
    file(".hidden", "junk", UTF_8);
    file("Thumbs.db", "junk", UTF_8);
    Files.createDirectory(folder.resolve("older"));
    ReadBack read = ReadBack.of(folder);
    assertEquals(List.of("Montant", "id", "ville", "note", "File"), names(read));
    assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), read.values("id"));
    assertEquals(List.of("Paris", "a, \"b\"\nc", "Nîmes", "Sète; port", "-", "NULL", "Lyon"),
        read.values("ville"));
    assertEquals(List.of("-", "-", "-", "-", "late", "-", "-"), read.values("note"));
    assertEquals(
        List.of("2026-01.csv", "2026-01.csv", "2026-02.csv", "2026-02.csv", "2026-03.csv", "2026-04.json",
            "2026-05.csv.gz"),
        read.values("File"));
    try (TextSource source = Sources.of(folder, TextOptions.FOUND)) {
      assertEquals(folder.getFileName().toString(), source.tableName());
    }
  }

  @Test
  void decimalCommasOfSemicolonFilesStayThat() {
    file("a.csv", "id;poids\n1;1,500\n2;2,250\n", UTF_8);
    file("b.csv", "id;poids\n3;3,125\n", UTF_8);
    assertEquals(List.of("1.500", "2.250", "3.125"), ReadBack.of(folder).values("poids"));
  }

  @Test
  void recordsThatAreNoRowsStayVisible() {
    file("a.csv", "id,name\n1,x\n2\n3,y\n", UTF_8);
    file("b.csv", "id,name\n4,z,surplus\n5,w\n", UTF_8);
    ReadBack read = ReadBack.of(folder);
    assertEquals(List.of("1", "3", "5"), read.values("id"));
    assertEquals(List.of("\"2\"", "\"4,z,surplus\""), read.rejects.stream().map(r -> r.raw()).toList());
    assertEquals(5, read.result().rowsRead());
  }

  @Test
  void filesThatDoNotFitAreNamed() {
    file("a.csv", "id,name\n1,x\n", UTF_8);
    file("b.csv", "id,name\n2,y\n", UTF_8);
    file("prices.csv", "sku,price\np,1\n", UTF_8);
    assertEquals(Message.of("intake.folder-misfits", folder.getFileName().toString(), 1, "prices.csv"),
        refusal());
    file("logo.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    file("notes.pdf", "%PDF-1.7".getBytes(UTF_8));
    assertEquals(
        Message.of("intake.folder-unreadable", folder.getFileName().toString(), 2, "logo.png, notes.pdf"),
        refusal());
  }

  @Test
  void filesThatDoNotFitCanBeLeftOutAndAreToldOf() throws IOException {
    file("a.csv", "id,name\n1,x\n", UTF_8);
    file("b.csv", "id,name\n2,y\n", UTF_8);
    file("empty.csv", "", UTF_8);
    file("prices.csv", "sku,price\np,1\n", UTF_8);
    file("logo.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    try (TextSource source = Sources.folder(folder).open(TextOptions.FOUND, JobContext.silent())) {
      assertEquals(List.of("1", "2"), ReadBack.of(source, ImportOptions.FOUND).values("id"));
      assertEquals(
          List.of(Message.of("intake.folder-files", 2, 3), Message.of("intake.empty", "empty.csv"),
              Message.of("intake.binary", "logo.png"), Message.of("intake.folder-misfit", "prices.csv")),
          source.notes());
    }
  }

  @Test
  void leavingOutAllFilesIsRefused() {
    file("logo.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    Message said = assertThrows(Problem.class,
        () -> Sources.folder(folder).open(TextOptions.FOUND, JobContext.silent())).message();
    assertEquals("intake.folder-unreadable", said.key());
  }

  @Test
  void foldersWithoutRows() {
    assertEquals("intake.folder-empty", refusal().key());
    file("a.csv", "id,name\n", UTF_8);
    assertEquals("intake.no-rows", refusal().key());
  }

  @Test
  void aColumnCalledFileKeepsItsName() {
    file("a.csv", "id,file\n1,x\n2,y\n", UTF_8);
    assertEquals(List.of("id", "file", "File 2"), names(ReadBack.of(folder)));
  }

  @Test
  void manyFilesAreReadOneAfterTheOther() {
    for (int i = 0; i < 300; i++) {
      file(String.format(Locale.ROOT, "%03d.csv", i), "id,v\n" + i + ",x\n" + (i + 1000) + ",y\n", UTF_8);
    }
    ReadBack read = ReadBack.of(folder);
    assertEquals(600, read.rows.size());
    assertEquals("299.csv", read.values("File").getLast());
  }
}
