package app.parcelle.ui.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.ui.shell.Place;

/**
 * Goes through every screen in the states that are worth seeing.
 *
 * @param files a folder of files that can be imported
 */
record Tour(Stagehand hand, Project project, Path files, Artist artist) {
  /** Told when a screen is as it should be seen. */
  interface Artist {
    void draw(String name) throws Exception;
  }

  void walk() throws Exception {
    draw("start");
    hand.opens(project);
    data();
    columns();
    search();
    trouble();
    segments();
    clusters();
    exports();
    importFiles();
  }

  /** The screens of the rail only. */
  void walkTheRail() throws Exception {
    hand.opens(project);
    data();
    segments();
    clusters();
    exports();
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
    hand.does(() -> hand.model().go(new Place.Data(all)));
    draw("import");
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
  }

  private void clusters() throws Exception {
    hand.does(() -> hand.model().go(new Place.Clusters()));
    draw("clusters");
    hand.does(() -> press("#find-first"));
    draw("clusters-found");
  }

  private void exports() throws Exception {
    List<String> all = project.view().segments().stream().map(SavedSegment::id).toList();
    hand.does(() -> hand.model().go(new Place.Exports(all)));
    draw("exports");
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

  private void press(String selector) {
    ((ButtonBase) find(selector)).fire();
  }
}
