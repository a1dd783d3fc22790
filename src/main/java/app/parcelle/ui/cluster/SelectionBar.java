package app.parcelle.ui.cluster;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.Picked;
import app.parcelle.ui.theme.Parts;

/** Who is selected in any of the diagrams, or which cluster is chosen, and the way to a segment of them. */
final class SelectionBar extends HBox {
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final Found found;
  private final Label who = Parts.wrapped("", "muted");
  private final Button make = new Button();
  private final Button none = new Button();
  private final InvalidationListener change = _ -> show();

  SelectionBar(ClusterViewModel model, ClusterWords words, Found found) {
    this.model = model;
    this.words = words;
    this.found = found;
    getStyleClass().add("selection-bar");
    setSpacing(10);
    setAlignment(Pos.CENTER_LEFT);
    make.setId("segment-of-selection");
    make.setText(words.text("clusters.selection.segment"));
    make.setOnAction(_ -> make());
    none.setText(words.text("clusters.selection.none"));
    none.getStyleClass().add("quiet");
    none.setOnAction(_ -> unselect());
    HBox.setHgrow(who, Priority.ALWAYS);
    who.setMaxWidth(Double.MAX_VALUE);
    make.setMinWidth(USE_PREF_SIZE);
    none.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(who, none, make);
    model.picked().rowsProperty().addListener(new WeakInvalidationListener(change));
    model.picked().chosenProperty().addListener(new WeakInvalidationListener(change));
    show();
  }

  private void show() {
    Picked picked = model.picked();
    int chosen = picked.chosenProperty().get();
    boolean selecting = picked.selecting();
    who.setText(selecting
        ? words.text("clusters.selection.count", Bits.count(picked.rowsProperty().get()))
        : chosen > 0
            ? words.text("clusters.selection.cluster", chosen, words.name(model, chosen),
                found.result().portraits().get(chosen - 1).size())
            : words.text("clusters.selection.how"));
    for (Button button : List.of(make, none)) {
      button.setVisible(selecting || chosen > 0);
      button.setManaged(selecting || chosen > 0);
    }
  }

  private void make() {
    if (model.picked().selecting()) {
      model.makeSegmentOfSelection(found, words.text("clusters.selection.name"));
    } else {
      model.askForSegment(model.picked().chosenProperty().get());
    }
  }

  private void unselect() {
    model.picked().select(Picked.NONE);
    model.picked().choose(0);
  }
}
