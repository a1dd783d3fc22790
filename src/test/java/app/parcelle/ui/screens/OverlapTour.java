package app.parcelle.ui.screens;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.shell.Place;

/** Goes through the screens of saved segments: folders, overlap, split. */
record OverlapTour(Stagehand hand, Project project, Tour.Artist artist) {
  void walk() throws Exception {
    library();
    overlap();
    split();
  }

  private void library() throws Exception {
    List<String> ids = ids();
    hand.does(() -> hand.model().go(new Place.Library()));
    artist.draw("library-plain");
    hand.does(() -> {
      project.organising().move(ids.subList(0, 2), "Newsletters/VIP");
      project.organising().move(ids.subList(2, 3), "Newsletters");
      project.organising().addFolder("Archive");
      project.organising().describe(ids.getFirst(), List.of("2026", "e-mail"), "Before Christmas.");
      hand.model().changed();
    });
    hand.does(() -> list("#library-segments").getSelectionModel().select(0));
    artist.draw("library");
    hand.does(() -> list("#library-segments").getSelectionModel().select(1));
    artist.draw("library-several");
    hand.does(() -> ((TextField) find("#library-search")).setText("nothing of the kind"));
    artist.draw("library-none");
    hand.does(() -> ((TextField) find("#library-search")).clear());
  }

  private void overlap() throws Exception {
    List<String> ids = ids();
    hand.does(() -> hand.model().go(new Place.Overlap(List.of())));
    artist.draw("overlap-empty");
    hand.does(() -> hand.model().go(new Place.Overlap(ids.subList(0, 2))));
    artist.draw("overlap-two");
    hand.does(() -> forms().get(3).fire());
    artist.draw("overlap-rules");
    hand.does(() -> forms().getFirst().fire());
    hand.does(() -> hand.model().go(new Place.Overlap(ids.subList(0, 3))));
    hand.does(() -> ((app.parcelle.ui.chart.SetChart) find("#overlap-chart")).chosenProperty().set(1));
    artist.draw("overlap");
    hand.does(() -> hand.model().go(new Place.Overlap(ids)));
    hand.does(() -> ((app.parcelle.ui.chart.SetChart) find("#overlap-chart")).chosenProperty().set(1));
    artist.draw("overlap-matrix");
    hand.does(() -> forms().get(2).fire());
    artist.draw("overlap-table");
    hand.does(() -> forms().getFirst().fire());
  }

  private void split() throws Exception {
    hand.does(() -> hand.model().go(new Place.Split(ids().getFirst())));
    artist.draw("split-empty");
    hand.does(() -> choose(field -> field instanceof Field.OfCustomer && field.type().isText()));
    artist.draw("split-values");
    hand.does(() -> choose(field -> field instanceof Field.OfTrait && field.type().isNumber()));
    artist.draw("split-ranges");
    hand.does(() -> choose(field -> field instanceof Field.OfCustomer && field.type().isDate()));
    artist.draw("split-too-many");
    hand.does(() -> toggles("#split-way").toList().getLast().fire());
    artist.draw("split-months");
  }

  private void choose(java.util.function.Predicate<Field> which) {
    @SuppressWarnings("unchecked")
    ComboBox<Field> fields = (ComboBox<Field>) find("#split-field");
    fields.setValue(fields.getItems().stream().filter(which).findFirst().orElseThrow());
  }

  private List<String> ids() {
    return project.view().segments().stream().map(SavedSegment::id).limit(12).toList();
  }

  private List<ToggleButton> forms() {
    return toggles("#overlap-form").toList();
  }

  private Stream<ToggleButton> toggles(String selector) {
    return find(selector).lookupAll(".toggle-button").stream().map(ToggleButton.class::cast);
  }

  private ListView<?> list(String selector) {
    return (ListView<?>) find(selector);
  }

  private Node find(String selector) {
    Node found = hand.scene().lookup(selector);
    if (found == null) {
      throw new IllegalStateException("nothing on the screen is " + selector);
    }
    return found;
  }
}
