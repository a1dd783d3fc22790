package app.parcelle.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.ui.Hands;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.theme.Segmented;
import app.parcelle.ui.theme.Theme;

class ExportScreenTest {
  private final PaperShop shop = new PaperShop();
  private final PaperWorkbench workbench = new PaperWorkbench(Locale.ENGLISH);
  private @Nullable Stage stage;

  @BeforeEach
  void twoSegments() {
    shop.members.put("Loyal", i -> i < 100);
    shop.members.put("Big", i -> i >= 90 && i < 120);
    workbench.segments("Loyal", "Big");
  }

  @AfterEach
  void close() throws Exception {
    OnScreen.run(() -> stage().close());
  }

  @Test
  void withoutSegmentsThereIsAWayToBuildOne() throws Exception {
    workbench.segments();
    show();

    OnScreen.run(() -> find(Button.class, "#build-segment").fire());
    assertEquals(List.of(new Place.Segments(null)), workbench.gone);
  }

  @Test
  void tickingASegmentChangesThePreviewAndTheChecks() throws Exception {
    show();
    OnScreen.run(() -> find(CheckBox.class, "#segment-Big").fire());

    OnScreen.run(() -> {
      assertTrue(texts().contains("120 customers chosen"), texts()::toString);
      assertTrue(texts().contains("10 duplicates removed"), texts()::toString);
      assertEquals(Preview.ROWS, find(TableView.class, "#list-preview").getItems().size());
      assertFalse(find(Button.class, "#save-workbook").isDisabled());
    });
  }

  @Test
  void thereIsNothingToSaveWithoutASegment() throws Exception {
    show();
    OnScreen.run(() -> find(CheckBox.class, "#segment-Loyal").fire());

    OnScreen.run(() -> assertTrue(find(Button.class, "#save-workbook").isDisabled()));
  }

  @Test
  void whatWasHandedOverIsListed() throws Exception {
    show();
    OnScreen.run(() -> assertFalse(find(VBox.class, "#past-exports").isVisible()));
    workbench.saveTo = Path.of("out", "handed-over.xlsx");
    OnScreen.run(() -> find(Button.class, "#save-workbook").fire());
    OnScreen.run(() -> {
      assertTrue(find(VBox.class, "#past-exports").isVisible());
      assertTrue(texts().contains("handed-over.xlsx"), texts()::toString);
    });
  }

  @Test
  void theSheetsAreShownOneAtATime() throws Exception {
    show();
    for (String expected : List.of("Average basket", "Technical details")) {
      int sheet = expected.equals("Average basket") ? 1 : 2;
      OnScreen.run(() -> ((ToggleButton) find(Segmented.class, "#sheets").getChildren().get(sheet)).fire());
      OnScreen.run(() -> assertTrue(texts().contains(expected), texts()::toString));
    }
  }

  @Test
  void aColumnIsDraggedToItsPlace() throws Exception {
    show();
    Hands robot = new Hands();
    robot.drag(find(Node.class, "#column-t1.c2"))
        .moveTo(find(Node.class, "#column-t1.c1"))
        .dropTo(find(Node.class, "#column-key"));

    assertEquals(List.of("t1.c2", "key", "t1.c1"), shop.asked.getLast().subList(0, 3));
  }

  @Test
  void theKeyboardMovesAndTakesOutColumns() throws Exception {
    show();
    press("#column-t1.c1", KeyCode.LEFT, true);
    press("#column-t1.c2", KeyCode.DELETE, false);

    assertEquals(List.of("t1.c1", "key", "t1.c3"), shop.asked.getLast().subList(0, 3));
  }

  private void show() throws Exception {
    OnScreen.run(() -> {
      ExportScreen screen = new ExportScreen(shop, workbench);
      Scene scene = new Scene(new StackPane(screen.view()), 1368, 824);
      Theme.LIGHT.apply(scene);
      Stage shown = new Stage();
      shown.setScene(scene);
      shown.show();
      stage = shown;
      screen.shown();
    });
    OnScreen.run(() -> {
      stage().getScene().getRoot().applyCss();
      stage().getScene().getRoot().layout();
    });
  }

  private void press(String id, KeyCode code, boolean alt) throws Exception {
    OnScreen.run(() -> {
      Button chip = find(Button.class, id);
      chip.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
    });
  }

  private List<String> texts() {
    stage().getScene().getRoot().applyCss();
    stage().getScene().getRoot().layout();
    return stage().getScene()
        .getRoot()
        .lookupAll(".label")
        .stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private <T extends Node> T find(Class<T> type, String id) {
    // a dot in an id would be read as a class
    return type.cast(Objects.requireNonNull(stage().getScene()
        .getRoot()
        .lookupAll("*")
        .stream()
        .filter(node -> id.equals("#" + node.getId()))
        .findFirst()
        .orElse(null), id));
  }

  private Stage stage() {
    return Objects.requireNonNull(stage);
  }
}
