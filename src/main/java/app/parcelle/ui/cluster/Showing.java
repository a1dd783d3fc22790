package app.parcelle.ui.cluster;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import app.parcelle.ui.chart.ChartFrame;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.dialog.FileDialogs;

/** What all diagrams are made from: clusters that were found, the words for them, and where pictures are saved. */
record Showing(ClusterViewModel model, ClusterWords words, Found found, FileDialogs files) {
  /** A chart with its title, table and pictures, on a card. */
  ChartFrame frame(String id, String title, Region chart, Supplier<ChartRows> rows, Node... tools) {
    ChartFrame frame = new ChartFrame(id, title, chart, rows, words.text("clusters.picture", title),
        words.texts(), files, model.after().complain(), tools);
    frame.getStyleClass().add("card");
    return frame;
  }

  /** What each cluster is called, from cluster 1 on. */
  List<String> names() {
    return IntStream.rangeClosed(1, found.result().k()).mapToObj(c -> words.name(model, c)).toList();
  }
}
