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
import java.util.Objects;
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

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.ui.FrameWatch;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.theme.Theme;

/** The frame and the data screens, by mouse and keyboard. */
class WorkbenchJourneyTest {
  private static final String ORDERS = """
      Customer;Order;Date;Amount
      C1;1;2024-01-03;10.00
      C2;2;2024-01-04;20.00
      C2;3;2024-02-30;30.00
      ;4;2024-01-06;40.00
      C3;5;2024-01-07;50.00;too much
      """;

  @RegisterExtension
  final FrameWatch watch = new FrameWatch();

  @TempDir
  Path folder;

  private final FxRobot robot = new FxRobot();
  private Stagehand hand;

  @BeforeEach
  void open() throws Exception {
    hand = watch.warmUp(() -> Stagehand.open(folder.resolve("settings"), Language.ENGLISH, Theme.LIGHT));
  }

  @AfterEach
  void leave() throws Exception {
    Project project = OnScreen.call(() -> hand.model().open().get());
    hand.leave();
    if (project != null) {
      project.close();
    }
  }

  @Test
  void importSaysWhatBecameOfEveryRow() throws Exception {
    importOrders();
    assertEquals(List.of("5", "=", "4", "+", "1"), texts(".report-figure"));
  }

  @Test
  void undoTakesTheImportBackAndRedoReturnsIt() throws Exception {
    importOrders();
    press("#see-tables");
    assertNotNull(find("#columns"));
    keys(KeyCode.SHORTCUT, KeyCode.Z);
    assertNull(find("#columns"));
    keys(KeyCode.SHORTCUT, KeyCode.Y);
    assertNotNull(find("#columns"));
  }

