package app.parcelle.ui.cluster;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Cards in one to three equal columns, as many as there is room for; each row is as high as its highest card. */
final class CardGrid extends Region {
  private static final double NARROWEST = 310;
  private static final double GAP = 12;
  private static final int MOST = 3;

  private final List<? extends Region> cards;

  CardGrid(List<? extends Region> cards) {
    this.cards = List.copyOf(cards);
    getStyleClass().add("cluster-cards");
    getChildren().setAll(cards);
  }

  private int columns(double width) {
    int most = Math.min(MOST, Math.max(1, cards.size()));
    // an open card may need more room than a closed one
    double narrowest = cards.stream().mapToDouble(card -> card.minWidth(-1)).reduce(NARROWEST, Math::max);
    return Math.clamp((int) ((width + GAP) / (narrowest + GAP)), 1, most);
  }

  private double cardWidth(double width) {
    int columns = columns(width);
    return Math.floor((width - GAP * (columns - 1)) / columns);
  }

  /** Of the row that begins with that card. */
  private double rowHeight(int first, double width) {
    return cards.subList(first, Math.min(cards.size(), first + columns(width)))
        .stream()
        .mapToDouble(card -> Math.ceil(card.prefHeight(cardWidth(width))))
        .max()
        .orElse(0);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? getWidth() : width;
    double height = 0;
    for (int first = 0; first < cards.size(); first += columns(wide)) {
      height += rowHeight(first, wide) + (first == 0 ? 0 : GAP);
    }
    return height;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return MOST * NARROWEST + (MOST - 1) * GAP;
  }

  @Override
  protected double computeMinWidth(double height) {
    return NARROWEST;
  }

  @Override
  protected void layoutChildren() {
    double width = cardWidth(getWidth());
    double y = 0;
    for (int first = 0; first < cards.size(); first += columns(getWidth())) {
      double height = rowHeight(first, getWidth());
      for (int i = first; i < Math.min(cards.size(), first + columns(getWidth())); i++) {
        cards.get(i).resizeRelocate((i - first) * (width + GAP), y, width, height);
      }
      y += height + GAP;
    }
  }
}
