package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.ui.segment.Card.Block;
import app.parcelle.ui.segment.Dragging.Load;
import app.parcelle.ui.segment.DropPlaces.Spot;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** Cards that belong together, with what they mean above them and what can be added below. */
final class BlockView implements CardView {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");

  private final Desk desk;
  private final VBox box = new VBox(8);
  private final VBox cards = new VBox(8);
  private final DropPlaces places = new DropPlaces(cards);
  private final Map<Long, Slot> slots = new HashMap<>();
  private final Segmented<Boolean> join;
  private final Label meaning = Parts.wrapped("", "muted", "meaning");
  private final Label count = Parts.fixed("", "figure");
  private final Label share = Parts.fixed("", "muted");
  private final Label hint;
  private Block block;
  private @Nullable Outcome outcome;

  BlockView(Desk desk, Block block) {
    this.desk = desk;
    this.block = block;
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
    HBox header = Parts.line(10, join, meaning, Parts.gap());
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
      desk.dragging()
          .from(header, () -> new Load.Existing(desk.cards().around(block.id())), meaning::getText);
      box.getChildren().addAll(header, cards, new Adding(desk, () -> block.id(), false));
      CardKeys.on(box, block.id(), desk);
    }
    cards.getChildren().add(places.line());
  }

  @Override
  public Region region() {
    return box;
  }

  @Override
  public void show(Card card) {
    block = (Block) card;
    box.getStyleClass().removeAll("excluded", "any");
    if (block.excluded()) {
      box.getStyleClass().add("excluded");
    }
    if (block.any()) {
      box.getStyleClass().add("any");
    }
    long asked = block.children().stream().filter(c -> !BlockWords.excluded(c)).count();
    present(join, isRoot() || !block.excluded() || asked > 1);
    join.valueProperty().set(block.any());
    meaning.setText(new BlockWords(desk).meaning(block, desk.model().draft()));
    meaning.getStyleClass().remove("exclusion");
    if (block.excluded()) {
      meaning.getStyleClass().add("exclusion");
    }
    box.setAccessibleText(meaning.getText());
    showCards();
    countAll();
  }

  private void showCards() {
    slots.keySet().removeIf(id -> block.children().stream().noneMatch(c -> c.id() == id));
    List<Node> regions = new ArrayList<>();
    for (int i = 0; i < block.children().size(); i++) {
      Card child = block.children().get(i);
      Slot slot = slots.get(child.id());
      if (slot == null || (slot.view() instanceof BlockView) != (child instanceof Block)) {
        slot = new Slot(switch (child) {
          case Card.Row row -> new RowView(desk, row);
          case Block inner -> new BlockView(desk, inner);
        });
        slot.view().count(outcome);
        slots.put(child.id(), slot);
      } else {
        slot.view().show(child);
      }
      slot.join(new BlockWords(desk).joining(block, i), BlockWords.excluded(child));
      regions.add(slot);
    }
    if (regions.isEmpty() && !isRoot()) {
      regions.add(hint);
    }
    regions.add(places.line());
    if (!regions.equals(cards.getChildren())) {
      cards.getChildren().setAll(regions);
    }
  }

  @Override
  public void count(@Nullable Outcome now) {
    outcome = now;
    countAll();
    slots.values().forEach(slot -> slot.view().count(now));
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
  public void select(Chosen chosen) {
    box.pseudoClassStateChanged(SELECTED, chosen.holds(block.id()));
    slots.values().forEach(slot -> slot.view().select(chosen));
  }

  @Override
  public @Nullable CardView find(long id) {
    if (id == block.id()) {
      return this;
    }
    for (Slot slot : slots.values()) {
      CardView found = slot.view().find(id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The innermost block at a height of the scene; this one where there is no other. */
  BlockView at(double sceneY) {
    for (Slot slot : slots.values()) {
      if (slot.view() instanceof BlockView inner && inner.holds(sceneY)) {
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
  void point(Load load, double sceneY) {
    Spot spot = places.at(block, load, sceneY);
    places.show(spot, block.children().size());
    box.pseudoClassStateChanged(OVER, spot instanceof Spot.Before);
  }

  void clear() {
    places.clear();
    box.pseudoClassStateChanged(OVER, false);
  }

  void take(Load load, double sceneY) {
    switch (places.at(block, load, sceneY)) {
      case Spot.Before(int index) -> {
        switch (load) {
          case Load.Fresh(Source source) -> desk.model().add(source, block.id(), index);
          case Load.Existing(List<Long> ids) -> desk.cards().move(ids, block.id(), index);
        }
      }
      case Spot.Onto(int index) -> {
        long onto = block.children().get(index).id();
        switch (load) {
          case Load.Fresh(Source source) -> desk.cards().together(source, onto);
          case Load.Existing(List<Long> ids) -> desk.cards().together(ids, onto);
        }
      }
    }
  }

  private static void present(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
