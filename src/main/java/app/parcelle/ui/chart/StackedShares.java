package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;

import app.parcelle.engine.message.Texts;

/**
 * How a category field is spread within each cluster: a bar of 100 % a cluster, and one for all. Beyond {@link #MOST}
 * categories the rarer ones are drawn as others. Style class {@code stacked-shares}; categories have the classes
 * {@code category-1} and so on, from the most frequent, and others {@code category-rest}.
 */
public final class StackedShares extends ClusterChart {
  /** Categories that are drawn one by one. */
  public static final int MOST = 7;

  private static final double LONGEST_NAME = 180;
  private static final double GAP = 10;
  private static final double THICKEST = 34;

  private final Texts texts;
  private final List<String> names = new ArrayList<>();
  private final List<String> categories;
  private final int[][] counts;
  private final int[] order;
  private final List<Label> left = new ArrayList<>();
  private final List<List<Rectangle>> bars = new ArrayList<>();
  private final List<List<Label>> figures = new ArrayList<>();
  private final FlowPane legend = new FlowPane(12, 2);
  private BiConsumer<Integer, Integer> chosen = (_, _) -> {};

  /**
   * @param name what it shows, for people who do not see it
   * @param names of the clusters, from 1 on
   * @param counts clusters x categories
   */
  public StackedShares(String name, List<String> names, List<String> categories, int[][] counts,
      Picked picked, Texts texts) {
    super("stacked-shares", name, picked);
    this.texts = texts;
    this.categories = List.copyOf(categories);
    this.counts = Arrays.copyOf(counts, counts.length + 1);
    int[] all = new int[categories.size()];
    for (int[] own : counts) {
      Arrays.setAll(all, category -> all[category] + own[category]);
    }
    this.counts[counts.length] = all;
    this.names.addAll(names);
    this.names.add(texts.text("charts.shares.all"));
    order = IntStream.range(0, categories.size())
        .boxed()
        .sorted(Comparator.comparing(category -> -all[category]))
        .mapToInt(Integer::intValue)
        .toArray();
    for (int row = 0; row < this.names.size(); row++) {
      add(row);
    }
    legend();
    getChildren().addAll(left);
    getChildren().add(legend);
    fade();
  }

  /** @param taker takes the cluster and the category of a part that was clicked; 0 for all customers, -1 for other categories */
  public void whenChosen(BiConsumer<Integer, Integer> taker) {
    chosen = taker;
  }

  private int drawn() {
    return order.length <= MOST + 1 ? order.length : MOST + 1;
  }

  private boolean rest(int place) {
    return order.length > MOST + 1 && place == MOST;
  }

  private int count(int row, int place) {
    return rest(place)
        ? Arrays.stream(order, MOST, order.length).map(category -> counts[row][category]).sum()
        : counts[row][order[place]];
  }

  private double share(int row, int place) {
    int total = Arrays.stream(counts[row]).sum();
    return total == 0 ? 0 : (double) count(row, place) / total;
  }

  private String category(int place) {
    return rest(place)
        ? texts.text("charts.shares.others", order.length - MOST)
        : categories.get(order[place]);
  }

  private static String style(int place, boolean rest) {
    return rest ? "category-rest" : "category-" + (place + 1);
  }

  private void add(int row) {
    int cluster = row == names.size() - 1 ? 0 : row + 1;
    List<Rectangle> own = new ArrayList<>();
    List<Label> said = new ArrayList<>();
    for (int place = 0; place < drawn(); place++) {
      int at = place;
      Rectangle part = new Rectangle();
      part.getStyleClass().addAll("share", "own-fill", style(place, rest(place)));
      own.add(stop(cluster, words(row, place), part));
      part.addEventHandler(MouseEvent.MOUSE_CLICKED,
          _ -> chosen.accept(cluster, rest(at) ? -1 : order[at]));
      Label figure = label(texts.text("charts.percent", share(row, place)), "share-figure",
          style(place, rest(place)));
      figure.setAlignment(Pos.CENTER);
      figure.opacityProperty().bind(part.opacityProperty());
      said.add(figure);
    }
    Label name = given(names.get(row));
    name.setAlignment(Pos.CENTER_RIGHT);
    name.setTextAlignment(TextAlignment.RIGHT);
    name.setWrapText(true);
    if (cluster == 0) {
      name.getStyleClass().add("muted");
    }
    left.add(name);
    bars.add(own);
    figures.add(said);
    getChildren().addAll(own);
    getChildren().addAll(said);
  }

  private String words(int row, int place) {
    return texts.text("charts.shares.one", names.get(row), category(place), share(row, place),
        count(row, place));
  }

  private void legend() {
    legend.setAlignment(Pos.CENTER);
    for (int place = 0; place < drawn(); place++) {
      Region swatch = new Region();
      swatch.getStyleClass().addAll("legend-square", style(place, rest(place)));
      Label name = given(category(place));
      name.setMaxWidth(LONGEST_NAME);
      HBox entry = new HBox(5, swatch, name);
      entry.setAlignment(Pos.CENTER_LEFT);
      legend.getChildren().add(entry);
    }
  }

  /** A row a cluster and one for all: its name, and the share of each category, the rarer ones too. */
  public ChartRows rows() {
    List<String> columns = new ArrayList<>(List.of(texts.text("charts.column.cluster")));
    Arrays.stream(order).forEach(category -> columns.add(categories.get(category)));
    return new ChartRows(columns, IntStream.range(0, names.size()).mapToObj(row -> {
      int total = Math.max(1, Arrays.stream(counts[row]).sum());
      List<String> said = new ArrayList<>(List.of(names.get(row)));
      Arrays.stream(order)
          .forEach(
              category -> said.add(texts.text("charts.percent", (double) counts[row][category] / total)));
      return said;
    }).toList());
  }

  @Override
  protected double computePrefHeight(double width) {
    return names.size() * (THICKEST + 4) + 40;
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = widest(left, LONGEST_NAME);
    double from = nameWidth + GAP;
    double legendHeight = legend.prefHeight(getWidth() - from);
    double room = getHeight() - legendHeight - 2 * GAP;
    double height = Math.floor(Math.min(THICKEST + 4, room / Math.max(1, names.size())));
    double wide = Math.max(1, getWidth() - from);
    for (int row = 0; row < names.size(); row++) {
      double y = row * height + (row == names.size() - 1 ? GAP / 2 : 0);
      left.get(row).resizeRelocate(0, y, nameWidth, height - 4);
      double x = from;
      for (int place = 0; place < drawn(); place++) {
        double width = share(row, place) * wide;
        BoxPlots.rectangle(bars.get(row).get(place), x, y, width, height - 4);
        Label figure = figures.get(row).get(place);
        figure.setVisible(figure.prefWidth(-1) <= width - 2 && figure.prefHeight(-1) <= height);
        figure.resizeRelocate(x, y, width, height - 4);
        x += width;
      }
    }
    legend.resizeRelocate(from, names.size() * height + 1.5 * GAP, wide, legendHeight);
  }
}
