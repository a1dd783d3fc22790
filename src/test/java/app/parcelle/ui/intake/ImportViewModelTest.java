package app.parcelle.ui.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.intake.ImportPreview.Question;
import app.parcelle.engine.intake.ImportPreview.Reading;
import app.parcelle.engine.intake.Origin;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.ui.job.SameThreadJobs;

class ImportViewModelTest {
  private static final Origin ORDERS = Sources.file(Path.of("orders.csv"));
  private static final Origin CUSTOMERS = Sources.file(Path.of("customers.csv"));

  private final FakeSource source = new FakeSource();
  private final List<Throwable> complaints = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final ImportViewModel model = new ImportViewModel(source, new SameThreadJobs(), complaints::add,
      () -> changes.add("changed"));

  @Test
  void firstOfSeveralFilesIsLookedAt() {
    model.prepare(List.of(ORDERS, CUSTOMERS));
    assertEquals(ORDERS, current().origin());
    assertEquals(2, model.waiting().size());
    assertTrue(model.ready());
    assertEquals(2 * 541_909, model.rows());
  }

  @Test
  void columnWithInvalidValuesIsPointedOutUnlessOneWasChosen() {
    model.prepare(List.of(ORDERS));
    assertEquals("InvoiceDate", model.column().get());
    model.column().set("Country");
    model.delimiter(";");
    assertEquals("Country", model.column().get());
  }

  @Test
  void fileGivenTwiceIsPreparedOnce() {
    model.prepare(List.of(ORDERS, ORDERS));
    model.prepare(List.of(ORDERS));
    assertEquals(1, model.waiting().size());
  }

  @Test
  void anotherDelimiterReadsTheFileAnew() {
    model.prepare(List.of(ORDERS));
    model.delimiter(";");
    assertEquals(";", preview().text().delimiter());
    assertEquals(2, source.previewed.size());
  }

  @Test
  void anotherDelimiterForgetsWhatWasSaidOfColumns() {
    model.prepare(List.of(ORDERS));
    model.type("Quantity", ColumnType.TEXT);
    model.delimiter(";");
    assertEquals(Map.of(), last().types());
  }

  @Test
  void choicesAboutTheFileAddUp() {
    model.prepare(List.of(ORDERS));
    model.encoding(StandardCharsets.ISO_8859_1);
    model.header(false);
    model.quote('\'');
    model.table(" Orders ");
    assertEquals(StandardCharsets.ISO_8859_1, last().text().encoding());
    assertEquals(0, last().text().headerRows());
    assertEquals('\'', last().text().quote());
    assertEquals("Orders", last().table());
  }

  @Test
  void sourceIsReadWithoutItsPresetWhereThePersonSaysSo() {
    model.prepare(List.of(ORDERS));
    model.change(seen -> seen.following("none"));
    assertEquals("none", last().preset());
    model.change(seen -> seen.following(null));
    assertNull(last().preset());
  }

  @Test
  void typeChosenForAColumnIsPreviewed() {
    model.prepare(List.of(ORDERS));
    model.type("Quantity", ColumnType.TEXT);
    model.column().set("Quantity");
    assertEquals(ColumnType.TEXT, model.chosenColumn().orElseThrow().type());
  }

  @Test
  void columnInDoubtIsAskedAboutUntilTheAnswer() {
    model.prepare(List.of(ORDERS));
    OpenQuestion open = OpenQuestion.of(preview()).getFirst();
    assertEquals(List.of("InvoiceDate"), open.columns());
    model.reading(open.columns(), open.question().other().format());
    assertEquals(Map.of("InvoiceDate", "MM/dd/yyyy HH:mm"), last().formats());
    assertEquals(List.of(), OpenQuestion.of(preview()));
    model.reading(open.columns(), null);
    assertEquals(Map.of(), last().formats());
    assertEquals(1, OpenQuestion.of(preview()).size());
  }

