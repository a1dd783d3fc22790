package app.parcelle.ui.segment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.ui.segment.Card.Row;

/** The clusters of a saved clustering as buttons to press. */
final class ClusterEditor implements ValueEditor {
  private final HBox buttons = new HBox(4);
  private Row row;

  /** @param clusters how many there are */
  ClusterEditor(Desk desk, int clusters, Row row, Edits edits) {
    this.row = row;
    for (int cluster = 1; cluster <= clusters; cluster++) {
      int number = cluster;
      ToggleButton button = new ToggleButton(String.valueOf(cluster));
      button.setAccessibleText(desk.text("builder.cluster.number", cluster));
      button.setOnAction(_ -> {
        InCluster test = (InCluster) this.row.test();
        Set<Integer> chosen = new TreeSet<>(test.clusters());
        if (!chosen.remove(number)) {
          chosen.add(number);
        }
        edits.replace(new Row(this.row.id(), new InCluster(test.clustering(), chosen), Set.of()), false);
      });
      buttons.getChildren().add(button);
    }
    show(row);
  }

  @Override
  public List<Node> parts() {
    return List.of(buttons);
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof InCluster test)) {
      return false;
    }
    row = now;
    for (int i = 0; i < buttons.getChildren().size(); i++) {
      ((ToggleButton) buttons.getChildren().get(i)).setSelected(test.clusters().contains(i + 1));
    }
    return true;
  }
}
