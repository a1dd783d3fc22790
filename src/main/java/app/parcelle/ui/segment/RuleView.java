package app.parcelle.ui.segment;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.segment.Dragging.Load;
import app.parcelle.ui.theme.Parts;

/** The nested cards of the rule, or what to do first while there is none. */
final class RuleView extends VBox {
  private final Desk desk;
  private final BlockView root;
  private final LimitStrip limit;
  private final Adding adding;
  private final VBox empty = new VBox(6);
  /** The block that what is carried would go to. */
  private BlockView pointed;

  RuleView(Desk desk, Runnable openSaved) {
    super(10);
    this.desk = desk;
    limit = new LimitStrip(desk);
    adding = new Adding(desk, () -> Draft.ROOT, true);
    root = new BlockView(desk, desk.model().draft().root());
    pointed = root;
    buildEmpty(openSaved);
    getChildren().addAll(root.region(), empty, adding, limit);
    getStyleClass().add("rule-view");
  }

  private void buildEmpty(Runnable openSaved) {
    Button open = Parts.button(desk.text("builder.empty.open"), openSaved);
    open.visibleProperty()
        .bind(javafx.beans.binding.Bindings
            .createBooleanBinding(() -> !desk.model().allSaved().isEmpty(), desk.model().present()));
    open.managedProperty().bind(open.visibleProperty());
    empty.getStyleClass().add("empty-rule");
    empty.getChildren()
        .addAll(Parts.label(desk.text("builder.empty.title"), "heading"),
            Parts.label(desk.text("builder.empty"), "muted"), open);
  }

  /**
   * Takes what is dropped in an area around the rule, into the block at that height. Looked at on the way down: a control
   * under the mouse would keep the event to itself.
   */
  void takeDrops(Region area) {
    area.addEventFilter(MouseDragEvent.MOUSE_DRAG_OVER, event -> {
      Load load = desk.dragging().load();
      if (load != null) {
        point(load, event.getSceneY());
        event.consume();
      }
    });
    area.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> clear());
    area.addEventFilter(MouseDragEvent.MOUSE_DRAG_RELEASED, event -> {
      Load load = desk.dragging().load();
      if (load != null) {
        clear();
        desk.dragging().drop();
        root.at(event.getSceneY()).take(load, event.getSceneY());
        event.consume();
      }
    });
  }

  private void point(Load load, double sceneY) {
    BlockView block = root.at(sceneY);
    if (block != pointed) {
      pointed.clear();
      pointed = block;
    }
    block.point(load, sceneY);
    pseudoClassStateChanged(BlockView.OVER, true);
  }

  private void clear() {
    pointed.clear();
    pseudoClassStateChanged(BlockView.OVER, false);
  }

  void show(History.Moment moment) {
    Draft draft = moment.draft();
    Node focused = focused();
    boolean wasOnCard = isCard(focused);
    boolean grown = draft.size() > 0 && root.find(moment.selected()) == null;
    root.show(draft.root());
    root.select(moment.chosen());
    limit.show(moment.limit(), !draft.isEmpty() || moment.limit() != null);
    empty.setVisible(draft.isEmpty());
    empty.setManaged(draft.isEmpty());
    root.region().setVisible(!draft.isEmpty());
    root.region().setManaged(!draft.isEmpty());
    CardView selected = root.find(moment.selected());
    boolean chosen = selected != null && moment.selected() != Draft.ROOT;
    boolean gone = focused != null && focused.getScene() == null && focused() == focused;
    if (selected != null && chosen && (wasOnCard || grown || gone)) {
      selected.region().requestFocus();
    } else if (gone) { // keys that nothing has would go nowhere
      first(draft).requestFocus();
    }
  }

  private Node first(Draft draft) {
    CardView card = draft.isEmpty() ? null : root.find(draft.root().children().getFirst().id());
    return card == null ? adding.getChildren().getFirst() : card.region();
  }

  void count(@Nullable Outcome outcome) {
    root.count(outcome);
  }

  private @Nullable Node focused() {
    return getScene() == null ? null : getScene().getFocusOwner();
  }

  /** Whether it is a card rather than one of the controls in one. */
  private static boolean isCard(@Nullable Node node) {
    return node != null
        && (node.getStyleClass().contains("criterion") || node.getStyleClass().contains("block"));
  }
}
