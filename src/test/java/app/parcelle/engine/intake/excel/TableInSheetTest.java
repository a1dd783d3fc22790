package app.parcelle.engine.intake.excel;

import static app.parcelle.engine.intake.excel.Books.lines;
import static app.parcelle.engine.intake.excel.Books.merge;
import static app.parcelle.engine.intake.excel.Books.row;
import static app.parcelle.engine.intake.excel.Books.xlsx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.TextOptions;

/** Where the table of a sheet is found. Every row of the sheet is a line, so that line numbers are its rows. */
class TableInSheetTest {
  private static Path sheet(Consumer<Sheet> content) {
    return xlsx(workbook -> content.accept(workbook.createSheet("S")));
  }

  @Test
  void titlesAboveTheTableAreSkippedAndRowsKeepTheirNumbers() {
    Path file = sheet(s -> {
      row(s, 0, 0, "Sales of the year");
      row(s, 1, 0, "as of", "today");
      row(s, 3, 0, "id", "name", "amount");
      row(s, 4, 0, 1, "Ann", 12.5);
      row(s, 5, 0, 2, "Bob", 3);
    });
    assertEquals(List.of("", "", "", "\"id\",\"name\",\"amount\"", "1,\"Ann\",12.5", "2,\"Bob\",3"),
        lines(file));
  }

  @Test
  void titleMergedOverTheWholeTableIsNoName() {
    Path file = sheet(s -> {
      row(s, 0, 0, "Sales of the year");
      merge(s, "A1:C1");
      row(s, 1, 0, "id", "name", "amount");
      row(s, 2, 0, 1, "Ann", 12.5);
      row(s, 3, 0, 2, "Bob", 3);
    });
    assertEquals(List.of("", "\"id\",\"name\",\"amount\"", "1,\"Ann\",12.5", "2,\"Bob\",3"), lines(file));
  }

  @Test
  void emptyColumnsAreLeftOut() {
    Path file = sheet(s -> {
      row(s, 0, 2, "id", null, "name");
      row(s, 1, 2, 1, null, "Ann");
      row(s, 2, 2, 2, null, "Bob");
    });
    assertEquals(List.of("\"id\",\"name\"", "1,\"Ann\"", "2,\"Bob\""), lines(file));
  }

  @Test
  void columnWithoutNameIsKept() {
    Path file = sheet(s -> {
      row(s, 0, 0, "id", "name");
      row(s, 1, 0, 1, "Ann", null, "call back");
      row(s, 2, 0, 2, "Bob");
    });
    assertEquals(List.of("\"id\",\"name\",", "1,\"Ann\",\"call back\"", "2,\"Bob\","), lines(file));
  }

  @Test
  void emptyRowsBetweenRowsAreNoRows() {
    Path file = sheet(s -> {
      row(s, 0, 0, "id", "name");
      row(s, 1, 0, 1, "Ann");
      row(s, 4, 0, 2, "Bob");
    });
    assertEquals(List.of("\"id\",\"name\"", "1,\"Ann\"", "", "", "2,\"Bob\""), lines(file));
  }

  @Test
  void namesMergedDownAndGroupsMergedAcrossAreJoined() {
    Path file = sheet(s -> {
      row(s, 0, 0, "Client", "2023", null, "2024");
      merge(s, "A1:A2");
      merge(s, "B1:C1");
      merge(s, "D1:E1");
      row(s, 1, 1, "CA", "Qté", "CA", "Qté");
      row(s, 2, 0, "Ann", 1, 2, 3, 4);
      row(s, 3, 0, "Bob", 5, 6, 7, 8);
    });
    assertEquals(
        List.of("\"Client\",\"2023 CA\",\"2023 Qté\",\"2024 CA\",\"2024 Qté\"", "", "\"Ann\",1,2,3,4",
            "\"Bob\",5,6,7,8"),
        lines(file));
  }

  @Test
  void groupsThatAreNotMergedTellRepeatedNamesApart() {
    Path file = sheet(s -> {
      row(s, 0, 1, "2023", null, "2024");
      row(s, 1, 0, "Client", "CA", "Qté", "CA", "Qté");
      row(s, 2, 0, "Ann", 1, 2, 3, 4);
      row(s, 3, 0, "Bob", 5, 6, 7, 8);
    });
    assertEquals("\"Client\",\"2023 CA\",\"2023 Qté\",\"2024 CA\",\"2024 Qté\"", lines(file).getFirst());
  }

  @Test
  void unitsBelowNamesBelongToTheHeader() {
    Path file = sheet(s -> {
      row(s, 0, 0, "Produit", "Prix", "Poids");
      row(s, 1, 1, "(EUR)", "(kg)");
      row(s, 2, 0, "Chaise", 12, 3);
      row(s, 3, 0, "Table", 120, 30);
    });
    assertEquals(
        List.of("\"Produit\",\"Prix (EUR)\",\"Poids (kg)\"", "", "\"Chaise\",12,3", "\"Table\",120,30"),
        lines(file));
  }

