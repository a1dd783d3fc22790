package app.parcelle.ui.cluster;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import app.parcelle.engine.cluster.algorithm.Dendrogram;
import app.parcelle.ui.chart.DendrogramPlot;
import app.parcelle.ui.theme.Parts;

/** In which order groups were joined; once the line has come to rest, the clusters are those below it. */
final class TreePane extends VBox {
  private static final Duration REST = Duration.millis(600);

  TreePane(Showing showing, Dendrogram tree) {
    super(8);
    ClusterWords words = showing.words();
    int k = showing.found().result().k();
    String title = words.text("clusters.tree");
    DendrogramPlot plot = new DendrogramPlot(title, tree.leaves(), tree.left(), tree.right(), tree.height(),
        sizes(tree), k, words::one, showing.model().picked(), words.texts());
    PauseTransition rest = new PauseTransition(REST);
    rest.setOnFinished(_ -> {
      if (plot.clusters() != k && showing.found().equals(showing.model().found().get())) {
        showing.model().choose(plot.clusters());
      }
    });
    plot.whenCut((clusters, _) -> {
      rest.stop();
      if (clusters != k && clusters > 1) {
        rest.playFromStart();
      }
    });
    var frame = showing.frame("tree", title, plot, plot::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    getChildren().setAll(frame, Parts.wrapped(words.text("clusters.tree.what"), "muted", "small"));
  }

  private static int[] sizes(Dendrogram tree) {
    int[] sizes = new int[tree.leaves()];
    for (int leaf : tree.leafOfRow()) {
      sizes[leaf]++;
    }
    return sizes;
  }
}
