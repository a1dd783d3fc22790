package app.parcelle.ui.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.ui.segment.Card.Block;
import app.parcelle.ui.segment.Dragging.Load;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** Cards that belong together, with how they are joined above them and what can be added below. */
final class BlockView implements CardView {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");

  private final Desk desk;
  private final VBox box = new VBox(8);
  private final VBox cards = new VBox(8);
  private final Region line = new Region();
  private final Map<Long, CardView> views = new HashMap<>();
  private final Label excludes;
  private final Segmented<Boolean> join;
  private final Label meaning = Parts.wrapped("", "muted");
  private final Label count = Parts.fixed("", "figure");
  private final Label share = Parts.fixed("", "muted");
  private final Label hint;
  private Block block;
  private @Nullable Outcome outcome;

  BlockView(Desk desk, Block block) {
    this.desk = desk;
    this.block = block;
    excludes = Parts.fixed(desk.text("builder.block.exclude"), "heading", "exclusion");
    join = new Segmented<>(List.of(false, true),
        any -> desk.text(any ? "builder.block.any" : "builder.block.all"));
    join.valueProperty().addListener((_, _, any) -> desk.model().join(this.block.id(), any));
    hint = Parts.wrapped(desk.text("builder.block.empty"), "muted", "drop-hint");
    hint.setMaxWidth(Double.MAX_VALUE);
    build();
    show(block);
  }

  boolean isRoot() {
    return block.id() == Draft.ROOT;
  }

