package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.Hands;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.screens.GivenFiles;
import app.parcelle.ui.theme.Theme;

/** Someone prints the personas, and looks at which fields matter. */
class PersonasInTheWindowTest {
  private final Hands robot = new Hands();
  private final FakeShop shop = new FakeShop(400);
  private final GivenFiles files = new GivenFiles();
  private final List<Throwable> complaints = new ArrayList<>();
  private final List<Message> said = new ArrayList<>();
  private final Texts texts = new Texts(Locale.FRANCE);
  private final ClusterViewModel model = new ClusterViewModel(shop, new SameThreadJobs(),
      new ClusterViewModel.After(complaints::add, () -> {}, _ -> {}, texts::text, said::add));
  private @Nullable Stage stage;

  @TempDir
  Path folder;

  @BeforeEach
  void open() throws Exception {
    stage = OnScreen.call(() -> {
      Scene scene = new Scene(
          new ClusterView(model, new ClusterWords(texts, shop::fields), files, () -> {}), 1368, 824);
      Theme.LIGHT.apply(scene);
      Stage window = new Stage();
      window.setScene(scene);
      window.show();
      return window;
    });
    robot.targetWindow(stage);
    press("#find-first");
  }

  @AfterEach
  void close() throws Exception {
    OnScreen.run(Objects.requireNonNull(stage)::hide);
    assertEquals(List.of(), complaints);
  }

  @Test
  void personasArePrintedUnderTheNamesThatWereGiven() throws IOException {
    Path pdf = folder.resolve("profils.pdf");
    robot.interact(() -> model.names().getFirst().set("Les habitués"));
    press("#print-personas");
    assertFalse(pdf.toFile().exists());

    files.next(pdf);
    press("#print-personas");
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("Les habitués"), text);
      int size = Objects.requireNonNull(model.found().get()).result().portraits().getFirst().size();
      assertTrue(text.contains(size + " clients"), text);
      assertTrue(text.contains("Montant total"), text);
    }
    assertEquals(List.of(Message.of("personas.printed", pdf.toAbsolutePath().toString())), said);
  }

  @Test
  void importanceOfTheFieldsTakesThePlaceOfTheDiagramsUntilItIsClosed() {
    robot.interact(() -> {
      model.analyst().set(true);
      model.setup()
          .fields()
          .stream()
          .filter(choice -> choice.field().name().equals("Age"))
          .forEach(choice -> choice.ticked().set(true));
      model.find();
    });
    press("#field-importance");
    assertTrue(robot.lookup("#importance").tryQuery().isPresent());
    assertFalse(robot.lookup(".diagrams").tryQuery().isPresent());

    press("#weigh-by-importance");
    assertTrue(model.setup().ticked().stream().anyMatch(choice -> choice.weight().get() != 1));
    press("#equal-weights");
    assertTrue(model.setup().ticked().stream().allMatch(choice -> choice.weight().get() == 1));

    press("#close-importance");
    assertFalse(robot.lookup("#importance").tryQuery().isPresent());
    assertTrue(robot.lookup(".diagrams").tryQuery().isPresent());
    assertEquals(model.names().size(), robot.lookup(".cluster-card").queryAll().size());
  }

  private void press(String selector) {
    robot.interact(() -> robot.lookup(selector).queryAs(ButtonBase.class).fire());
  }
}
