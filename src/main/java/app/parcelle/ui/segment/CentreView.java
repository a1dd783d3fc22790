package app.parcelle.ui.segment;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** The middle of the builder: the rule, or the members that it lets in. */
final class CentreView extends VBox {
  private final MembersView members;
  private final Segmented<Side> sides;

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
    VBox.setVgrow(rule, Priority.ALWAYS);
    VBox.setVgrow(members, Priority.ALWAYS);
    MembersViewModel model = desk.audience().members();
    if (model.watched().get()) {
      sides.valueProperty().set(Side.MEMBERS);
    }
    sides.valueProperty().subscribe(side -> {
      model.watched().set(side == Side.MEMBERS);
      getChildren().setAll(Parts.line(8, sides), side == Side.RULE ? rule : members);
    });
  }

  void leave() {
    members.leave();
  }
}
