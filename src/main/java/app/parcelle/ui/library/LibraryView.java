package app.parcelle.ui.library;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.ui.library.LibraryViewModel.Order;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** Folders at the left, segments in the middle, what is chosen at the right. */
final class LibraryView extends StackPane {
  private final SegmentList list;
  private final DetailsPanel details;
  private final Subscription following;
  private final Segmented<Order> order;
  private final TextField search = new TextField();
  private final LibraryViewModel model;
  private final MapChangeListener<String, Integer> counted;
  private Set<String> kept = Set.of();

  LibraryView(LibraryViewModel model, Workbench workbench) {
    this.model = model;
    Texts texts = workbench.texts();
    LibraryWays ways = new LibraryWays(workbench);
    Carrying carrying = new Carrying();
    FolderList folders = new FolderList(model, texts, carrying);
    list = new SegmentList(model, texts, carrying, ways);
    details = new DetailsPanel(model, texts, ways);
    search.setId("library-search");
    search.setPromptText(texts.text("library.search"));
    search.setAccessibleText(texts.text("library.search"));
    search.textProperty().bindBidirectional(model.search());
    HBox.setHgrow(search, Priority.ALWAYS);
    order = new Segmented<>(List.of(Order.values()), each -> texts.text(switch (each) {
      case NAME -> "library.order.name";
      case SIZE -> "library.order.size";
      case CHANGED -> "library.order.changed";
    }));
    order.setId("library-order");
    order.valueProperty().bindBidirectional(model.order());
    HBox head = Parts.line(8, Parts.label(texts.text("library.title"), "title"), Parts.gap(),
        Parts.button(texts.text("library.to-overlap"), () -> workbench.go(new Place.Overlap(List.of()))),
        Parts.button(texts.text("library.build"), () -> workbench.go(new Place.Segments(null))));
    VBox centre = new VBox(12, head, Parts.line(8, search, order), list,
        Parts.wrapped(texts.text("library.hint"), "small", "muted"));
    centre.getStyleClass().add("workspace");
    getStyleClass().add("library");
    getChildren().setAll(new BorderPane(centre, null, details, null, folders), carrying.layer());

    list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<SavedSegment>) _ -> chosen());
    counted = _ -> list.refresh();
    model.counts().addListener(counted);
    following = Subscription.combine(folders.follow(), model.present().subscribe(_ -> again()),
        model.deletion().subscribe(_ -> details.show(list.chosen())));
  }

  private void chosen() {
    if (!list.chosen().isEmpty()) {
      kept = list.chosen().stream().map(SavedSegment::id).collect(Collectors.toSet());
    }
    details.show(list.chosen());
  }

  /** The segments have other names, folders or rules: those chosen stay chosen. */
  private void again() {
    Set<String> before = kept;
    list.refresh();
    list.getSelectionModel().clearSelection();
    model.shown()
        .stream()
        .filter(saved -> before.contains(saved.id()))
        .forEach(saved -> list.getSelectionModel().select(saved));
    details.show(list.chosen());
  }

  /** What was arranged anew is chosen again. */
  void refreshed() {
    again();
  }

  /** Another view takes its place. */
  void leave() {
    following.unsubscribe();
    model.counts().removeListener(counted);
    search.textProperty().unbindBidirectional(model.search());
    order.valueProperty().unbindBidirectional(model.order());
  }
}