  @Test
  void firstRowWithWordsForNothingIsNoHeader() {
    Path file = sheet(s -> {
      row(s, 0, 0, "Produit", "Prix", "Poids");
      row(s, 1, 0, "Chaise", "n/a", "-");
      row(s, 2, 0, "Table", 120, 30);
      row(s, 3, 0, "Lit", 220, 40);
    });
    assertEquals("\"Chaise\",\"n/a\",\"-\"", lines(file).get(1));
  }

  @Test
  void yearsAreNamesAboveOtherNumbers() {
    Path file = sheet(s -> {
      row(s, 0, 0, "Région", 2022, 2023, 2024);
      row(s, 1, 0, "Nord", 10, 20.5, 30);
      row(s, 2, 0, "Sud", 11, 21, 31);
    });
    assertEquals("\"Région\",\"2022\",\"2023\",\"2024\"", lines(file).getFirst());
  }

  @Test
  void numbersAreNoNames() {
    Path file = sheet(s -> {
      row(s, 0, 0, "Ann", 12.5, 3);
      row(s, 1, 0, "Bob", 13.5, 4);
    });
    assertFalse(Books.look(file, TextOptions.FOUND).header());
    assertEquals(List.of("\"Ann\",12.5,3", "\"Bob\",13.5,4"), lines(file));
  }

  @Test
  void headerWithoutNameForTheFirstColumnIsFound() {
    Path file = sheet(s -> {
      row(s, 0, 1, "amount", "city");
      row(s, 1, 0, 0, 12.5, "Lyon");
      row(s, 2, 0, 1, 3, "Nice");
    });
    assertEquals(List.of(",\"amount\",\"city\"", "0,12.5,\"Lyon\"", "1,3,\"Nice\""), lines(file));
  }

  @Test
  void rowsOfTotalsAndNotesBelowStayRows() {
    Path file = sheet(s -> {
      row(s, 0, 0, "id", "amount");
      for (int r = 1; r < 6; r++) {
        row(s, r, 0, r, r * 2);
      }
      row(s, 6, 0, "Total", 30);
      row(s, 8, 0, "source: shop");
    });
    List<String> lines = lines(file);
    assertEquals("\"Total\",30", lines.get(6));
    assertEquals("\"source: shop\",", lines.get(8));
  }

  @Test
  void skippedLinesAndHeaderRowsAreTakenAsSaid() {
    Path file = sheet(s -> {
      row(s, 0, 0, "a", "b");
      row(s, 1, 0, "c", "d");
      row(s, 2, 0, "e", "f");
      row(s, 3, 0, "g", "h");
    });
    assertEquals(List.of("", "\"c\",\"d\"", "\"e\",\"f\"", "\"g\",\"h\""),
        lines(file, TextOptions.FOUND.withSkipLines(1)));
    assertEquals(List.of("\"a c\",\"b d\"", "", "\"e\",\"f\"", "\"g\",\"h\""),
        lines(file, TextOptions.FOUND.withHeaderRows(2)));
    Books.Looked without = Books.look(file, TextOptions.FOUND.withSkipLines(2).withHeaderRows(0));
    assertEquals(List.of("", "", "\"e\",\"f\"", "\"g\",\"h\""), without.lines());
    assertFalse(without.header());
  }

  @Test
  void oneHeaderRowOfTwoIsTheOneNextToTheValues() {
    Path file = sheet(s -> {
      row(s, 0, 0, "Client", "2023");
      merge(s, "B1:C1");
      row(s, 1, 1, "CA", "Qté");
      row(s, 2, 0, "Ann", 1, 2);
      row(s, 3, 0, "Bob", 3, 4);
    });
    List<String> lines = lines(file, TextOptions.FOUND.withHeaderRows(1));
    assertEquals(List.of("", ",\"CA\",\"Qté\"", "\"Ann\",1,2", "\"Bob\",3,4"), lines);
  }

  @Test
  void cellFarBelowAndOutsideOfTheTableMakesItsRowSeen() {
    Path file = sheet(s -> {
      row(s, 0, 1, "id", "name");
      for (int r = 1; r < 1_000; r++) {
        row(s, r, 1, r, "Ann");
      }
      row(s, 900, 5, "call back", " ");
      row(s, 950, 0, "!");
    });
    List<String> lines = lines(file);
    assertEquals("899,\"Ann\"", lines.get(899));
    assertEquals("900,\"Ann\",\"call back\"", lines.get(900));
    assertEquals("950,\"Ann\",\"!\"", lines.get(950));
  }

  @Test
  void hiddenRowsAreRead() {
    Path file = sheet(s -> {
      row(s, 0, 0, "id", "name");
      row(s, 1, 0, 1, "Ann").setZeroHeight(true);
      row(s, 2, 0, 2, "Bob");
    });
    assertTrue(lines(file).contains("1,\"Ann\""));
  }
}
