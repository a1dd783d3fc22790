package app.parcelle.ui.cluster;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** Makes a segment of a cluster: of its customers, or of those whom a rule takes in. Escape closes it. */
final class SegmentMaker extends VBox {
  private final Showing showing;
  private final Portrait portrait;
  private final Runnable close;
  private final ClusterWords words;
  private final VBox content = new VBox(6);

  /** @param close to be called when a segment was made or the person does not want one */
  SegmentMaker(Showing showing, Portrait portrait, Runnable close) {
    super(8);
    this.showing = showing;
    this.portrait = portrait;
    this.close = () -> {
      stopLooking();
      close.run();
    };
    this.words = showing.words();
    getStyleClass().add("segment-maker");
    Segmented<Boolean> how = new Segmented<>(List.of(false, true),
        rule -> words.text(rule ? "clusters.make.rule" : "clusters.make.members"));
    how.setId("segment-how");
    how.setAccessibleText(words.text("clusters.make.as"));
    how.valueProperty().addListener((_, _, rule) -> show(rule));
    getChildren().setAll(how, content);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        this.close.run();
        event.consume();
      }
    });
    show(false);
  }

  /** To be called once it is on the screen. */
  void begin() {
    if (content.lookup("#clustering-name") instanceof TextField name) {
      name.requestFocus();
      name.selectAll();
    } else {
      content.lookup("#open-segment").requestFocus();
    }
  }

  private void show(boolean rule) {
    if (rule) {
      content.getChildren().setAll(new RulePane(showing, portrait.cluster(), close));
    } else {
      stopLooking();
      members();
    }
  }

  /** A rule that nobody waits for any more is not looked for. */
  private void stopLooking() {
    showing.model().jobs().cancel(ClusterViewModel.rulesKey(portrait.cluster()));
  }

  private void members() {
    ClusterViewModel model = showing.model();
    Button open = Parts.button(words.text("clusters.make.open"), () -> {});
    open.setId("open-segment");
    content.getChildren().setAll(Parts.wrapped(words.text("clusters.make.members.what"), "muted", "small"));
    if (model.needsName()) {
      TextField name = new TextField(model.freeName(words.text("clusters.save.name")));
      name.setId("clustering-name");
      name.setAccessibleText(words.text("clusters.save.ask"));
      open.disableProperty().bind(name.textProperty().map(String::isBlank));
      name.setOnAction(_ -> open.fire());
      open.setOnAction(_ -> make(name.getText()));
      content.getChildren().addAll(Parts.wrapped(words.text("clusters.save.ask"), "small"), name);
    } else {
      open.setOnAction(_ -> make(""));
    }
    content.getChildren().add(ending(words, open, close));
  }

  /** What ends the choice, one below the other where there is no room beside each other. */
  static FlowPane ending(ClusterWords words, Button open, Runnable close) {
    Button no = Parts.button(words.text("clusters.make.cancel"), close, "quiet", "small");
    FlowPane ending = new FlowPane(6, 4, no, open);
    ending.setAlignment(Pos.CENTER_RIGHT);
    return ending;
  }

  private void make(String clustering) {
    showing.model()
        .makeSegment(portrait.cluster(), clustering, words.name(showing.model(), portrait.cluster()));
    close.run();
  }
}
