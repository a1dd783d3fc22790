package app.parcelle.ui.cluster;

import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.algorithm.Partition.Detail;
import app.parcelle.ui.chart.ChartFrame;
import app.parcelle.ui.theme.Parts;

/** The diagrams of analysts, one a tab, made when they are first looked at. */
final class DiagramsPane extends TabPane {
  /** What there is to look at. */
  private enum Diagram {
    MAP, CHOICE, SILHOUETTE, PROFILES, PARALLEL, RADAR, BOXES, TREE, RADIUS, CROSSING, MEASURES, COMPARE, PERIODS
  }

  private final Showing showing;
  private final Set<Tab> outdated = new HashSet<>();
  /** Charts have the names of the clusters: they are drawn again when they are next looked at. */
  private final InvalidationListener renamed = _ -> getTabs().stream()
      .filter(tab -> tab.getUserData() != Diagram.MAP)
      .forEach(outdated::add);

  DiagramsPane(Showing showing) {
    this.showing = showing;
    ClusterViewModel model = showing.model();
    getStyleClass().add("diagrams");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    for (Diagram diagram : Diagram.values()) {
      if (fits(diagram)) {
        getTabs().add(tab(diagram));
      }
    }
    getTabs().stream()
        .filter(tab -> tab.getId().equals(model.diagram().get()))
        .findFirst()
        .ifPresent(getSelectionModel()::select);
    model.names().forEach(name -> name.addListener(new WeakInvalidationListener(renamed)));
    getSelectionModel().selectedItemProperty().subscribe(tab -> {
      if (tab != null) {
        model.diagram().set(tab.getId());
        if (outdated.remove(tab) || tab.getContent() == null) {
          tab.setContent(content((Diagram) tab.getUserData()));
        }
      }
    });
  }

  /** Whether there is anything to see. */
  private boolean fits(Diagram diagram) {
    Found found = showing.found();
    int k = found.result().k();
    return switch (diagram) {
      case MAP, MEASURES, COMPARE -> true;
      case CHOICE -> found.result().choice() != null;
      case SILHOUETTE, PERIODS -> k > 1;
      case PROFILES -> k > 0;
      case PARALLEL -> k > 0 && found.numbers().size() > 1;
      case RADAR -> k > 0 && RadarPane.spokes(found).size() >= RadarPane.LEAST;
      case BOXES -> k > 0 && !found.numbers().isEmpty();
      case TREE -> detail(Detail.Tree.class).isPresent();
      case RADIUS -> detail(Detail.Radius.class).isPresent();
      case CROSSING -> k > 0 && !CrossingPane.fields(showing.model()).isEmpty();
    };
  }

  private <D extends Detail> Optional<D> detail(Class<D> kind) {
    return showing.found()
        .result()
        .partition()
        .details()
        .stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private Tab tab(Diagram diagram) {
    String id = diagram.name().toLowerCase(Locale.ROOT);
    // keys: clusters.diagram.*
    Tab tab = new Tab(showing.words().text("clusters.diagram." + id));
    tab.setId("diagram-" + id);
    tab.setUserData(diagram);
    return tab;
  }

  private Region content(Diagram diagram) {
    return switch (diagram) {
      case MAP -> new MapPane(showing);
      case CHOICE -> choice();
      case SILHOUETTE -> new SilhouettePane(showing);
      case PROFILES -> new ProfilePane(showing);
      case PARALLEL -> new ParallelPane(showing);
      case RADAR -> new RadarPane(showing);
      case BOXES -> new BoxesPane(showing);
      case TREE -> new TreePane(showing, detail(Detail.Tree.class).orElseThrow().dendrogram());
      case RADIUS -> radius(detail(Detail.Radius.class).orElseThrow());
      case CROSSING -> new CrossingPane(showing);
      case MEASURES -> Parts.scrolling(new MeasuresPane(showing), 12);
      case COMPARE -> Parts.scrolling(new ComparePane(showing), 12);
      case PERIODS -> Parts.scrolling(new PeriodsPane(showing), 12);
    };
  }

  private Region choice() {
    return new ChoicePane(showing, Objects.requireNonNull(showing.found().result().choice()));
  }

  private Region radius(Detail.Radius radius) {
    ClusterWords words = showing.words();
    RadiusChart chart = new RadiusChart(radius, words);
    ChartFrame frame = showing.frame("radius", words.text("clusters.radius"), chart, chart::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    return new VBox(8, frame,
        Parts.wrapped(words.text("clusters.radius.what", radius.minPoints()), "muted", "small"));
  }
}
