package app.parcelle.ui.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.ui.segment.EveryQuestion;
import app.parcelle.ui.shell.Place;

/**
 * Goes through every screen in the states that are worth seeing.
 *
 * @param files a folder of files that can be imported
 */
record Tour(Stagehand hand, Project project, Path files, Artist artist) {
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

  /** Told when a screen is as it should be seen. */
  interface Artist {
    void draw(String name) throws Exception;
  }

  void walk() throws Exception {
    draw("start");
    hand.does(() -> hand.model()
        .remember(hand.model()
            .settings()
            .get()
            .used(files.resolve("gone.parcelle"), Instant.EPOCH)
            .used(project.file(), Instant.EPOCH)
            .pinned(project.file(), true)));
    draw("start-recent");
    // on the plainest screen, as it takes the window's root away for a while, and with it all that styles look up
    new ChartsTour(hand, artist).walk();
    hand.opens(project);
    data();
    columns();
    profile();
    search();
    trouble();
    segments();
    everyQuestion();
    new MapTour(this).walk();
    new OverlapTour(hand, project, artist).walk();
    clusters();
    value();
    exports();
    sheets();
    importFiles();
    new IntakeTour(hand, files.resolveSibling("more"), artist).walk();
  }

  /** The screens of the rail only. */
  void walkTheRail() throws Exception {
    hand.opens(project);
    data();
    profile();
    segments();
    clusters();
    hand.does(() -> hand.model().go(new Place.Value()));
    draw("value");
    exports();
  }

  /** The screen of clusters only. */
  void walkTheClusters() throws Exception {
    hand.opens(project);
    clusters();
  }

  private void data() throws Exception {
    hand.does(() -> hand.model().go(new Place.Data(List.of())));
    draw("data");
  }

  private void columns() throws Exception {
    hand.does(() -> ((TableView<?>) find("#columns")).getSelectionModel().select(5));
    draw("data-column");
    hand.does(() -> press("#table-t2"));
    hand.does(() -> ((TableView<?>) find("#columns")).getSelectionModel().select(5));
    draw("data-orders");
    hand.does(() -> ((TextInputControl) find("#rule")).setText("total of everything"));
    hand.does(() -> press("#apply-rule"));
    draw("data-rule-refused");
  }

  private void profile() throws Exception {
    hand.does(() -> hand.model().go(new Place.Profile("t1")));
    draw("profile");
    hand.does(() -> toggles("#profile-order").toList().get(2).fire());
    draw("profile-worst");
    hand.does(() -> ((TextField) find("#profile-filter")).setText("no such column"));
    draw("profile-none");
    hand.does(() -> ((TextField) find("#profile-filter")).clear());
    hand.does(() -> toggles("#profile-order").findFirst().orElseThrow().fire());
    hand.does(() -> hand.model().go(new Place.Profile("t2")));
    draw("profile-orders");
    hand.does(() -> toggles("#profile-sides").toList().get(1).fire());
    draw("profile-pairs");
    hand.does(() -> toggles("#profile-form").toList().get(1).fire());
    hand.does(() -> ((TableView<?>) find("#profile-pairs")).getSelectionModel().select(0));
    draw("profile-pairs-table");
    hand.does(() -> ((TableView<?>) find("#profile-pairs")).getSelectionModel().select(1));
    draw("profile-pair-boxes");
    hand.does(() -> ((TableView<?>) find("#profile-pairs")).getSelectionModel().select(3));
    draw("profile-pair-cloud");
    hand.does(() -> toggles("#profile-sides").findFirst().orElseThrow().fire());
  }

  private void search() throws Exception {
    hand.does(() -> {
      TextField field = (TextField) find("#command-field");
      field.requestFocus();
      field.setText("re");
    });
    draw("search");
    hand.does(() -> ((TextField) find("#command-field")).clear());
    hand.does(() -> hand.scene().getRoot().requestFocus());
  }

  private void trouble() throws Exception {
    hand.does(() -> hand.model().complain(new IllegalStateException()));
    draw("trouble");
    hand.does(() -> press("#close-trouble"));
  }

