package app.parcelle.ui.overlap;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.overlap.Pair;
import app.parcelle.engine.project.SegmentOverlap;
import app.parcelle.ui.theme.Parts;

/** The chosen region and what can be done with it; below, what each two of the segments share. */
final class RegionPanel extends VBox {
  private static final int PAIRS = 12;

  private final OverlapViewModel model;
  private final OverlapWords words;

  RegionPanel(OverlapViewModel model, OverlapWords words) {
    super(12);
    this.model = model;
    this.words = words;
    getStyleClass().add("side-panel");
  }

  Subscription follow() {
    return Subscription.combine(model.found().subscribe(_ -> build()),
        model.region().subscribe(_ -> build()));
  }

  private void build() {
    SegmentOverlap found = model.found().get();
    if (found == null) {
      getChildren().setAll(Parts.wrapped(words.text("overlap.panel.empty"), "muted"));
      return;
    }
    VBox content = new VBox(12);
    int set = model.region().get();
    content.getChildren().addAll(set == OverlapViewModel.NONE ? whole(found) : region(found, set));
    content.getChildren().addAll(Parts.label(words.text("overlap.pairs"), "section-label"), pairs(found));
    getChildren().setAll(Parts.scrolling(content, 16));
  }

  private List<Node> whole(SegmentOverlap found) {
    Overlap overlap = found.overlap();
    return List.of(Parts.label(words.text("overlap.union"), "section-label"),
        Parts.label(words.count(overlap.union()), "large-figure"),
        Parts.wrapped(words.text("overlap.union.of", overlap.union() + overlap.outside(), overlap.outside()),
            "muted"),
        Parts.button(words.text("overlap.outside"), () -> model.region().set(0), "link"),
        Parts.wrapped(words.text("overlap.panel.click"), "muted"));
  }

  private List<Node> region(SegmentOverlap found, int set) {
    Overlap overlap = found.overlap();
    int count = overlap.count(set);
    VBox segments = new VBox(4);
    for (int i = 0; i < found.segments().size(); i++) {
      segments.getChildren().add(mark(OverlapWords.name(found, i), (set >> i & 1) != 0));
    }
    Button make = Parts.button(words.text("overlap.make"),
        () -> model.makeSegment(words.regionName(found, set)),
        "accent");
    make.setId("overlap-make");
    make.setMaxWidth(Double.MAX_VALUE);
    Label sentence = Parts.wrapped(words.region(found, set));
    sentence.setId("overlap-region");
    Label figure = Parts.label(words.count(count), "large-figure");
    figure.setId("overlap-count");
    return List.of(Parts.label(words.text("overlap.region"), "section-label"), figure,
        Parts.wrapped(words.text("overlap.region.of", words.share(count, overlap.union() + overlap.outside()),
            words.share(set == 0 ? 0 : count, overlap.union())), "muted"),
        sentence, segments, make,
        Parts.button(words.text("overlap.leave"), () -> model.region().set(OverlapViewModel.NONE), "link"));
  }

  private HBox mark(String name, boolean in) {
    Ikon icon = in ? Feather.CHECK : Feather.X;
    FontIcon sign = new FontIcon(icon);
    sign.getStyleClass().add(in ? "in" : "out");
    HBox line = Parts.line(6, sign, Parts.given(name, in ? "heading" : "muted"));
    line.setAccessibleText(words.text(in ? "overlap.in" : "overlap.out", name));
    return line;
  }

  /** The most alike first. */
  private VBox pairs(SegmentOverlap found) {
    VBox pairs = new VBox(10);
    found.overlap()
        .pairs()
        .stream()
        .sorted(Comparator.comparingDouble(Pair::jaccard).reversed())
        .limit(PAIRS)
        .forEach(pair -> pairs.getChildren()
            .add(new VBox(2, Parts.wrapped(words.pair(found, pair)),
                Parts.wrapped(words.contained(found, pair), "small", "muted"))));
    int more = found.overlap().pairs().size() - PAIRS;
    if (more > 0) {
      pairs.getChildren().add(Parts.wrapped(words.text("overlap.pairs.more", more), "small", "muted"));
    }
    return pairs;
  }
}
