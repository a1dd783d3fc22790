package app.parcelle.ui.segment;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** The middle of the builder: the rule, or the members that it lets in. */
final class CentreView extends VBox {
  private final MembersView members;
  private final Segmented<Side> sides;
  private final Subscription shown;

  /** What can be in front. */
  private enum Side {
    RULE, MEMBERS
  }

  CentreView(Desk desk, Node rule, MembersView members) {
    super(12);
    this.members = members;
    sides = new Segmented<>(List.of(Side.values()),
        side -> desk.text(side == Side.RULE ? "audience.side.rule" : "audience.side.members"));
    sides.setId("builder-sides");
    sides.getStyleClass().add("tabs");
    VBox.setVgrow(rule, Priority.ALWAYS);
    VBox.setVgrow(members, Priority.ALWAYS);
    MembersViewModel model = desk.audience().members();
    Node line = Parts.line(8, sides);
    sides.valueProperty().subscribe((_, side) -> model.watched().set(side == Side.MEMBERS));
    shown = model.watched().subscribe(watched -> {
      sides.valueProperty().set(watched ? Side.MEMBERS : Side.RULE);
      getChildren().setAll(line, watched ? members : rule);
    });
  }

  void leave() {
    shown.unsubscribe();
    members.leave();
  }
}
