package app.parcelle.ui.screens;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleProject;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.theme.Theme;

/** Draws the comparison of methods and of periods alone, to {@code <folder>/<language>-<theme>/<picture>.png}. */
public final class ComparePictures {
  private final Stagehand hand;
  private final Path folder;

  private ComparePictures(Stagehand hand, Path folder) {
    this.hand = hand;
    this.folder = folder;
  }

  /** @param arguments the folder to write to, then pairs such as {@code fr-light} */
  public static void main(String[] arguments) throws Exception {
    Set<String> wanted = Set.of(arguments);
    Path work = Files.createTempDirectory("parcelle-compare");
    try {
      for (Language language : Language.values()) {
        for (Theme theme : Theme.values()) {
          String name = language.id() + "-" + theme.id();
          if (wanted.contains(name)) {
            Locale locale = language.locale();
            Path shop = Files.createDirectories(work.resolve(name));
            try (Project project = SampleProject.create(shop.resolve("shop.parcelle"), locale,
                JobContext.silent())) {
              Stagehand hand = Stagehand.open(shop.resolve("settings"), language, theme);
              new ComparePictures(hand, Path.of(arguments[0]).resolve(name)).walk(project);
              hand.leave();
            }
          }
        }
      }
    } finally {
      Platform.exit();
      ScreenPictures.delete(work);
    }
  }

  private void walk(Project project) throws Exception {
    hand.opens(project);
    hand.does(() -> hand.model().go(new Place.Clusters()));
    hand.does(() -> press("#find-first"));
    hand.does(() -> hand.scene()
        .getRoot()
        .lookupAll("#cluster-mode .toggle-button")
        .stream()
        .map(ToggleButton.class::cast)
        .toList()
        .getLast()
        .fire());
    select("diagram-compare");
    draw("compare-empty");
    hand.does(() -> press("#compare-methods"));
    draw("compare");
    select("diagram-periods");
    draw("periods-empty");
    hand.does(() -> press("#since-6"));
    draw("periods");
  }

  private void select(String id) throws Exception {
    TabPane diagrams = (TabPane) find(".diagrams");
    Tab tab = diagrams.getTabs().stream().filter(t -> id.equals(t.getId())).findFirst().orElseThrow();
    hand.does(() -> diagrams.getSelectionModel().select(tab));
  }

  private Node find(String selector) {
    return hand.scene().getRoot().lookup(selector);
  }

  private void press(String selector) {
    ((Button) find(selector)).fire();
  }

  private void draw(String name) throws Exception {
    Path picture = folder.resolve(name + ".png");
    List<String> cut = hand.draw(picture);
    System.out.println(picture + (cut.isEmpty() ? "" : "  cut: " + cut));
  }
}
