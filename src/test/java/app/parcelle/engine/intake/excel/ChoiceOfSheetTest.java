package app.parcelle.engine.intake.excel;

import static app.parcelle.engine.intake.excel.Books.row;
import static app.parcelle.engine.intake.excel.Books.xlsx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

class ChoiceOfSheetTest {
  /** A sheet of a table with so many rows. */
  private static void sheet(Workbook workbook, String name, int rows) {
    Sheet sheet = workbook.createSheet(name);
    row(sheet, 0, 0, "id", "name");
    for (int r = 1; r <= rows; r++) {
      row(sheet, r, 0, r, name + r);
    }
  }

  private static Path threeSheets() {
    return xlsx(workbook -> {
      sheet(workbook, "Lisez-moi", 3);
      sheet(workbook, "Archive", 900);
      sheet(workbook, "Données", 700);
      workbook.setSheetHidden(1, true);
    });
  }

  @Test
  void visibleSheetWithTheLargestTableIsTaken() {
    Books.Looked looked = Books.look(threeSheets(), TextOptions.FOUND);
    assertEquals("Données", looked.part());
    assertEquals(701, looked.lines().size());
    assertEquals("Données", looked.tableName());
  }

  @Test
  void hiddenSheetsAreListedBehindTheOthers() {
    assertEquals(List.of("Lisez-moi", "Données", "Archive"),
        Books.look(threeSheets(), TextOptions.FOUND).parts());
  }

  @Test
  void sheetIsTakenByItsNameWhateverCaseAndAccents() {
    assertEquals("Archive", Books.look(threeSheets(), TextOptions.FOUND.withPart("Archive")).part());
    assertEquals("Données", Books.look(threeSheets(), TextOptions.FOUND.withPart("donnees")).part());
  }

  @Test
  void hiddenSheetIsTakenWhereNoOtherHasValues() {
    Path file = xlsx(workbook -> {
      workbook.createSheet("Empty");
      sheet(workbook, "Archive", 3);
      workbook.setSheetHidden(1, true);
    });
    assertEquals("Archive", Books.look(file, TextOptions.FOUND).part());
  }

  @Test
  void unknownSheetIsRefusedWithTheNamesThereAre() {
    Path file = threeSheets();
    Problem problem = assertThrows(Problem.class,
        () -> Sources.of(file, TextOptions.FOUND.withPart("Clients")));
    assertEquals(
        Message.of("intake.excel.no-such-sheet", "test.xlsx", "Clients", "Lisez-moi, Données, Archive"),
        problem.message());
  }

  @Test
  void sheetWithoutValuesIsRefused() {
    Path file = xlsx(workbook -> {
      workbook.createSheet("Empty");
      sheet(workbook, "Full", 3);
    });
    Problem problem = assertThrows(Problem.class,
        () -> Sources.of(file, TextOptions.FOUND.withPart("Empty")));
    assertEquals(Message.of("intake.excel.empty-sheet", "test.xlsx", "Empty"), problem.message());
    assertEquals("intake.excel.no-data", Books.refusal(xlsx(workbook -> workbook.createSheet("Empty"))));
  }

  @Test
  void tableOfTheOnlySheetIsNamedAfterTheFile() {
    assertEquals("test",
        Books.look(xlsx(workbook -> sheet(workbook, "Feuil1", 3)), TextOptions.FOUND).tableName());
  }

  @Test
  void workbookIsReadAsOneWhateverItsName() throws IOException {
    Path file = xlsx(workbook -> sheet(workbook, "S", 3));
    Path csv = Files.copy(file, Books.place("orders.csv"));
    assertEquals(Books.lines(file), Books.lines(csv));
  }

  @Test
  void textIsReadAsOneWhateverItsName() throws IOException {
    Path file = Files.writeString(Books.place("orders.xls"), "id;name\n1;Ann\n");
    assertEquals(List.of("id;name", "1;Ann"), Books.lines(file));
  }
}
