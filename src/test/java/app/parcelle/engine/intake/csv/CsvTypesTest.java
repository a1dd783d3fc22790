package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.TextDictionary;

class CsvTypesTest {
  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {"1 -> WHOLE", "-12 -> WHOLE", "1 234 567 -> WHOLE",
      "1.5 -> DECIMAL",
      "1e-3 -> DECIMAL", "€5 -> DECIMAL", "12.50 EUR -> DECIMAL", "2021-03-04 -> DATE", "2021/03/04 -> DATE",
      "13.04.2021 -> DATE", "13/04/2021 -> DATE", "04/13/2021 -> DATE", "13-04-2021 08:30 -> DATE_TIME",
      "2021-03-04T05:06:07.123Z -> DATE_TIME", "2021-03-04 05:06 -> DATE_TIME",
      "04/13/2021 3:04 PM -> DATE_TIME",
      "oui -> YES_NO", "FALSE -> YES_NO", "007 -> IDENTIFIER", "Paris -> TEXT", "24 October -> TEXT"})
  void typesAreFoundFromValues(String value, ColumnType type) {
    assertEquals(type, ReadBack.of("x;y\n" + value + ";1\n" + value + ";2\n").column("x").type());
  }

  @ParameterizedTest
  @CsvSource({"CustomerID,IDENTIFIER", "num_client,IDENTIFIER", "N° commande,IDENTIFIER",
      "Code postal,IDENTIFIER",
      "number_of_orders,WHOLE", "NumDealsPurchases,WHOLE", "order,IDENTIFIER", "SIRET,IDENTIFIER",
      "paid,WHOLE",
      "Invoice No,IDENTIFIER", "width,WHOLE"})
  void namesTellIdentifiersFromNumbers(String name, ColumnType type) {
    assertEquals(type, ReadBack.of(name + ",z\n10,a\n20,b\n30,c\n").result().columns().getFirst().type());
  }

  @Test
  void zeroAndOneAreAnswersOnlyWhereTheNameAsks() {
    ReadBack read = ReadBack.of("optin_email,children\n1,0\n0,1\n");
    assertEquals(List.of("yes", "no"), read.values("optin_email"));
    assertEquals(List.of("0", "1"), read.values("children"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "—", "N/A", "#N/D", "n.c.", "NaN", "?", "\"NULL\""})
  void marksOfNothingAreKeptAndSpeakAgainstNoType(String mark) {
    ReadBack read = ReadBack
        .of("d;n;o;t\n13/04/2021;1,5;oui;a\n" + (mark + ";").repeat(3) + mark + "\n14/04/2021;2,5;non;b\n");
    for (String typed : List.of("d", "n", "o")) {
      assertEquals("?" + mark.replace("\"", ""), read.values(typed).get(1));
    }
    assertEquals(ColumnType.DATE, read.column("d").type());
    assertEquals(ColumnType.DECIMAL, read.column("n").type());
    assertEquals(ColumnType.YES_NO, read.column("o").type());
    assertEquals(List.of("a", mark.replace("\"", ""), "b"), read.values("t"));
  }

  @Test
  void aColumnOfMarksAloneHoldsThem() {
    assertEquals(List.of("-", "-"), ReadBack.of("a;b\n-;1\n-;2\n").values("a"));
  }

  @Test
  void decimalCommasWithBlanksBetweenThousands() {
    ReadBack read = ReadBack.of("prix;n\n1\u202f234,5;1\n12,25;2\n-3 €;3\n1\u00a0000\u00a0000,00;4\n");
    assertEquals(List.of("1234.50", "12.25", "-3.00", "1000000.00"), read.values("prix"));
    assertEquals(2, read.column("prix").scale());
  }

  @Test
  void pointNineIsNeverNineHundred() {
    ReadBack read = ReadBack.of("a;b\n0.900;1,5\n0.250;2,5\n");
    assertEquals(List.of("0.900", "0.250").stream().map(v -> v.substring(0, 4)).toList(), read.values("a"));
  }

  @Test
  void thousandsOrDecimalsAreDecidedByTheOtherColumnsAndReported() {
    ReadBack read = ReadBack.of("a;b\n1.234;1,5\n2.345;2,5\n");
    assertEquals(List.of("1234", "2345"), read.values("a"));
    assertTrue(read.column("b").ambiguous() == null);
    ReadBack other = ReadBack.of("a,b\n1.234,1.5\n2.345,2.5\n");
    assertEquals(List.of("1.234", "2.345"), other.values("a"));
    assertEquals(".", other.column("a").ambiguous());
  }

  @Test
  void dayComesFirstWhereNothingSaysOtherwiseAndThatIsReported() {
    ReadBack read = ReadBack.of("d\n03/04/2021\n05/06/2021\n");
    assertEquals(List.of("2021-04-03", "2021-06-05"), read.values("d"));
    assertEquals("dd/MM/yyyy", read.column("d").ambiguous());
  }

  @Test
  void monthComesFirstWhereAnotherColumnSaysSo() {
    ReadBack read = ReadBack.of("d,e\n03/04/2021,03/25/2021\n05/06/2021,05/26/2021\n");
    assertEquals(List.of("2021-03-04", "2021-05-06"), read.values("d"));
    assertEquals("MM/dd/yyyy", read.column("d").ambiguous());
    assertNull(read.column("e").ambiguous());
  }

  @Test
  void oneDayBeyondTwelveFarDownDecidesForTheWholeColumn() {
    StringBuilder text = new StringBuilder("d,pad\n");
    for (int i = 0; i < 120_000; i++) {
      text.append("03/04/2021,xxxxxxxxxxxxxxxxx").append(i).append('\n');
    }
    int half = text.length() / 2;
    int line = text.indexOf("\n", half + 100_000);
    ReadBack read = ReadBack.of(text.insert(line + 1, "03/25/2021,z\n").toString());
    assertEquals("2021-03-04", read.values("d").getFirst());
    assertEquals(0, read.column("d").invalid());
    assertNull(read.column("d").ambiguous());
  }

  @Test
  void localTimesInAGapMoveForwardAndInAnOverlapAreTheFirst() {
    ReadBack read = ReadBack.of("""
        t
        2021-03-28 01:59:59
        2021-03-28 02:30:00
        2021-10-31 02:30:00
        2021-10-31 03:00:00
        2021-07-01T12:00:00
        2021-07-01T12:00:00+05:30
        2021-07-01 12:00:00.5Z
        """);
    assertEquals(List.of("2021-03-28T00:59:59Z", "2021-03-28T01:30:00Z", "2021-10-31T00:30:00Z",
        "2021-10-31T02:00:00Z",
        "2021-07-01T10:00:00Z", "2021-07-01T06:30:00Z", "2021-07-01T12:00:00.500Z"), read.values("t"));
  }

  @Test
  void missingIsEmptyBlankOrUnquotedNull() {
    ReadBack read = ReadBack.of("a,b\n,1\n\" \",2\nnull,3\n\"null\",4\nNULL,5\n\\N,6\n\u00a0,7\nnil,8\n");
    assertEquals(List.of("-", "-", "-", "null", "-", "-", "-", "nil"), read.values("a"));
  }

  @Test
  void invalidCellsKeepTheirRowAndTheirText() {
    StringBuilder text = new StringBuilder("n,m\n");
    for (int i = 0; i < 50; i++) {
      text.append(i == 7 ? "n/a" : Integer.toString(i)).append(",").append(i).append('\n');
    }
    ReadBack read = ReadBack.of(text.toString());
    assertEquals("?n/a", read.values("n").get(7));
    assertEquals(1, read.column("n").invalid());
    assertEquals(1, read.column("n").missing());
  }

  @Test
  void numbersBeyondSixtyFourBitsAreInvalid() {
    ReadBack read = ReadBack.of("n,m\n123456789012345678901234567890,1\n2,1\n",
        ReadBack.types(Map.of("n", ColumnType.WHOLE)));
    assertEquals(List.of("?123456789012345678901234567890", "2"), read.values("n"));
  }

  @Test
  void manyDecimalsGiveWayToLargeNumbers() {
    ReadBack read = ReadBack.of("n,m\n123456789012.5,1\n0.123456789,1\n0.30000000000000004,1\n");
    assertEquals(List.of("123456789012.500000", "0.123457", "0.300000"), read.values("n"));
  }

  @Test
  void typesThatTurnOutWrongWhereNoSampleWasTakenAreRevised() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 400_000; i++) {
      rows.add(String.format("%06d,%d,yes,C%d,2021-01-01,some more text", i, 100_000 + i, 100_000 + i));
    }
    // stretches of a quarter of a mebibyte are looked at; this row lies half way between two of them
    int between = 0;
    int[] stretch = {1 << 18, (rows.size() * rows.getFirst().length() - (1 << 20)) / 8};
    for (long at = (1 << 20) + 3L * stretch[1] + stretch[0]; at < (1 << 20) + 3.6 * stretch[1]; at += 51) {
      between = (int) (at / 51);
    }
    rows.set(between, "x,1.5,maybe,X-1,2021-01-01 10:00,z");
    ReadBack read = ReadBack.of("t,w,y,customer_id,d,z\n" + String.join("\n", rows) + "\n");
    assertEquals(ColumnType.DECIMAL, read.column("w").type());
    assertEquals("1.5", read.values("w").get(between));
    assertEquals(ColumnType.YES_NO, read.column("y").type());
    assertEquals("?maybe", read.values("y").get(between));
    assertEquals(ColumnType.DATE_TIME, read.column("d").type());
    assertEquals("X-1", read.values("customer_id").get(between));
    assertEquals("C100000", read.values("customer_id").getFirst());
    assertTrue(read.restarts > 0);
  }

  @Test
  void statedTypesAreNeverRevised() {
    ReadBack read = ReadBack.of("a,b\nx,1\ny,2\n", ReadBack.types(Map.of("A", ColumnType.WHOLE)));
    assertEquals(List.of("?x", "?y"), read.values("a"));
    assertEquals(0, read.restarts);
  }

  @Test
  void identifiersOfOnePatternNeedNoTexts() {
    ReadBack read = ReadBack.of("order_id,customer_id\nO0001,17850.0\nO0002,13047.0\nO12345,\n");
    assertInstanceOf(NumberedDictionary.class,
        read.drafts.getFirst().columns().getFirst().chunks().getFirst().dictionary());
    assertEquals(List.of("O0001", "O0002", "O12345"), read.values("order_id"));
    assertEquals(List.of("17850", "13047", "-"), read.values("customer_id"));
  }

  @Test
  void leadingZerosAreKeptWhateverTheirNumber() {
    ReadBack read = ReadBack.of("zip,n\n01234,1\n1234,2\n001,3\n75001,4\n");
    assertEquals(List.of("01234", "1234", "001", "75001"), read.values("zip"));
    assertInstanceOf(TextDictionary.class,
        read.drafts.getFirst().columns().getFirst().chunks().getFirst().dictionary());
  }
}