  @Test
  void preparationCanBeLeft() throws Exception {
    prepareOrders();
    press("#leave-import");
    assertNull(find("#preview"));
    assertNotNull(find("#import-files"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void otherDelimiterReadsTheFileAnew() throws Exception {
    prepareOrders();
    hand.does(() -> ((ComboBox<Character>) find("#dialect-delimiter", ComboBox.class)).setValue(','));
    assertEquals(1, find("#preview", TableView.class).getColumns().size());
  }

  @Test
  void languageChangesWithoutLosingWhatIsChosen() throws Exception {
    importOrders();
    press("#see-tables");
    hand.does(() -> find("#columns", TableView.class).getSelectionModel().select(3));
    hand.does(() -> hand.model().speak(Locale.FRANCE));
    assertEquals("Données", find("#rail-data", Labeled.class).getText());
    assertEquals(3, find("#columns", TableView.class).getSelectionModel().getSelectedIndex());
    assertEquals(Locale.FRANCE, hand.model().settings().get().language());
  }

  @Test
  void themeIsRemembered() throws Exception {
    press("#theme");
    assertEquals(Theme.DARK, hand.model().settings().get().theme());
    press("#theme");
    assertEquals(Theme.LIGHT, hand.model().settings().get().theme());
  }

  @Test
  void keyboardFindsAndRunsAnAction() throws Exception {
    importOrders();
    Path more = Files.writeString(folder.resolve("more.csv"), ORDERS);
    hand.files().next(more);
    keys(KeyCode.SHORTCUT, KeyCode.K);
    robot.write("import");
    hand.settle();
    assertTrue(find("#command-list", Node.class).isVisible());
    keys(KeyCode.ENTER);
    assertNotNull(find("#preview"));
    assertFalse(find("#command-list", Node.class).isVisible());
  }

  @Test
  void ruleThatIsNotUnderstoodChangesNothing() throws Exception {
    importOrders();
    press("#see-tables");
    hand.does(() -> find("#rule", TextInputControl.class).setText("Amount is nice"));
    press("#apply-rule");
    assertNull(hand.model().view().get().tables().getFirst().countsWhen());
    hand.does(() -> find("#rule", TextInputControl.class).setText("Amount > 15"));
    press("#apply-rule");
    assertEquals("Amount > 15", hand.model().view().get().tables().getFirst().countsWhen());
  }

  @Test
  void removedTableComesBackByUndo() throws Exception {
    importOrders();
    press("#see-tables");
    press("#remove-table");
    assertNull(find("#columns"));
    press("#undo");
    assertNotNull(find("#columns"));
  }

  @Test
  void bugIsToldWithACodeAndWithoutItsText() throws Exception {
    hand.does(() -> hand.model().complain(new IllegalStateException("Elise Martin")));
    String details = find(".dialog-card .text-area", TextInputControl.class).getText();
    assertTrue(details.startsWith("P-"), details);
    assertFalse(details.contains("Elise"), details);
    keys(KeyCode.ESCAPE);
    assertNull(find(".dialog-card"));
  }

  @Test
  void expectedFailureIsToldInWords() throws Exception {
    hand.does(() -> hand.model().complain(new Problem(Message.of("shell.undo.none"))));
    assertEquals("There is nothing to undo", find("#trouble-words", Labeled.class).getText());
    press("#close-trouble");
    assertNull(find(".dialog-card"));
  }

  @Test
  void digitsOpenTheScreensOfTheRail() throws Exception {
    importOrders();
    watch.warmUp(() -> {
      keys(KeyCode.SHORTCUT, KeyCode.DIGIT4);
      return true;
    });
    assertTrue(find("#rail-exports", ToggleButton.class).isSelected());
    keys(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    assertTrue(find("#rail-data", ToggleButton.class).isSelected());
  }

  @Test
  void filesThatCannotBeImportedAreToldInPlaceAndTheOthersGoOn() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Path binary = Files.write(folder.resolve("binary.csv"), new byte[]{0, 1, 2, 3, 0, -1, -2, 0, 0, 7});
    Path noFile = Files.createDirectory(folder.resolve("folder.csv"));
    Path gone = folder.resolve("gone.csv");
    Path orders = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    hand.files().next(folder.resolve("shop.parcelle"));
    watch.warmUp(() -> {
      hand.does(() -> hand.model().importFiles(List.of(empty, binary, noFile, gone, orders)));
      return true;
    });
    for (int file = 0; file < 4; file++) {
      assertNotNull(find("#import-problem"));
      assertTrue(find("#start-import", Button.class).isDisabled());
      press("#drop-file");
    }
    assertNull(find("#import-problem"));
    press("#start-import");
    assertEquals(List.of("5", "=", "4", "+", "1"), texts(".report-figure"));
    assertNull(find(".dialog-card"));
  }

  @Test
  void manyColumnsAreShownInPart() throws Exception {
    String header = IntStream.range(0, 2_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 2_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    Path wide = Files.writeString(folder.resolve("wide.csv"), header + "\n" + row + "\n");
    hand.files().next(folder.resolve("shop.parcelle"));
    watch.warmUp(() -> {
      hand.does(() -> hand.model().importFiles(List.of(wide)));
      return true;
    });
    assertEquals(60, find("#preview", TableView.class).getColumns().size());
    assertNull(find(".dialog-card"));
  }

  private void prepareOrders() throws Exception {
    Path file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    hand.files().next(folder.resolve("shop.parcelle"));
    watch.warmUp(() -> {
      hand.does(() -> hand.model().importFiles(List.of(file)));
      return true;
    });
  }

  private void importOrders() throws Exception {
    prepareOrders();
    watch.warmUp(() -> {
      press("#start-import");
      return true;
    });
  }

  private void press(String selector) throws Exception {
    robot.clickOn(selector);
    hand.settle();
  }

  private void keys(KeyCode... keys) throws Exception {
    robot.push(keys);
    hand.settle();
  }

  private @Nullable Node find(String selector) throws Exception {
    return OnScreen.call(() -> hand.scene().lookup(selector));
  }

  private <T> T find(String selector, Class<T> type) {
    return type.cast(Objects.requireNonNull(hand.scene().lookup(selector), selector));
  }

  private List<String> texts(String selector) throws Exception {
    return OnScreen.call(() -> hand.scene()
        .getRoot()
        .lookupAll(selector)
        .stream()
        .map(node -> ((Labeled) node).getText())
        .toList());
  }
}
