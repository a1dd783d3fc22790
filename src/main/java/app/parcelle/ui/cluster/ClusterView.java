package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/**
 * The screen: fields at the left; in the middle one card a cluster in plain words or, for analysts, the diagrams, with the cards
 * at the right.
 */
final class ClusterView extends HBox {
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final FileDialogs files;
  private final Runnable toData;
  private final StackPane middle = new StackPane();
  private final VBox right = new VBox(10);
  private @Nullable Found shown;
  private boolean shownToAnalyst;

  /**
   * @param files where pictures are saved
   * @param toData leads to where data is imported
   */
  ClusterView(ClusterViewModel model, ClusterWords words, FileDialogs files, Runnable toData) {
    this.model = model;
    this.words = words;
    this.files = files;
    this.toData = toData;
    getStyleClass().add("clusters");
    middle.getStyleClass().add("workspace");
    HBox.setHgrow(middle, Priority.ALWAYS);
    right.getStyleClass().add("side-panel");
    InvalidationListener change = _ -> build();
    model.found().addListener(change);
    model.analyst().addListener(change);
    model.importance().open().addListener(change);
    model.setup().fields().addListener((InvalidationListener) _ -> {
      boolean none = model.setup().fields().isEmpty();
      if (getChildren().isEmpty() || none != (getChildren().size() == 1)) {
        build();
      }
    });
    model.running().addListener(change);
    build();
  }

  private void build() {
    Found found = model.found().get();
    if (model.setup().fields().isEmpty()) {
      middle.getChildren().setAll(noData());
      getChildren().setAll(middle);
      return;
    }
    if (getChildren().size() < 2) {
      getChildren().setAll(new FieldsPane(model, words), middle);
    }
    if (model.analyst().get() && model.importance().open().get()) {
      getChildren().remove(right);
      shown = null;
      if (middle.getChildren().stream().noneMatch(ImportancePane.class::isInstance)) {
        middle.getChildren().setAll(new ImportancePane(model.importance(), words));
      }
      return;
    }
    if (found == null) {
      getChildren().remove(right);
      middle.getChildren().setAll(model.running().get() ? working() : start());
      return;
    }
    boolean analyst = model.analyst().get();
    if (!found.equals(shown) || analyst != shownToAnalyst || middle.getChildren().isEmpty()) {
      show(found, analyst);
    }
    while (middle.getChildren().size() > 1) {
      middle.getChildren().removeLast();
    }
    if (model.running().get()) {
      middle.getChildren().add(working());
    }
  }

  private void show(Found found, boolean analyst) {
    shown = found;
    shownToAnalyst = analyst;
    String chart = focusedChart();
    getChildren().remove(right);
    VBox content = new VBox(12, heading(found));
    if (analyst) {
      DiagramsPane diagrams = new DiagramsPane(new Showing(model, words, found, files));
      VBox.setVgrow(diagrams, Priority.ALWAYS);
      content.getChildren()
          .addAll(new DiagramChoice(diagrams), diagrams, new SelectionBar(model, words, found));
      right.getChildren()
          .setAll(Parts.label(words.text("clusters.cards"), "heading"),
              Parts.scrolling(new VBox(10, cards(found).toArray(ClusterCard[]::new)), 14));
      getChildren().add(right);
    } else {
      var overview = new OverviewPane(model, words, found, cards(found));
      VBox.setVgrow(overview, Priority.ALWAYS);
      content.getChildren().add(overview);
    }
    middle.getChildren().setAll(content);
    if (chart != null) {
      middle.applyCss();
      middle.layout();
      Node again = middle.lookup(chart);
      if (again != null) {
        again.requestFocus();
      }
    }
  }

  /** Where a number of clusters was chosen by keyboard, the next one can be. */
  private @Nullable String focusedChart() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    return Stream.of(".k-choice-chart", ".dendrogram-plot")
        .filter(chart -> focused != null && focused.equals(middle.lookup(chart)))
        .findFirst()
        .orElse(null);
  }

  private List<ClusterCard> cards(Found found) {
    return found.result()
        .portraits()
        .stream()
        .map(p -> new ClusterCard(new Showing(model, words, found, files), p, model.analyst().get()))
        .toList();
  }

  private VBox heading(Found found) {
    Segmented<Boolean> mode = new Segmented<>(List.of(false, true),
        analyst -> words.text(analyst ? "clusters.mode.analyst" : "clusters.mode.plain"));
    mode.setId("cluster-mode");
    mode.valueProperty().set(model.analyst().get());
    mode.valueProperty().addListener((_, _, analyst) -> model.analyst().set(analyst));
    mode.setAccessibleText(words.text("clusters.mode.what"));
    HBox line = Parts.line(10, Parts.fixed(words.text("clusters.title", found.result().k()), "title"),
        Parts.gap());
    VBox heading = new VBox(2, line, Parts.wrapped(words.whoTookPart(found), "muted"));
    if (found.result().k() > 0) {
      line.getChildren()
          .add(new PersonaPrint(model, words.texts(), files).button(found, model.analyst().get()));
    }
    line.getChildren().addAll(kept(heading), mode);
    return heading;
  }

  /** What is asked about a clustering that is kept is asked at the end of where its menu is. */
  private KeptMenu kept(VBox around) {
    List<Node> asked = new ArrayList<>();
    return new KeptMenu(model, words, line -> {
      around.getChildren().removeAll(asked);
      asked.clear();
      if (line != null) {
        asked.add(line);
        around.getChildren().add(line);
      }
    });
  }

  private VBox noData() {
    Button data = new Button(words.text("clusters.empty.data"));
    data.getStyleClass().add("accent");
    data.setOnAction(_ -> toData.run());
    return empty(Feather.DATABASE, "clusters.empty.title", "clusters.empty.what", data);
  }

  private VBox start() {
    Button find = new Button(words.text("clusters.find"));
    find.setId("find-first");
    find.getStyleClass().add("accent");
    find.setDefaultButton(true);
    find.setOnAction(_ -> model.find());
    VBox start = empty(Feather.SHARE_2, "clusters.start.title", "clusters.start.what", find);
    Button analyst = Parts.button(words.text("clusters.mode.analyst"),
        () -> model.analyst().set(!model.analyst().get()), "quiet");
    analyst.setId("analyst-first");
    start.getChildren().addAll(analyst, kept(start));
    return start;
  }

  private VBox empty(Feather icon, String title, String what, Button next) {
    var explained = Parts.wrapped(words.text(what), "muted");
    explained.setMaxWidth(460);
    explained.setTextAlignment(TextAlignment.CENTER);
    VBox empty = new VBox(12, new FontIcon(icon), Parts.label(words.text(title), "title"), explained, next);
    empty.getStyleClass().add("empty-state");
    return empty;
  }

  private Waiting working() {
    var working = new Waiting(words.text("clusters.working"), model.progress(), words, "cancel-clusters",
        model::cancel);
    VBox.setVgrow(working, Priority.ALWAYS);
    return working;
  }
}
