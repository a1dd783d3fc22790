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
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleProject;
import app.parcelle.engine.sample.SampleRequest;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.Picture;
import app.parcelle.ui.theme.Theme;

class StyleSheetsTest {
  private static final Logger EVERYTHING = Logger.getLogger("");

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
  void listen() {
    EVERYTHING.addHandler(ear);
  }

  @AfterEach
  void stopListening() {
    EVERYTHING.removeHandler(ear);
  }

  @Test
  void noScreenHasAStyleThatIsNotUnderstood() throws Exception {
    Path files = Files.createDirectories(folder.resolve("files"));
    SampleFiles.write(new SampleRequest(500, 10_000, Language.ENGLISH.locale(), 42), files,
        JobContext.silent());
    try (Project project = SampleProject.create(folder.resolve("shop.parcelle"), Language.ENGLISH.locale(),
        JobContext.silent())) {
      for (Theme theme : Theme.values()) {
        Stagehand hand = Stagehand.open(folder.resolve(theme.id()), Language.ENGLISH, theme);
        new Tour(hand, project, files, _ -> OnScreen.call(() -> Picture.of(hand.scene()))).walk();
        hand.leave();
      }
    }
    assertEquals(List.of(), warnings);
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
