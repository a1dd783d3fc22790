package app.parcelle.ui.segment;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.Node;
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
    criterion.setOnAction(_ -> choose(desk, criterion,
        source -> desk.model().add(source, block.getAsLong(), Integer.MAX_VALUE)));
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

  /** Asks what to add, and puts it below the chosen card. */
  static void below(Desk desk, Node owner) {
    choose(desk, owner, desk.model()::add);
  }

  private static void choose(Desk desk, Node owner, Consumer<Source> take) {
    Bubble[] bubble = new Bubble[1];
    PaletteView palette = new PaletteView(desk, source -> {
      bubble[0].hide();
      take.accept(source);
    }, false);
    palette.setPrefSize(300, 400);
    bubble[0] = Bubble.under(owner, palette);
  }
}