  private void importFiles() throws Exception {
    List<Path> all;
    try (Stream<Path> found = Files.list(files)) {
      all = found.filter(file -> file.toString().endsWith(".csv") && !file.endsWith("truth.csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    hand.does(() -> hand.model().waysIn().bring(all));
    draw("import");
    ToggleButton orders = toggles("#files-to-import")
        .filter(file -> file.getText().matches("(orders|commandes).*"))
        .findFirst()
        .orElseThrow();
    hand.does(orders::fire);
    draw("import-orders");
    hand.does(() -> press("#start-import"));
    draw("import-report");
    hand.does(() -> press("#see-tables"));
    hand.does(hand.model()::undoProject);
  }

  private void segments() throws Exception {
    hand.does(() -> hand.model().go(new Place.Segments(null)));
    draw("segments");
    hand.does(() -> hand.model().go(new Place.Segments(project.view().segments().getFirst().segment())));
    draw("segments-saved");
    hand.does(() -> press("#show-sql"));
    drawPopup("segments-sql");
    audience();
  }

  /** The members as a table, why one of them is in, how all of them spread, and what the field at the top finds. */
  private void audience() throws Exception {
    hand.does(() -> ((ComboBox<?>) find("#movement .combo-box")).getSelectionModel().select(2));
    hand.does(() -> toggles("#builder-sides").toList().get(1).fire());
    draw("segments-members");
    hand.does(() -> ((ButtonBase) find(".apart-name")).fire());
    drawPopup("segments-contrast");
    hand.does(() -> toggles("#builder-sides").findFirst().orElseThrow().fire());
    hand.does(() -> hand.model().go(new Place.Why("C0000001")));
    hand.does(() -> ((ComboBox<?>) popup().lookup("#why .combo-box")).getSelectionModel().select(2));
    drawPopup("segments-why");
    hand.does(() -> {
      TextField field = (TextField) find("#command-field");
      field.requestFocus();
      field.setText("c00001");
    });
    draw("search-customers");
    hand.does(() -> ((TextField) find("#command-field")).clear());
    hand.does(() -> hand.scene().getRoot().requestFocus());
  }

  /** What hangs over the window is drawn by itself, and goes. */
  void drawPopup(String name) throws Exception {
    hand.over(popup());
    draw(name);
    hand.does(() -> popup().getWindow().hide());
    hand.over(null);
  }

  Scene popup() {
    return Window.getWindows()
        .stream()
        .filter(PopupWindow.class::isInstance)
        .filter(window -> window.getScene().lookup(".bubble") != null)
        .findFirst()
        .orElseThrow()
        .getScene();
  }

  /** All operators and editors at once. */
  private void everyQuestion() throws Exception {
    hand.does(() -> hand.model().go(new Place.Segments(EveryQuestion.of(project.fields(), TODAY))));
    draw("segments-all");
    hand.does(() -> hand.model().go(new Place.Segments(EveryQuestion.ofEvents(project.fields()))));
    draw("segments-events");
    SavedSegment first = project.view().segments().getFirst();
    FieldRef other = new FieldRef(first.segment().name(), first.id());
    hand.does(() -> hand.model().go(new Place.Segments(EveryQuestion.ofPeople(project.fields(), other))));
    draw("segments-sequence");
  }

  private void clusters() throws Exception {
    hand.does(() -> hand.model().go(new Place.Clusters()));
    draw("clusters");
    hand.does(() -> press("#find-first"));
    draw("clusters-found");
    hand.does(() -> press("#make-segment-1"));
    draw("clusters-members");
    hand.does(() -> toggles("#segment-how").toList().getLast().fire());
    hand.does(() -> press("#rule-disagreements"));
    draw("clusters-rule");
    hand.does(() -> toggles("#cluster-mode").toList().getLast().fire());
    for (String tab : List.copyOf(diagrams().getTabs()).stream().map(Tab::getId).toList()) {
      look(tab);
    }
    look("diagram-map");
    hand.does(() -> toggles("#map-way").toList().get(1).fire());
    draw("clusters-tsne");
    hand.does(() -> toggles("#map-way").toList().get(3).fire());
    draw("clusters-fields");
    hand.does(() -> toggles("#map-way").toList().get(4).fire());
    draw("clusters-places");
    hand.does(() -> press("#field-importance"));
    draw("clusters-importance");
    hand.does(() -> press("#close-importance"));
    open("diagram-silhouette");
    hand.does(() -> press("#select-astray"));
    for (String tab : List.of("silhouette", "profiles", "radar", "boxes", "crossing")) {
      open("diagram-" + tab);
      draw("clusters-selected-" + tab);
    }
    clustersBy("hierarchical", "diagram-tree");
    clustersBy("dbscan", "diagram-radius");
  }

  private void clustersBy(String method, String tab) throws Exception {
    hand.does(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<String> methods = (ComboBox<String>) find("#cluster-method");
      methods.setValue(method);
    });
    hand.does(() -> press("#find-clusters"));
    look(tab);
  }

  private void look(String tab) throws Exception {
    open(tab);
    draw("clusters-" + tab);
  }

  private void open(String tab) throws Exception {
    hand.does(() -> diagrams().getTabs()
        .stream()
        .filter(one -> one.getId().equals(tab))
        .findFirst()
        .ifPresent(diagrams().getSelectionModel()::select));
  }

  private TabPane diagrams() {
    return (TabPane) find(".diagrams");
  }

  private void value() throws Exception {
    hand.does(() -> hand.model().go(new Place.Value()));
    draw("value");
    hand.does(() -> toggles("#rfm-shade").toList().get(1).fire());
    hand.does(() -> press("#edit-bounds"));
    draw("value-bounds");
    hand.does(() -> press("#rfm-tables"));
    draw("value-tables");
    hand.does(() -> press("#rfm-tables"));
    hand.does(() -> ((MenuButton) find("#value-edges")).getItems().getLast().fire());
    draw("value-own-edges");
    hand.does(() -> ((MenuButton) find("#value-edges")).getItems().getFirst().fire());
    hand.does(() -> toggles("#rfm-shade").findFirst().orElseThrow().fire());
  }

  private void exports() throws Exception {
    List<String> all = project.view().segments().stream().map(SavedSegment::id).toList();
    hand.does(() -> hand.model().go(new Place.Exports(all)));
    draw("exports");
  }

  private void sheets() throws Exception {
    List<ToggleButton> sheets = toggles("#sheets").toList();
    hand.does(sheets.get(1)::fire);
    draw("exports-summary");
    hand.does(sheets.get(2)::fire);
    draw("exports-definition");
  }

  private void draw(String name) throws Exception {
    artist.draw(name);
  }

  private Node find(String selector) {
    Node found = hand.scene().lookup(selector);
    if (found == null) {
      throw new IllegalStateException("nothing on the screen is " + selector);
    }
    return found;
  }

  private Stream<ToggleButton> toggles(String selector) {
    return find(selector).lookupAll(".toggle-button").stream().map(ToggleButton.class::cast);
  }

  void press(String selector) {
    ((ButtonBase) find(selector)).fire();
  }
}
