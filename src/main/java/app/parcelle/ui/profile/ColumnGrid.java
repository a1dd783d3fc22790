package app.parcelle.ui.profile;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.ui.theme.Parts;

/** One card a column, side by side as many as there is room for; only those in sight are made. Arrows move from card to card. */
final class ColumnGrid extends StackPane {
  private static final double LEAST_WIDTH = 250;
  private static final double GAP = 12;
  private static final double SCROLL_BAR = 18;

  private final ProfileViewModel model;
  private final ProfileWords words;
  private final ListView<List<ColumnProfile>> rows = new ListView<>();
  private final Label none;
  private final ListChangeListener<ColumnProfile> change = _ -> fill();
  private final InvalidationListener selection = _ -> mark();
  private int across = 1;

  ColumnGrid(ProfileViewModel model, ProfileWords words) {
    this.model = model;
    this.words = words;
    none = Parts.wrapped(words.text("profile.filter.none"), "muted");
    rows.setId("profile-columns");
    rows.getStyleClass().add("column-grid");
    rows.setAccessibleText(words.text("profile.columns"));
    rows.setFocusTraversable(false);
    rows.setCellFactory(_ -> new Row());
    rows.widthProperty().subscribe(_ -> {
      int now = (int) Math.max(1, (rows.getWidth() - SCROLL_BAR + GAP) / (LEAST_WIDTH + GAP));
      if (now != across) {
        across = now;
        fill();
      }
    });
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().setAll(rows, none);
    model.shown().addListener(new WeakListChangeListener<>(change));
    model.selected().addListener(new WeakInvalidationListener(selection));
    fill();
  }

  private void fill() {
    List<List<ColumnProfile>> all = new ArrayList<>();
    List<ColumnProfile> shown = model.shown();
    for (int from = 0; from < shown.size(); from += across) {
      all.add(List.copyOf(shown.subList(from, Math.min(shown.size(), from + across))));
    }
    rows.getItems().setAll(all);
    none.setVisible(all.isEmpty());
  }

  private void mark() {
    cards().forEach(ColumnCard::mark);
  }

  private List<ColumnCard> cards() {
    return rows.lookupAll(".column-card").stream().map(ColumnCard.class::cast).toList();
  }

  private void key(KeyEvent event) {
    if (!(event.getTarget() instanceof ColumnCard)) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> model.step(-1);
      case RIGHT -> model.step(1);
      case UP -> model.step(-across);
      case DOWN -> model.step(across);
      default -> {
        return;
      }
    }
    event.consume();
    comeForward();
  }

  /** The chosen card is in sight and has the keyboard. */
  private void comeForward() {
    int at = model.shown().indexOf(model.selected().get());
    if (at < 0) {
      return;
    }
    if (chosen() == null) {
      rows.scrollTo(at / across);
      rows.layout();
    }
    Node card = chosen();
    if (card != null) {
      card.requestFocus();
    }
  }

  private @Nullable Node chosen() {
    return cards().stream().filter(ColumnCard::isChosen).findFirst().orElse(null);
  }

  /** Some cards side by side. */
  private final class Row extends ListCell<List<ColumnProfile>> {
    private final HBox line = new HBox(GAP);

    Row() {
      getStyleClass().add("column-row");
      setFocusTraversable(false);
    }

    @Override
    protected void updateItem(@Nullable List<ColumnProfile> columns, boolean empty) {
      super.updateItem(columns, empty);
      if (empty || columns == null) {
        setGraphic(null);
        return;
      }
      line.getChildren().clear();
      for (ColumnProfile column : columns) {
        add(new ColumnCard(model, words, column));
      }
      for (int i = columns.size(); i < across; i++) {
        add(new Region());
      }
      setGraphic(line);
    }

    /** All as wide as each other. */
    private void add(Region part) {
      part.setMinWidth(0);
      part.setPrefWidth(LEAST_WIDTH);
      HBox.setHgrow(part, Priority.ALWAYS);
      line.getChildren().add(part);
    }
  }
}