  @Test
  void meaningChosenForAColumnIsKeptUntilTheFileIsCutOtherwise() {
    model.prepare(List.of(ORDERS));
    model.meaning("UnitPrice", new Meaning(Meaning.Kind.MONEY, "GBP"));
    model.reading(List.of("InvoiceDate"), "MM/dd/yyyy");
    assertEquals("money:GBP", last().meanings().get("UnitPrice").id());
    model.delimiter(";");
    assertEquals(Map.of(), last().meanings());
    assertEquals(Map.of(), last().formats());
  }

  @Test
  void columnsInTheSameDoubtAreOneQuestion() {
    Question days = new Question("03/04/2021", new Reading("dd/MM/yyyy", "2021-04-03"),
        new Reading("MM/dd/yyyy", "2021-03-04"));
    Question numbers = new Question("1.234", new Reading(".", "1.234"), new Reading(",", "1234"));
    ImportPreview preview = new ImportPreview("x.csv", 1, 1, TextOptions.FOUND, "x", TableKind.EVENTS,
        List.of(inDoubt("first", days), inDoubt("amount", numbers), inDoubt("last", days),
            inDoubt("sure", null)),
        List.of(), List.of(), List.of(), null, false, List.of(), null);
    assertEquals(
        List.of(new OpenQuestion(List.of("first", "last"), days),
            new OpenQuestion(List.of("amount"), numbers)),
        OpenQuestion.of(preview));
  }

  private static PreviewColumn inDoubt(String name, @Nullable Question question) {
    return new PreviewColumn(name, ColumnType.DATE, Role.NONE, Meaning.NONE, question, null, 0, 0, 1);
  }

  @Test
  void roleMovesFromTheColumnThatHadIt() {
    model.prepare(List.of(ORDERS));
    model.role("InvoiceNo", Role.CUSTOMER_KEY);
    assertEquals(Map.of("CustomerID", Role.NONE, "InvoiceNo", Role.CUSTOMER_KEY), last().roles());
  }

  @Test
  void noRoleTakesNothingFromOtherColumns() {
    model.prepare(List.of(ORDERS));
    model.role("InvoiceNo", Role.NONE);
    assertEquals(Map.of("InvoiceNo", Role.NONE), last().roles());
  }

  @Test
  void importedFilesLeaveTheListAndAreReported() {
    model.prepare(List.of(ORDERS, CUSTOMERS));
    model.importAll();
    assertEquals(List.of(ORDERS, CUSTOMERS), source.imported);
    assertEquals(2, model.reports().size());
    assertEquals(List.of(), model.waiting());
    assertNull(model.current().get());
    assertEquals(2, changes.size());
  }

  @Test
  void refusedFileStaysWithItsReason() {
    model.prepare(List.of(ORDERS, CUSTOMERS));
    source.refused.add(CUSTOMERS);
    model.importAll();
    assertEquals(List.of(ORDERS), source.imported);
    assertEquals(CUSTOMERS, current().origin());
    assertNotNull(current().problem());
    assertFalse(model.ready());
    assertEquals(1, changes.size());
    assertEquals(List.of(), complaints);
  }

  @Test
  void anotherChoiceGivesARefusedFileAnotherChance() {
    source.refused.add(ORDERS);
    model.prepare(List.of(ORDERS));
    assertNotNull(current().problem());
    source.refused.clear();
    model.encoding(StandardCharsets.UTF_8);
    assertNull(current().problem());
    assertTrue(model.ready());
  }

  @Test
  void droppedFileIsNotImported() {
    model.prepare(List.of(ORDERS, CUSTOMERS));
    model.drop();
    model.importAll();
    assertEquals(List.of(CUSTOMERS), source.imported);
  }

  @Test
  void ruleOfRowsThatCountIsImportedWithTheFile() {
    model.prepare(List.of(ORDERS));
    model.counting(" Quantity > 0 ");
    assertEquals("Quantity > 0", current().options().countsWhen());
    model.counting(" ");
    assertNull(current().options().countsWhen());
  }

  private PreparedImport current() {
    return Objects.requireNonNull(model.current().get());
  }

  private ImportPreview preview() {
    return Objects.requireNonNull(current().preview());
  }

  private ImportOptions last() {
    return source.previewed.getLast();
  }
}