  private void build() {
    count.setMinWidth(52);
    share.setMinWidth(52);
    count.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    share.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    line.getStyleClass().add("insertion-line");
    line.setManaged(false);
    line.setVisible(false);
    line.setMouseTransparent(true);
    HBox header = Parts.line(10, excludes, join, meaning, Parts.gap());
    header.getStyleClass().add("block-header");
    box.getStyleClass().add(isRoot() ? "root-block" : "block");
    if (isRoot()) {
      Region underMenu = new Region();
      underMenu.setMinWidth(36);
      Label alone = Parts.fixed(desk.text("builder.column.alone"), "muted", "small");
      Label ofBase = Parts.fixed(desk.text("builder.column.share"), "muted", "small");
      header.getChildren().addAll(alone, ofBase, underMenu);
      box.getChildren().addAll(header, cards);
    } else {
      Button menu = Parts.iconButton(Feather.MORE_HORIZONTAL, desk.text("builder.card.menu"));
      menu.setOnAction(_ -> CardKeys.menu(block, desk).show(menu, Side.BOTTOM, 0, 0));
      header.getChildren().addAll(count, share, menu);
      desk.dragging().from(header, () -> new Load.Existing(block.id()), meaning::getText);
      box.getChildren().addAll(header, cards, new Adding(desk, () -> block.id(), false));
      box.setFocusTraversable(true);
      box.focusedProperty().subscribe(focused -> {
        if (focused) {
          desk.model().select(block.id());
        }
      });
      box.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
        box.requestFocus();
        event.consume();
      });
      CardKeys.on(box, block.id(), desk.model());
    }
    cards.getChildren().add(line);
  }

  @Override
  public Region region() {
    return box;
  }

  @Override
  public void show(Card card) {
    block = (Block) card;
    boolean excluded = block.excluded();
    box.getStyleClass().remove("excluded");
    if (excluded) {
      box.getStyleClass().add("excluded");
    }
    long asked = block.children().stream().filter(c -> !(c instanceof Block b && b.excluded())).count();
    present(excludes, excluded);
    present(join, isRoot() || !excluded || asked > 1);
    join.valueProperty().set(block.any());
    meaning.setText(meaning(asked));
    showCards();
    countAll();
  }

  private String meaning(long asked) {
    if (block.excluded()) {
      return asked > 1
          ? desk.text("builder.block.meaning.excludedJoin")
          : desk.text("builder.block.meaning.excluded");
    }
    if (block.children().size() > asked && asked > 1) {
      return desk.text(block.any() ? "builder.block.meaning.anyExcept" : "builder.block.meaning.allExcept",
          asked);
    }
    return desk.text(block.any() ? "builder.block.meaning.any" : "builder.block.meaning.all", asked);
  }

  private void showCards() {
    views.keySet().removeIf(id -> block.children().stream().noneMatch(c -> c.id() == id));
    List<Node> regions = new java.util.ArrayList<>();
    for (Card child : block.children()) {
      CardView view = views.get(child.id());
      if (view == null || (view instanceof BlockView) != (child instanceof Block)) {
        view = switch (child) {
          case Card.Row row -> new RowView(desk, row);
          case Block inner -> new BlockView(desk, inner);
        };
        view.count(outcome);
        views.put(child.id(), view);
      } else {
        view.show(child);
      }
      regions.add(view.region());
    }
    if (regions.isEmpty() && !isRoot()) {
      regions.add(hint);
    }
    regions.add(line);
    if (!regions.equals(cards.getChildren())) {
      cards.getChildren().setAll(regions);
    }
  }

  @Override
  public void count(@Nullable Outcome now) {
    outcome = now;
    countAll();
    views.values().forEach(view -> view.count(now));
  }

  /** The count of the block as a whole. */
  private void countAll() {
    Outcome now = outcome;
    Optional<Evaluation.Row> counts = now == null ? Optional.empty() : now.counts(block.id());
    if (counts.isPresent() && now != null && counts.get().error() == null && counts.get().alone() >= 0) {
      count.setText(block.excluded()
          ? desk.figures().change(-counts.get().lost())
          : desk.figures().count(counts.get().alone()));
      share.setText(
          block.excluded() ? "" : desk.figures().share(counts.get().alone(), now.evaluation().base()));
    } else {
      count.setText("");
      share.setText("");
    }
  }

  @Override
  public void select(long id) {
    box.pseudoClassStateChanged(SELECTED, id == block.id());
    views.values().forEach(view -> view.select(id));
  }

  @Override
  public @Nullable CardView find(long id) {
    if (id == block.id()) {
      return this;
    }
    for (CardView view : views.values()) {
      CardView found = view.find(id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The innermost block at a height of the scene; this one where there is no other. */
  BlockView at(double sceneY) {
    for (CardView view : views.values()) {
      if (view instanceof BlockView inner && inner.holds(sceneY)) {
        return inner.at(sceneY);
      }
    }
    return this;
  }

  private boolean holds(double sceneY) {
    double y = box.sceneToLocal(0, sceneY).getY();
    return y >= 0 && y <= box.getHeight();
  }

  /** Shows where what is carried would go. */
  void point(double sceneY) {
    int index = indexAt(sceneY);
    double y = index == 0
        ? -5
        : cards.getChildren().get(Math.min(index, block.children().size()) - 1).getBoundsInParent().getMaxY()
            + 3;
    line.resizeRelocate(0, block.children().isEmpty() ? 0 : y, cards.getWidth(), 3);
    line.setVisible(!block.children().isEmpty());
    box.pseudoClassStateChanged(OVER, true);
  }

  void clear() {
    line.setVisible(false);
    box.pseudoClassStateChanged(OVER, false);
  }

  void take(Load load, double sceneY) {
    int index = indexAt(sceneY);
    switch (load) {
      case Load.Fresh(Source source) -> desk.model().add(source, block.id(), index);
      case Load.Existing(long id) -> desk.model().move(id, block.id(), index);
    }
  }

  /** Before the first card whose middle is below the mouse. */
  private int indexAt(double sceneY) {
    double y = cards.sceneToLocal(0, sceneY).getY();
    for (int i = 0; i < block.children().size(); i++) {
      var bounds = cards.getChildren().get(i).getBoundsInParent();
      if (y < bounds.getMinY() + bounds.getHeight() / 2) {
        return i;
      }
    }
    return block.children().size();
  }

  private static void present(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
