package app.parcelle.ui.overlap;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.project.SegmentOverlap;
import app.parcelle.ui.chart.PictureButtons;
import app.parcelle.ui.chart.SetChart;
import app.parcelle.ui.chart.Sets;
import app.parcelle.ui.chart.UpSet;
import app.parcelle.ui.chart.Venn;
import app.parcelle.ui.overlap.OverlapViewModel.Form;
import app.parcelle.ui.overlap.OverlapViewModel.Order;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;
import app.parcelle.ui.theme.Wrapping;

/** Segments at the left, their picture in the middle, the chosen region at the right. */
final class OverlapView extends BorderPane {
  private final OverlapViewModel model;
  private final Workbench workbench;
  private final OverlapWords words;
  private final SegmentPicker picker;
  private final Segmented<Form> form;
  private final Segmented<Order> order;
  private final HBox pictures = new HBox(4);
  private final VBox card = new VBox(8);
  private final VBox remarks = new VBox(4);
  private final Subscription following;
  private @Nullable SetChart present;

  OverlapView(OverlapViewModel model, Workbench workbench) {
    this.model = model;
    this.workbench = workbench;
    words = new OverlapWords(workbench.texts());
    picker = new SegmentPicker(model, words);
    form = new Segmented<>(List.of(Form.values()), each -> words.text(switch (each) {
      case PICTURE -> "overlap.form.picture";
      case MATRIX -> "overlap.form.matrix";
      case TABLE -> "overlap.form.table";
      case RULES -> "overlap.form.rules";
    }));
    form.setId("overlap-form");
    form.valueProperty().bindBidirectional(model.form());
    order = new Segmented<>(List.of(Order.values()),
        each -> words.text(each == Order.SIZE ? "overlap.order.size" : "overlap.order.degree"));
    order.setId("overlap-order");
    order.valueProperty().bindBidirectional(model.order());
    getStyleClass().add("overlap");
    card.getStyleClass().add("card");
    VBox.setVgrow(card, Priority.ALWAYS);
    Label title = Parts.label(words.text("overlap.title"), "title");
    HBox head = Parts.line(8,
        Parts.button(words.text("overlap.segments") + " ›", () -> workbench.go(new Place.Library()), "quiet",
            "crumb"),
        title, Parts.gap(), pictures);
    order.managedProperty().bind(order.visibleProperty());
    Wrapping tools = new Wrapping(form, order);
    VBox centre = new VBox(12, head, tools, card, remarks);
    centre.getStyleClass().add("workspace");
    setLeft(picker);
    setCenter(centre);
    RegionPanel panel = new RegionPanel(model, words);
    setRight(panel);
    following = Subscription.combine(picker.follow(), panel.follow(), model.found().subscribe(_ -> build()),
        model.problem().subscribe(_ -> build()), model.form().subscribe(_ -> build()),
        model.order().subscribe(_ -> build()), model.region().subscribe(set -> {
          if (present != null) {
            present.chosenProperty().set(set.intValue());
          }
        }));
  }

  /** Segments or folders may have come or gone. */
  void refresh() {
    picker.build();
  }

  /** Another view takes its place. */
  void leave() {
    following.unsubscribe();
    form.valueProperty().unbindBidirectional(model.form());
    order.valueProperty().unbindBidirectional(model.order());
  }

  private void build() {
    SegmentOverlap found = model.found().get();
    present = null;
    pictures.getChildren().clear();
    remarks.getChildren().clear();
    form.setDisable(found == null);
    form.offer(Form.PICTURE, model.circles());
    order.setVisible(found != null && ordered());
    if (found == null) {
      card.getChildren().setAll(empty(model.problem().get()));
      return;
    }
    switch (model.form().get()) {
      case PICTURE -> picture(found);
      case MATRIX -> matrix(found);
      case TABLE -> card.getChildren().setAll(new RegionTable(model, words, found));
      case RULES -> card.getChildren()
          .setAll(found.segments().size() == 2
              ? new RulesPane(found, words, model)
              : Parts.wrapped(words.text("overlap.rules.two"), "muted"));
    }
    if (model.form().get() != Form.RULES) {
      model.nearDuplicates()
          .forEach(pair -> remarks.getChildren()
              .add(Parts.notice("warning", Parts.wrapped(words.text("overlap.near",
                  OverlapWords.name(found, pair.first()), OverlapWords.name(found, pair.second()),
                  pair.jaccard())))));
    }
  }

  /** Whether the regions stand in an order. */
  private boolean ordered() {
    return switch (model.form().get()) {
      case PICTURE, RULES -> false;
      case MATRIX, TABLE -> true;
    };
  }

  private Node empty(@Nullable Message problem) {
    VBox empty = new VBox(6);
    empty.setAlignment(Pos.CENTER);
    VBox.setVgrow(empty, Priority.ALWAYS);
    if (problem != null) {
      empty.getChildren().add(Parts.wrapped(words.texts().text(problem), "bad"));
    } else {
      empty.getChildren()
          .addAll(Parts.label(words.text("overlap.empty.title"), "heading"),
              Parts.wrapped(words.text("overlap.empty", Overlap.MOST), "muted"));
    }
    return empty;
  }

  private void picture(SegmentOverlap found) {
    boolean circles = found.segments().size() <= Venn.MOST && found.overlap().union() > 0;
    show(found, circles ? new Venn(sets(found)) : new UpSet(sets(found)));
  }

  private void matrix(SegmentOverlap found) {
    show(found, new UpSet(sets(found)));
    if (!model.circles()) {
      remarks.getChildren()
          .add(Parts.wrapped(words.text("overlap.circles.three", Venn.MOST), "small", "muted"));
    }
  }

  private Sets sets(SegmentOverlap found) {
    return words.sets(found, model.regions());
  }

  private void show(SegmentOverlap found, SetChart chart) {
    chart.setId("overlap-chart");
    chart.chosenProperty().set(model.region().get());
    chart.chosenProperty().subscribe(set -> {
      if (set.intValue() != SetChart.NONE) {
        model.region().set(set.intValue());
      }
    });
    present = chart;
    VBox.setVgrow(chart, Priority.ALWAYS);
    card.getChildren().setAll(chart);
    pictures.getChildren()
        .setAll(new PictureButtons("overlap", chart, () -> words.text("overlap.picture.name"), words.texts(),
            workbench.files(), workbench::complain));
    remarks.getChildren().add(Parts.wrapped(accuracy(found, chart), "small", "muted"));
  }

  private String accuracy(SegmentOverlap found, SetChart chart) {
    int regions = found.overlap().regions().size();
    return switch (chart) {
      case Venn venn when venn.error() < 0.005 -> words.text("overlap.circles.exact");
      case Venn venn -> words.text("overlap.circles.error", venn.error());
      case UpSet _ when regions > UpSet.MOST -> words.text("overlap.matrix.first", UpSet.MOST, regions);
      case UpSet _ -> words.text("overlap.matrix.all", regions, found.overlap().union());
    };
  }
}
