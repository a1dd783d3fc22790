package app.parcelle.ui.segment;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A card in its block, with the word before it that joins it to the one above: and, or, except. */
final class Slot extends HBox {
  private static final PseudoClass ONTO = PseudoClass.getPseudoClass("drop-onto");
  private static final double WORD = 40;

  private final CardView view;
  private final Label word = new Label() {
    @Override
    protected double computePrefWidth(double height) {
      return Math.max(WORD, super.computePrefWidth(height));
    }
  };

  Slot(CardView view) {
    super(4);
    this.view = view;
    word.getStyleClass().addAll("joining", "small");
    word.setMinWidth(USE_PREF_SIZE);
    word.setAlignment(Pos.CENTER_RIGHT);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("slot");
    HBox.setHgrow(view.region(), Priority.ALWAYS);
    getChildren().addAll(word, view.region());
  }

  CardView view() {
    return view;
  }

  /** @param excluded the word takes away rather than adds */
  void join(String joining, boolean excluded) {
    word.setText(joining);
    word.getStyleClass().remove("exclusion");
    if (excluded) {
      word.getStyleClass().add("exclusion");
    }
  }

  /** Marks the card as the one that what is carried would make a block with. */
  void pointed(boolean pointed) {
    pseudoClassStateChanged(ONTO, pointed);
  }
}
