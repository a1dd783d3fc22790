package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.table.TableVersion;

/** What was not understood is looked at, mended and tried again, by mouse and keyboard. */
class MendingJourneyTest extends Journey {
  private static final String ORDERS = "client;jour;montant\n"
      + IntStream.rangeClosed(1, 100)
          .mapToObj(i -> "C" + i + ";2026-05-01;10\n")
          .collect(Collectors.joining())
      + """
          C2;2026-02-30;20
          C3;2026-05-03;vingt
          C4;2026-05-04;vingt
          C5;2026-05-05;n/c
          C6;2026-05-06;30;trop
          """;

  @BeforeEach
  void open() throws Exception {
    starts(Language.FRENCH);
    Path orders = Files.writeString(folder.resolve("ventes.csv"), ORDERS);
    hand.files().next(folder.resolve("shop.parcelle"));
    first(() -> {
      hand.does(() -> hand.model().waysIn().bring(List.of(orders)));
      person.press("#start-import");
      person.press("#mend-report");
    });
  }

  private TableVersion table() {
    return hand.model().view().get().tables().getFirst();
  }

  private long invalid() {
    return table().columns().stream().mapToLong(column -> column.invalid()).sum();
  }

  private TableView<?> doubts() {
    return person.find("#doubts", TableView.class);
  }

  /** Writes into the field of a line, counted from the top. */
  private void corrects(int line, String text) throws Exception {
    first(() -> {
      TextInputControl field = (TextInputControl) person
          .all(Node.class, node -> node instanceof TextInputControl && inDoubts(node))
          .get(line);
      hand.does(() -> field.setText(text));
    });
  }

  private static boolean inDoubts(Node node) {
    Node above = node;
    while (above != null && !"doubts".equals(above.getId())) {
      above = above.getParent();
    }
    return above != null;
  }

  private void looksAt(int sight) throws Exception {
    first(() -> {
      List<ToggleButton> sights = person.find("#mend-sight", Node.class)
          .lookupAll(".toggle-button")
          .stream()
          .map(ToggleButton.class::cast)
          .toList();
      hand.does(sights.get(sight)::fire);
    });
  }

  private void applies() throws Exception {
    first(() -> person.press("#mend-apply"));
  }

  @Test
  void oneCorrectionMendsAllEqualValuesAndUndoTakesItBack() throws Exception {
    assertEquals(3, doubts().getItems().size());
    assertEquals(4, invalid());
    corrects(0, "vingt et un");
    assertTrue(person.find("#mend-apply", Button.class).isDisabled());
    assertTrue(person.texts("#doubts .chip").contains("ne convient pas"));
    corrects(0, "20");
    assertTrue(person.texts("#doubts .chip").contains("20"), person.texts("#doubts .chip").toString());
    assertFalse(person.find("#mend-apply", Button.class).isDisabled());
    applies();
    assertEquals(2, invalid());
    assertEquals(2, doubts().getItems().size());
    first(() -> person.keys(KeyCode.SHORTCUT, KeyCode.Z));
    assertEquals(4, invalid());
    assertEquals(3, doubts().getItems().size());
  }

  @Test
  void oneCellIsMendedByItself() throws Exception {
    looksAt(1);
    assertEquals(4, doubts().getItems().size());
    corrects(1, "20");
    applies();
    assertEquals(3, invalid());
    assertEquals(3, doubts().getItems().size());
  }

  @Test
  void aRejectedRowIsWrittenAnewAndBecomesARow() throws Exception {
    looksAt(2);
    assertEquals(1, doubts().getItems().size());
    long rows = table().rows();
    corrects(0, "C6;2026-05-06;30");
    applies();
    assertEquals(rows + 1, table().rows());
    assertNotNull(person.find("#mend-nothing"));
  }

  @Test
  void oneRuleReplacesAPartEverywhere() throws Exception {
    hand.does(() -> person.find("#mend-part", TextInputControl.class).setText("vingt"));
    hand.does(() -> person.find("#mend-by", TextInputControl.class).setText("20"));
    first(() -> person.press("#mend-replace"));
    assertEquals(2, invalid());
  }

  @Test
  void whatWasNotUnderstoodIsExportedInTheLanguageOfThePerson() throws Exception {
    Path list = folder.resolve("a-corriger.csv");
    looksAt(1);
    hand.files().next(list);
    first(() -> person.press("#mend-export"));
    assertEquals(List.of("\uFEFF\"Ligne\";\"Colonne\";\"Telle quelle dans la source\";\"Motif\"",
        "\"102\";\"jour\";\"2026-02-30\";\"n’est pas une date\"",
        "\"103\";\"montant\";\"vingt\";\"n’est pas un nombre entier\"",
        "\"104\";\"montant\";\"vingt\";\"n’est pas un nombre entier\"",
        "\"105\";\"montant\";\"n/c\";\"n’est pas un nombre entier\""), Files.readAllLines(list));
  }

  @Test
  void languageChangesOnThePage() throws Exception {
    hand.does(() -> hand.model().speak(Locale.UK));
    assertTrue(person.find("#mend-apply", Labeled.class).getText().startsWith("Apply"));
    assertEquals(3, doubts().getItems().size());
  }
}
