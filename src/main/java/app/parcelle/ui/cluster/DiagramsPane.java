package app.parcelle.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

import app.parcelle.ui.theme.Parts;

/** The diagrams of analysts, one a tab, made when they are first looked at. */
final class DiagramsPane extends TabPane {
  /** What there is to look at. */
  private enum Diagram {
    MAP, CHOICE, SILHOUETTE, PROFILES, COMPARE, PERIODS
  }

  private final Showing showing;
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final Found found;

  DiagramsPane(Showing showing) {
    this.showing = showing;
    this.model = showing.model();
    this.words = showing.words();
    this.found = showing.found();
    getStyleClass().add("diagrams");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    for (Diagram diagram : diagrams()) {
      getTabs().add(tab(diagram));
    }
    getTabs().stream()
        .filter(tab -> tab.getId().equals(model.diagram().get()))
        .findFirst()
        .ifPresent(getSelectionModel()::select);
    getSelectionModel().selectedItemProperty().subscribe(tab -> {
      if (tab != null) {
        model.diagram().set(tab.getId());
        if (tab.getContent() == null) {
          tab.setContent(content((Diagram) tab.getUserData()));
        }
      }
    });
  }

  private List<Diagram> diagrams() {
    List<Diagram> diagrams = new ArrayList<>(List.of(Diagram.values()));
    if (found.result().choice() == null) {
      diagrams.remove(Diagram.CHOICE);
    }
    if (found.result().k() < 2) {
      diagrams.removeAll(List.of(Diagram.SILHOUETTE, Diagram.PERIODS));
    }
    return diagrams;
  }

  private Tab tab(Diagram diagram) {
    String id = diagram.name().toLowerCase(Locale.ROOT);
    // keys: clusters.diagram.*
    Tab tab = new Tab(words.text("clusters.diagram." + id));
    tab.setId("diagram-" + id);
    tab.setUserData(diagram);
    return tab;
  }

  private Region content(Diagram diagram) {
    return switch (diagram) {
      case MAP -> new MapPane(model, words, found);
      case CHOICE -> Parts.scrolling(new ChoicePane(model, words), 12);
      case SILHOUETTE -> new SilhouettePane(model, words, found);
      case PROFILES -> new ProfilePane(model, words, found);
      case COMPARE -> Parts.scrolling(new ComparePane(showing), 12);
      case PERIODS -> Parts.scrolling(new PeriodsPane(showing), 12);
    };
  }
}
