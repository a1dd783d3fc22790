package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleCopy;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.theme.Theme;

/** The frame and the data screens, by mouse and keyboard. */
class WorkbenchJourneyTest extends Journey {
  private static final String ORDERS = """
      Customer;Order;Date;Amount
      C1;1;2024-01-03;10.00
      C2;2;2024-01-04;20.00
      C2;3;2024-02-30;30.00
      ;4;2024-01-06;40.00
      C3;5;2024-01-07;50.00;too much
      """;

  @BeforeEach
  void open() throws Exception {
    starts(Language.ENGLISH);
  }

  @Test
  void importSaysWhatBecameOfEveryRow() throws Exception {
    importOrders();
    assertEquals(List.of("5", "=", "4", "+", "1"), person.texts(".report-figure"));
  }

  @Test
  void undoTakesTheImportBackAndRedoReturnsIt() throws Exception {
    importOrders();
    person.press("#see-tables");
    assertNotNull(person.find("#columns"));
    person.keys(KeyCode.SHORTCUT, KeyCode.Z);
    assertNull(person.find("#columns"));
    person.keys(KeyCode.SHORTCUT, KeyCode.Y);
    assertNotNull(person.find("#columns"));
  }

  @Test
  void preparationCanBeLeft() throws Exception {
    prepareOrders();
    person.press("#leave-import");
    assertNull(person.find("#preview"));
    assertNotNull(person.find("#in-folder"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void otherDelimiterReadsTheFileAnew() throws Exception {
    prepareOrders();
    hand.does(() -> ((ComboBox<String>) person.find("#dialect-delimiter", ComboBox.class)).setValue(","));
    assertEquals(1, person.find("#preview", TableView.class).getColumns().size());
  }

  @Test
  void languageChangesWithoutLosingWhatIsChosen() throws Exception {
    importOrders();
    person.press("#see-tables");
    hand.does(() -> person.find("#columns", TableView.class).getSelectionModel().select(3));
    hand.does(() -> hand.model().speak(Locale.FRANCE));
    assertEquals("Données", person.find("#rail-data", Labeled.class).getText());
    assertEquals(3, person.find("#columns", TableView.class).getSelectionModel().getSelectedIndex());
    assertEquals(Locale.FRANCE, hand.model().settings().get().language());
  }

  @Test
  void themeIsRemembered() throws Exception {
    person.press("#theme");
    assertEquals(Theme.DARK, hand.model().settings().get().theme());
    person.press("#theme");
    assertEquals(Theme.LIGHT, hand.model().settings().get().theme());
  }

  @Test
  void theKeysOfAScreenWorkBeforeAnythingInItWasClicked() throws Exception {
    Project shop = SampleCopy.open(folder.resolve("shop.parcelle"), Locale.UK);
    first(() -> {
      hand.opens(shop);
      hand.does(() -> hand.model().go(new Place.Segments(null)));
      person.keys(KeyCode.SLASH);
    });
    TextInputControl fields = (TextInputControl) person.find(".palette .text-field");
    assertTrue(fields.isFocused());
    first(() -> {
      person.press("#rail-data");
      person.press("#rail-segments");
    });
    assertFalse(fields.isFocused());
    person.keys(KeyCode.SLASH);
    person.writes("cit");
    assertTrue(fields.isFocused());
    assertEquals("cit", fields.getText());
    // it is text where text is written
    person.keys(KeyCode.SHORTCUT, KeyCode.K);
    person.keys(KeyCode.SLASH);
    assertFalse(fields.isFocused());
  }

  @Test
  void keyboardFindsAndRunsAnAction() throws Exception {
    importOrders();
    Path more = Files.writeString(folder.resolve("more.csv"), ORDERS);
    hand.files().next(more);
    person.keys(KeyCode.SHORTCUT, KeyCode.K);
    person.writes("import");
    assertTrue(person.find("#command-list", Node.class).isVisible());
    person.keys(KeyCode.ENTER);
    assertNotNull(person.find("#preview"));
    assertFalse(person.find("#command-list", Node.class).isVisible());
  }

  @Test
  void ruleThatIsNotUnderstoodChangesNothing() throws Exception {
    importOrders();
    person.press("#see-tables");
    hand.does(() -> person.find("#rule", TextInputControl.class).setText("Amount is nice"));
    person.press("#apply-rule");
    assertNull(hand.model().view().get().tables().getFirst().countsWhen());
    hand.does(() -> person.find("#rule", TextInputControl.class).setText("Amount > 15"));
    person.press("#apply-rule");
    assertEquals("Amount > 15", hand.model().view().get().tables().getFirst().countsWhen());
  }

  @Test
  void removedTableComesBackByUndo() throws Exception {
    importOrders();
    person.press("#see-tables");
    person.press("#remove-table");
    assertNull(person.find("#columns"));
    person.press("#undo");
    assertNotNull(person.find("#columns"));
  }

  @Test
  void bugIsToldWithACodeAndWithoutItsText() throws Exception {
    hand.does(() -> hand.model().complain(new IllegalStateException("Elise Martin")));
    String details = person.find(".dialog-card .text-area", TextInputControl.class).getText();
    assertTrue(details.startsWith("P-"), details);
    assertFalse(details.contains("Elise"), details);
    person.keys(KeyCode.ESCAPE);
    assertNull(person.find(".dialog-card"));
  }

  @Test
  void expectedFailureIsToldInWords() throws Exception {
    hand.does(() -> hand.model().complain(new Problem(Message.of("shell.undo.none"))));
    assertEquals("There is nothing to undo", person.find("#trouble-words", Labeled.class).getText());
    person.press("#close-trouble");
    assertNull(person.find(".dialog-card"));
  }

  @Test
  void digitsOpenTheScreensOfTheRail() throws Exception {
    importOrders();
    first(() -> person.keys(KeyCode.SHORTCUT, KeyCode.DIGIT5));
    assertTrue(person.find("#rail-exports", ToggleButton.class).isSelected());
    person.keys(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    assertTrue(person.find("#rail-data", ToggleButton.class).isSelected());
  }

  @Test
  void filesThatCannotBeImportedAreToldInPlaceAndTheOthersGoOn() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Path binary = Files.write(folder.resolve("binary.csv"), new byte[]{0, 1, 2, 3, 0, -1, -2, 0, 0, 7});
    Path noFile = Files.createDirectory(folder.resolve("folder.csv"));
    Path gone = folder.resolve("gone.csv");
    Path orders = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    hand.files().next(folder.resolve("shop.parcelle"));
    first(() -> hand.does(() -> hand.model().waysIn().bring(List.of(empty, binary, noFile, gone, orders))));
    for (int file = 0; file < 4; file++) {
      assertNotNull(person.find("#import-problem"));
      assertTrue(person.find("#start-import", Button.class).isDisabled());
      person.press("#drop-file");
    }
    assertNull(person.find("#import-problem"));
    person.press("#start-import");
    assertEquals(List.of("5", "=", "4", "+", "1"), person.texts(".report-figure"));
    assertNull(person.find(".dialog-card"));
  }

  @Test
  void manyColumnsAreShownInPart() throws Exception {
    String header = IntStream.range(0, 2_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 2_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    Path wide = Files.writeString(folder.resolve("wide.csv"), header + "\n" + row + "\n");
    hand.files().next(folder.resolve("shop.parcelle"));
    first(() -> hand.does(() -> hand.model().waysIn().bring(List.of(wide))));
    assertEquals(60, person.find("#preview", TableView.class).getColumns().size());
    assertNull(person.find(".dialog-card"));
  }

  private void prepareOrders() throws Exception {
    Path file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    hand.files().next(folder.resolve("shop.parcelle"));
    first(() -> hand.does(() -> hand.model().waysIn().bring(List.of(file))));
  }

  private void importOrders() throws Exception {
    prepareOrders();
    first(() -> person.press("#start-import"));
  }
}
