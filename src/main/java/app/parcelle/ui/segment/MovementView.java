package app.parcelle.ui.segment;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.project.Movement;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** Who came into the segment and who left it since a day. */
final class MovementView extends VBox {
  private final Desk desk;
  private final VBox found = new VBox(4);

  MovementView(Desk desk) {
    super(6);
    this.desk = desk;
    setId("movement");
    // the choice below begins with none
    desk.audience().compareWith(null);
    getChildren().addAll(Parts.label(desk.text("audience.since.title"), "heading"),
        new SinceField(desk, desk.audience()::compareWith), found);
  }

  void show(@Nullable Movement movement) {
    found.getChildren().clear();
    if (movement != null) {
      found.getChildren()
          .addAll(new Wrapping(Parts.chip(desk.text("audience.since.entered", movement.entered()), "good"),
              Parts.chip(desk.text("audience.since.left", movement.left()), "warning"),
              Parts.chip(desk.text("audience.since.stayed", movement.stayed()))),
              Parts.wrapped(desk.text("audience.since.sizes", desk.figures().day(movement.from()),
                  movement.before(), desk.figures().day(movement.to()), movement.after()), "muted", "small"));
    }
  }
}
