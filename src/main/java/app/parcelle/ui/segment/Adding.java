package app.parcelle.ui.segment;

import java.util.function.LongSupplier;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

import app.parcelle.ui.theme.Parts;

/** The buttons that put something new at the end of a block. */
final class Adding extends FlowPane {
  /** @param large for the whole rule, where an exclusion can be added too */
  Adding(Desk desk, LongSupplier block, boolean large) {
    super(large ? 8 : 2, 4);
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    String[] styles = large ? new String[0] : new String[]{"quiet"};
    Button criterion = Parts.button(desk.text("builder.add.criterion"), () -> {}, styles);
    criterion.setOnAction(_ -> choose(desk, block, criterion));
    Button inner = Parts.button(desk.text("builder.add.block"),
        () -> desk.model().addBlock(block.getAsLong(), false), styles);
    getChildren().addAll(criterion, inner);
    if (large) {
      getChildren().addAll(
          Parts.button(desk.text("builder.add.exclusion"),
              () -> desk.model().addBlock(block.getAsLong(), true)),
          Parts.fixed(desk.text("builder.add.hint"), "muted"));
    }
  }

  private static void choose(Desk desk, LongSupplier block, Button owner) {
    Bubble[] bubble = new Bubble[1];
    PaletteView palette = new PaletteView(desk, source -> {
      bubble[0].hide();
      desk.model().add(source, block.getAsLong(), Integer.MAX_VALUE);
    }, false);
    palette.setPrefSize(260, 340);
    bubble[0] = Bubble.under(owner, palette);
  }
}
