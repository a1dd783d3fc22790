package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleCopy;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.Picture;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Theme;

class ScreensTest {
  private static final Logger EVERYTHING = Logger.getLogger("");

  private static final String LONG_NAME = "Clientes et clients fidèles de Provence-Alpes-Côte d’Azur, à réactiver avant les fêtes";

  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  private final Handler ear = new Handler() {
    @Override
    public void publish(LogRecord said) {
      boolean ofStyles = String.valueOf(said.getSourceClassName()).toLowerCase(Locale.ROOT).contains("css");
      if (ofStyles && said.getLevel().intValue() >= Level.WARNING.intValue()) {
        warnings.add(said.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @TempDir
  Path folder;

  @BeforeEach
  void listen() throws Exception {
    EVERYTHING.addHandler(ear);
    OnScreen.run(() -> Thread.currentThread()
        .setUncaughtExceptionHandler((_, failure) -> warnings.add(failure.toString())));
  }

  @AfterEach
  void stopListening() throws Exception {
    EVERYTHING.removeHandler(ear);
    OnScreen.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
  }

  @ParameterizedTest
  @CsvSource({"PSEUDO, LIGHT", "FRENCH, DARK"})
  void everyScreenReadsInFullAndItsStylesAreUnderstood(Language language, Theme theme) throws Exception {
    List<String> cut = new ArrayList<>();
    Path files = Files.createDirectories(folder.resolve("files"));
    SampleFiles.write(new SampleRequest(500, 10_000, language.locale(), 42), files, JobContext.silent());
    try (Project project = SampleCopy.open(folder.resolve("shop.parcelle"), language.locale())) {
      project.save(new Segment(LONG_NAME, project.view().segments().getFirst().segment().rule(),
          new Segment.Reference.Project(), null));
      Stagehand hand = Stagehand.open(folder.resolve("settings"), language, theme);
      new Tour(hand, project, files,
          screen -> hand.cutWords().forEach(words -> cut.add(screen + ": " + words))).walk();
      hand.leave();
    }
    assertEquals(List.of(), cut);
    assertEquals(List.of(), warnings);
  }

  @Test
  void wordsThatCannotBeReadInFullAreSeen() throws Exception {
    List<String> cut = OnScreen.call(() -> {
      Label shortened = new Label("a word too long for its label");
      shortened.setMaxWidth(60);
      Label given = Parts.given("a name of the user's, which may be longer");
      given.setMaxWidth(60);
      Label beyond = new Label("a word that goes beyond");
      beyond.setMinWidth(Region.USE_PREF_SIZE);
      ScrollPane narrow = new ScrollPane(beyond);
      narrow.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      narrow.setMaxWidth(60);
      Label over = new Label("a word over another");
      over.setTranslateY(-12);
      Stage stage = new Stage();
      stage
          .setScene(new Scene(new VBox(shortened, given, narrow, new Label("another word"), over), 400, 300));
      stage.show();
      List<String> found = CutWords.onScreen();
      stage.hide();
      return found;
    });
    assertEquals(
        List.of("shortened: a word too long for its label", "beyond the edge: a word that goes beyond",
            "over each other: another word / a word over another"),
        cut);
  }

  @Test
  void mistakeInAStyleIsHeard() throws Exception {
    OnScreen.run(() -> {
      Label label = new Label("wrong");
      label.setStyle("-fx-text-fill: -parcelle-no-such-colour;");
      Scene scene = new Scene(new StackPane(label));
      Theme.LIGHT.apply(scene);
      Picture.of(scene);
    });
    assertFalse(warnings.isEmpty());
  }
}
