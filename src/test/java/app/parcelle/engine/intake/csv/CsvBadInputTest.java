package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableDraft.Reject;

class CsvBadInputTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private static void assertProblem(String key, Path file, ImportOptions options) {
    Problem problem = assertThrows(Problem.class, () -> ReadBack.of(file, options));
    assertEquals(key, problem.message().key());
    assertFalse(new Texts(Locale.FRENCH).text(problem.message()).isBlank());
    assertEquals(key, assertThrows(Problem.class,
        () -> CsvSource.preview(Sources.of(file, TextOptions.FOUND), options, ReadBack.PARIS,
            JobContext.silent()))
        .message()
        .key());
  }

  private static void assertProblem(String key, Path file) {
    assertProblem(key, file, ImportOptions.FOUND);
  }

  @Test
  void emptyFile() {
    assertProblem("intake.empty", TestFiles.of(""));
    assertProblem("intake.empty", TestFiles.of(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}));
    assertProblem("intake.empty", TestFiles.of("\n\n\r\n"));
    assertProblem("intake.empty", TestFiles.of(TestFiles.gzip(new byte[0]), ".csv.gz"));
  }

  @Test
  void headerOnly() {
    assertProblem("intake.no-rows", TestFiles.of("a,b,c"));
    assertProblem("intake.no-rows", TestFiles.of("a,b,c\n\n"));
  }

  @Test
  void binaryFile() {
    assertProblem("intake.binary",
        TestFiles.of(new byte[]{'P', 'A', 'R', '1', 0, 0, 8, 8, 'a', ',', 'b', '\n'}));
    byte[] noise = new byte[5_000];
    new java.util.Random(1).nextBytes(noise);
    assertProblem("intake.binary", TestFiles.of(noise));
  }

  @Test
  void statedEncodingThatCannotDecode() {
    Path latin = TestFiles.of("nom,ville\né,à\nè,ù\n".getBytes(ISO_8859_1));
    assertProblem("intake.cannot-decode", latin, ReadBack.encoding(UTF_8));
    assertProblem("intake.cannot-decode", latin, ReadBack.encoding(US_ASCII));
    assertProblem("intake.cannot-decode", latin, ReadBack.encoding(UTF_16LE));
    assertEquals(List.of("é", "è"), ReadBack.of(latin).values("nom"));
  }

  @Test
  void twentyThousandColumns() {
    String header = IntStream.range(0, 20_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    assertProblem("intake.too-many-columns", TestFiles.of(header + "\n" + header + "\n"));
  }

  @Test
  void asManyColumnsAsASpreadsheetHasAreRead() {
    String header = IntStream.range(0, Columns.MOST).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, Columns.MOST)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
    ReadBack read = ReadBack.of(header + "\n" + row + "\n" + row + "\n");
    assertEquals("16383", read.rows.get(1).getLast());
  }

  @Test
  void folderAndMissingFile() {
    assertProblem("intake.folder-empty", folder);
    assertProblem("intake.no-file", folder.resolve("absent.csv"));
  }

  @Test
  void noPermission() {
    Message message = IntakeProblems.of("x.csv", new AccessDeniedException("x.csv")).message();
    assertEquals(Message.of("intake.no-permission", "x.csv"), message);
  }

  @Test
  void damagedGzip() {
    byte[] packed = TestFiles.gzip(ReadBack.utf8("a,b\n" + "1,2\n".repeat(10_000)));
    assertProblem("intake.damaged-gzip", TestFiles.of(Arrays.copyOf(packed, packed.length / 2), ".csv.gz"));
  }

  @Test
  void longFieldsAreReadUpToAMebibyte() {
    String text = "x".repeat(100_000);
    assertEquals(List.of(text, "b"), ReadBack.of("a,n\n\"" + text + "\",1\nb,2\n").values("a"));
    String tooLong = "y".repeat(RecordSplitter.LONGEST_FIELD + 1);
    for (String field : List.of(tooLong, "\"" + tooLong + "\"")) {
      ReadBack read = ReadBack.of("a,n\nx,0\n" + field + ",1\nb,2\n");
      assertEquals(List.of("x", "b"), read.values("a"));
      assertEquals(List.of(Reason.FIELD_TOO_LONG), read.rejects.stream().map(Reject::reason).toList());
      assertEquals(3, read.rejects.getFirst().line());
      assertEquals(1_000, read.rejects.getFirst().raw().length());
    }
  }

  @Test
  void aQuoteLeftOpenRejectsItsLineAndKeepsTheRest() {
    ReadBack read = ReadBack.of("a,b\n1,2\n3,\"open\n5,6\n7,8\n");
    assertEquals(List.of(List.of("1", "2"), List.of("5", "6"), List.of("7", "8")), read.rows);
    assertEquals(List.of(new Reject(3, "3,\"open", Reason.UNCLOSED_QUOTE)), read.rejects);
    assertEquals(List.of(2L, 4L, 5L), read.lines);
    assertEquals(4, read.result().rowsRead());
  }

  @Test
  void aQuoteLeftOpenInALargeFileLosesOneLine() {
    String rows = "some text,12345678\n".repeat(120_000);
    ReadBack read = ReadBack.of("a,b\n\"open,1\n" + rows);
    assertEquals(120_000, read.rows.size());
    assertEquals(List.of(new Reject(2, "\"open,1", Reason.UNCLOSED_QUOTE)), read.rejects);
  }

  @Test
  void recordsOfAnotherShapeAreRejectedAndOnlyEmptySurplusIsForgiven() {
    ReadBack read = ReadBack.of("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12,,\n13,14,15\n");
    assertEquals(List.of("1", "10", "13"), read.values("a"));
    assertEquals(
        List.of(new Reject(3, "4,5", Reason.TOO_FEW_FIELDS),
            new Reject(4, "6,7,8,9", Reason.TOO_MANY_FIELDS)),
        read.rejects);
    assertEquals(5, read.result().rowsRead());
  }

  @Test
  void recordsMayLeaveOutColumnsWithoutName() {
    ReadBack read = ReadBack.of("a,b,\n1,2\n3,4,\n5,6,x\n");
    assertEquals(List.of("-", "-", "x"), read.values("Column 3"));
    assertEquals(List.of(), read.rejects);
  }

  @Test
  void duplicateAndEmptyHeaderNamesAreTold() {
    ReadBack read = ReadBack.of("a,A,,a,a 2\nx,y,z,u,v\n");
    assertEquals(List.of("a", "A 3", "Column 3", "a 4", "a 2"),
        read.result().columns().stream().map(c -> c.name()).toList());
  }

  @Test
  void undecodableBytesRejectTheirRecord() throws IOException {
    byte[] text = ("a,b\n" + "é,1\n".repeat(50) + "X,2\n" + "à,3\n").getBytes(UTF_8);
    for (int i = 0; i < text.length; i++) {
      text[i] = text[i] == 'X' ? (byte) 0xFF : text[i];
    }
    ReadBack read = ReadBack.of(TestFiles.of(text), ReadBack.encoding(UTF_8));
    assertEquals(51, read.rows.size());
    assertEquals(Reason.UNDECODABLE, read.rejects.getFirst().reason());
    assertEquals(52, read.rejects.getFirst().line());
  }

  @Test
  void accentsFarBehindAPlainBeginningAreWindows1252() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    while (text.length() < 1_100_000) {
      text.append("plain text,1\n");
    }
    int between = text.length() + 10;
    text.append("Zoé €,2\n");
    while (text.length() < 6_000_000) {
      text.append("plain text,3\n");
    }
    Path file = Files.write(folder.resolve("late.csv"),
        text.toString().getBytes(EncodingFinder.WINDOWS_1252));
    ReadBack read = ReadBack.of(file);
    assertEquals(List.of(), read.rejects);
    assertEquals("Zoé €", read.values("a").get((between - 14) / 13));
  }

  @Test
  void columnsThatOptionsNameHaveToExist() {
    Path file = TestFiles.of("a,b\n1,2\n");
    assertProblem("intake.no-such-column", file, ReadBack.types(Map.of("z", ColumnType.TEXT)));
    assertProblem("intake.role-twice", file, ReadBack.roles(Map.of("a", Role.PRODUCT, "b", Role.PRODUCT)));
  }

  @Test
  void cancellingStopsAtOnce() {
    Path file = TestFiles.of("a,b\n" + "1,2\n".repeat(1000));
    CancelledLater cancelled = new CancelledLater(0);
    assertThrows(JobContext.Cancelled.class,
        () -> CsvSource.read(Sources.of(file, TextOptions.FOUND), ImportOptions.FOUND, ReadBack.PARIS, 2,
            Long.MAX_VALUE, new ReadBack(), cancelled));
  }
}
