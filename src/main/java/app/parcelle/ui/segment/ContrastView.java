package app.parcelle.ui.segment;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Contrast;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** How the members spread over a field, each bar above that of everyone; bars are shares of those with a value. */
final class ContrastView extends VBox {
  private static final double BAR = 170;
  private static final double NAMES = 140;

  ContrastView(Desk desk, Contrast contrast) {
    super(8);
    getStyleClass().add("contrast");
    setId("contrast");
    getChildren().add(Parts.label(desk.title(contrast.field()), "heading"));
    if (contrast.bins().isEmpty() || contrast.members() == 0) {
      getChildren().add(Parts.label(desk.text("audience.contrast.none"), "muted"));
      return;
    }
    getChildren().add(new Wrapping(mark("in"), Parts.fixed(desk.text("audience.contrast.members"), "small"),
        mark("of"), Parts.fixed(desk.text("audience.contrast.everyone"), "small")));
    double greatest = contrast.bins()
        .stream()
        .mapToDouble(bin -> Math.max((double) bin.members() / contrast.members(),
            (double) bin.everyone() / contrast.everyone()))
        .max()
        .orElse(1);
    GridPane grid = new GridPane(10, 5);
    for (int row = 0; row < contrast.bins().size(); row++) {
      Contrast.Bin bin = contrast.bins().get(row);
      double in = (double) bin.members() / contrast.members();
      double of = (double) bin.everyone() / contrast.everyone();
      Label name = Parts.given(name(desk, bin));
      name.setPrefWidth(NAMES);
      VBox bars = new VBox(1, bar("in", in / greatest), bar("of", of / greatest));
      bars.setAccessibleText(desk.text("audience.contrast.bin", name.getText(), in, of));
      Label shares = Parts.fixed(desk.text("audience.contrast.shares", in, of), "small", "muted");
      GridPane.setHalignment(shares, HPos.RIGHT);
      grid.addRow(row, name, bars, shares);
    }
    getChildren().add(grid);
  }

  private static Region mark(String style) {
    Region mark = new Region();
    mark.getStyleClass().addAll("contrast-mark", style);
    return mark;
  }

  private static ShareBar bar(String style, double share) {
    ShareBar bar = new ShareBar(BAR, 7);
    bar.getStyleClass().add(style);
    bar.show(share);
    return bar;
  }

  private static String name(Desk desk, Contrast.Bin bin) {
    @Nullable
    Value first = bin.first();
    @Nullable
    Value last = bin.last();
    return first == null
        ? desk.text("audience.contrast.others")
        : last == null
            ? desk.figures().value(first)
            : desk.text("audience.contrast.step", desk.figures().value(first), desk.figures().value(last));
  }
}
