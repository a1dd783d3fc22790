package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.ClusterRequest.Missing;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** At the left: which fields, how they are prepared, how many clusters, and the choice of their number. */
final class FieldsPane extends VBox {
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final VBox fields = new VBox(2);
  private final InvalidationListener listed = _ -> list();
  private List<FieldChoice> listedNow = List.of();

  FieldsPane(ClusterViewModel model, ClusterWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().addAll("side-panel", "left", "cluster-fields");
    VBox content = new VBox(14, new VBox(4, Parts.label(words.text("clusters.fields"), "heading"), fields),
        missing(), number(), new ChoicePane(model, words));
    getChildren().setAll(Parts.scrolling(content, 11), find());
    setSpacing(12);
    model.fields().addListener(new WeakInvalidationListener(listed));
    list();
  }

  private void list() {
    List<FieldChoice> now = List.copyOf(model.fields());
    if (!now.equals(listedNow)) {
      listedNow = now;
      fields.getChildren().setAll(now.stream().map(this::row).toList());
    }
  }

  private HBox row(FieldChoice choice) {
    CheckBox tick = new CheckBox(words.title(choice.field()));
    tick.setId("field-" + choice.field().id());
    tick.selectedProperty().bindBidirectional(choice.ticked());
    tick.setMnemonicParsing(false);
    tick.setWrapText(true);
    tick.setMinWidth(0);
    HBox.setHgrow(tick, Priority.ALWAYS);
    tick.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(4, tick,
        chip("clusters.prepare.log", "clusters.prepare.log.what", choice.log(), choice),
        chip("clusters.prepare.standard", "clusters.prepare.standard.what", choice.standardised(), choice));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private ToggleButton chip(String key, String what, BooleanProperty property, FieldChoice choice) {
    ToggleButton chip = new ToggleButton(words.text(key));
    chip.getStyleClass().add("toggle-chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.selectedProperty().bindBidirectional(property);
    chip.disableProperty().bind(choice.ticked().not());
    chip.setTooltip(new Tooltip(words.text(what)));
    chip.setAccessibleText(words.text(what) + ", " + words.title(choice.field()));
    return chip;
  }

  private VBox missing() {
    Segmented<Missing> choice = new Segmented<>(List.of(Missing.LEAVE_OUT, Missing.MEDIAN),
        missing -> switch (missing) {
          case LEAVE_OUT -> words.text("clusters.missing.out");
          case MEDIAN -> words.text("clusters.missing.median");
        });
    choice.valueProperty().bindBidirectional(model.missing());
    choice.setAccessibleText(words.text("clusters.missing"));
    return new VBox(4, Parts.wrapped(words.text("clusters.missing"), "section-label"), choice);
  }

  private VBox number() {
    List<Integer> numbers = IntStream.concat(
        IntStream.of(ClusterViewModel.AUTOMATIC),
        IntStream.rangeClosed(2, ClusterViewModel.MOST)).boxed().toList();
    Segmented<Integer> choice = new Segmented<>(numbers,
        k -> k == ClusterViewModel.AUTOMATIC ? words.text("clusters.number.auto") : words.count(k));
    choice.getStyleClass().add("cluster-number");
    choice.valueProperty().set(model.k().get());
    choice.valueProperty().addListener((_, _, k) -> {
      if (k != model.k().get()) {
        model.choose(k);
      }
    });
    model.k().addListener((_, _, k) -> choice.valueProperty().set(k.intValue()));
    return new VBox(4, Parts.label(words.text("clusters.number"), "section-label"), choice);
  }

  private Button find() {
    Button find = new Button();
    find.setId("find-clusters");
    find.getStyleClass().add("accent");
    find.setMaxWidth(Double.MAX_VALUE);
    Runnable look = () -> {
      boolean first = model.found().get() == null;
      find.setText(words.text(first ? "clusters.find" : "clusters.find.again"));
      boolean shown = !first && (model.outdated().get() || model.running().get());
      find.setVisible(shown);
      find.setManaged(shown);
      find.setDisable(model.running().get()
          || model.fields().stream().noneMatch(choice -> choice.ticked().get()));
    };
    InvalidationListener listener = _ -> look.run();
    model.found().addListener(listener);
    model.outdated().addListener(listener);
    model.running().addListener(listener);
    model.fields().addListener(listener);
    look.run();
    find.setOnAction(_ -> model.find());
    return find;
  }
}
