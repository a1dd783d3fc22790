package app.parcelle.ui.screens;

import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleCopy;
import app.parcelle.ui.FrameWatch;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.theme.Theme;

/** Someone at a workbench in a window, which answers within a frame. */
abstract class Journey {
  @RegisterExtension
  final FrameWatch watch = new FrameWatch();

  @TempDir
  Path folder;

  Stagehand hand;
  Person person;

  /** Opens the workbench without a project. */
  final void starts(Language language) throws Exception {
    hand = watch.warmUp(() -> Stagehand.open(folder.resolve("settings"), language, Theme.LIGHT));
    person = new Person(hand);
  }

  /** Opens the workbench with the sample, which it returns. */
  final Project startsWithSample(Language language) throws Exception {
    Project sample = SampleCopy.open(folder.resolve("shop.parcelle"), language.locale());
    starts(language);
    first(() -> hand.opens(sample));
    return sample;
  }

  /** The project that is open. */
  final Project project() {
    return Objects.requireNonNull(hand.model().open().get());
  }

  /** What is drawn for the first time may take longer than a frame. */
  final void first(Act act) throws Exception {
    watch.warmUp(() -> {
      act.done();
      return true;
    });
  }

  /** What a person does. */
  interface Act {
    void done() throws Exception;
  }

  /** The number that a text says. */
  static int number(String text) {
    return Integer.parseInt(text.replaceAll("\\D", ""));
  }

  @AfterEach
  final void leave() throws Exception {
    if (hand != null) {
      Project project = OnScreen.<@Nullable Project>call(() -> hand.model().open().get());
      hand.leave();
      if (project != null) {
        project.close();
      }
    }
  }
}
