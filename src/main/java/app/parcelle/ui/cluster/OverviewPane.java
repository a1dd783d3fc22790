package app.parcelle.ui.cluster;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.ui.theme.Parts;

/** The plain view: what was found in a sentence, and one card a cluster. */
final class OverviewPane extends VBox {
  OverviewPane(ClusterViewModel model, ClusterWords words, Found found, List<ClusterCard> cards) {
    setSpacing(12);
    VBox content = new VBox(new CardGrid(cards));
    content.setPadding(new Insets(0, 0, 12, 0));
    getChildren().setAll(verdict(words, found), Parts.scrolling(content, 14));
  }

  private static Region verdict(ClusterWords words, Found found) {
    Choice choice = found.result().choice();
    if (choice == null) {
      return Parts.notice("found", Parts.wrapped(words.text("clusters.verdict.found", found.result().k())));
    }
    return recommendation(words, choice);
  }

  /** Which number of clusters is recommended and why. */
  static VBox recommendation(ClusterWords words, Choice choice) {
    boolean clear = choice.recommended().isPresent();
    return Parts.notice(clear ? "found" : "warning",
        Parts.wrapped(clear
            ? words.text("clusters.recommended", choice.recommended().getAsInt())
            : words.text("clusters.recommended.none"), "heading"),
        Parts.wrapped(words.text(choice.reason())));
  }
}
