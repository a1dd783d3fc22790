package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * How a category field is spread within each cluster: a bar of 100 % a cluster, one for all, and one for those selected. Beyond {@link #MOST}
 * categories the rarer ones are drawn as others. Style class {@code stacked-shares}; categories have the classes
 * {@code category-1} and so on, from the most frequent, and others {@code category-rest}.
 */
public final class StackedShares extends ClusterChart {
  /** Categories that are drawn one by one. */
  public static final int MOST = 7;

  private static final int SELECTION = -1;
  private static final double LONGEST_NAME = 180;
  private static final double GAP = 10;
  private static final double THICKEST = 34;

  private final Texts texts;
  private final List<String> names;
  private final List<String> categories;
  private final int[][] counts;
  private final int[] all;
  private final int[] order;
  private final List<Row> rows = new ArrayList<>();
  private final FlowPane legend = new FlowPane(12, 2);
  private BiConsumer<Integer, Integer> chosen = (_, _) -> {};

  /** A bar and its parts, from the most frequent category on. */
  private record Row(String name, int[] counts, Label left, List<Rectangle> parts, List<Label> figures) {}

  /**
   * @param name what it shows, for people who do not see it
   * @param names of the clusters, from 1 on
   * @param counts clusters x categories
   */
  public StackedShares(String name, List<String> names, List<String> categories, int[][] counts,
      Picked picked, Texts texts) {
    super("stacked-shares", name, picked);
    this.texts = texts;
    this.names = List.copyOf(names);
    this.categories = List.copyOf(categories);
    this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    all = new int[categories.size()];
    for (int[] own : counts) {
      Arrays.setAll(all, category -> all[category] + own[category]);
    }
    order = IntStream.range(0, categories.size())
        .boxed()
        .sorted(Comparator.comparing(category -> -all[category]))
        .mapToInt(Integer::intValue)
        .toArray();
    legend();
    select("", new int[0]);
  }

  /** @param taker takes the cluster and the category of a part that was clicked; 0 for all customers, -1 for other categories */
  public void whenChosen(BiConsumer<Integer, Integer> taker) {
    chosen = taker;
  }

  /**
   * Draws a bar of customers who are selected.
   *
   * @param name what they are called; empty for none
   * @param own how many of each category; empty for none
   */
  public void select(String name, int[] own) {
    forget();
    rows.clear();
    getChildren().clear();
    for (int cluster = 1; cluster <= names.size(); cluster++) {
      add(names.get(cluster - 1), counts[cluster - 1], cluster);
    }
    add(texts.text("charts.shares.all"), all, 0);
    rows.getLast().left().getStyleClass().add("muted");
    if (own.length > 0) {
      add(name, own.clone(), SELECTION);
    }
    getChildren().add(legend);
    fade();
  }

  private int drawn() {
    return order.length <= MOST + 1 ? order.length : MOST + 1;
  }

  private boolean rest(int place) {
    return order.length > MOST + 1 && place == MOST;
  }

  private int count(int[] own, int place) {
    return rest(place)
        ? Arrays.stream(order, MOST, order.length).map(category -> own[category]).sum()
        : own[order[place]];
  }

  private double share(int[] own, int place) {
    int total = Arrays.stream(own).sum();
    return total == 0 ? 0 : (double) count(own, place) / total;
  }

  private String category(int place) {
    return rest(place)
        ? texts.text("charts.shares.others", order.length - MOST)
        : categories.get(order[place]);
  }

  private static String style(int place, boolean rest) {
    return rest ? "category-rest" : "category-" + (place + 1);
  }

  /** @param cluster 0 for all customers, {@link #SELECTION} for those selected, who are selected already */
  private void add(String name, int[] own, int cluster) {
    List<Rectangle> parts = new ArrayList<>();
    List<Label> figures = new ArrayList<>();
    for (int place = 0; place < drawn(); place++) {
      int at = place;
      Rectangle part = new Rectangle();
      part.getStyleClass().addAll("share", "own-fill", style(place, rest(place)));
      String words = texts.text("charts.shares.one", name, category(place), share(own, place),
          count(own, place));
      parts.add(stop(Math.max(0, cluster), words, part));
      if (cluster != SELECTION) {
        part.addEventHandler(MouseEvent.MOUSE_CLICKED,
            _ -> chosen.accept(cluster, rest(at) ? -1 : order[at]));
      }
      Label figure = label(texts.text("charts.percent", share(own, place)), "share-figure",
          style(place, rest(place)));
      figure.setAlignment(Pos.CENTER);
      figure.opacityProperty().bind(part.opacityProperty());
      figures.add(figure);
    }
    Label left = given(name);
    left.setAlignment(Pos.CENTER_RIGHT);
    left.setTextAlignment(TextAlignment.RIGHT);
    left.setWrapText(true);
    rows.add(new Row(name, own, left, parts, figures));
    getChildren().addAll(parts);
    getChildren().addAll(figures);
    getChildren().add(left);
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

  /** A row a cluster, one for all and one for those selected: its name, and the share of each category, the rarer ones too. */
  public ChartRows rows() {
    List<String> columns = new ArrayList<>(List.of(texts.text("charts.column.cluster")));
    Arrays.stream(order).forEach(category -> columns.add(categories.get(category)));
    return new ChartRows(columns, rows.stream().map(row -> {
      int total = Math.max(1, Arrays.stream(row.counts()).sum());
      return Stream
          .concat(Stream.of(row.name()),
              Arrays.stream(order)
                  .mapToObj(
                      category -> texts.text("charts.percent", (double) row.counts()[category] / total)))
          .toList();
    }).toList());
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows.size() * (THICKEST + 4) + 40;
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = widest(rows.stream().map(Row::left).toList(), LONGEST_NAME);
    double from = nameWidth + GAP;
    double legendHeight = legend.prefHeight(getWidth() - from);
    double room = getHeight() - legendHeight - 2 * GAP;
    double height = Math.floor(Math.min(THICKEST + 4, room / Math.max(1, rows.size())));
    double wide = Math.max(1, getWidth() - from);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = i * height + (i >= names.size() ? GAP / 2 : 0);
      row.left().resizeRelocate(0, y, nameWidth, height - 4);
      double x = from;
      for (int place = 0; place < drawn(); place++) {
        double width = share(row.counts(), place) * wide;
        BoxPlots.rectangle(row.parts().get(place), x, y, width, height - 4);
        Label figure = row.figures().get(place);
        figure.setVisible(figure.prefWidth(-1) <= width - 2 && figure.prefHeight(-1) <= height);
        figure.resizeRelocate(x, y, width, height - 4);
        x += width;
      }
    }
    legend.resizeRelocate(from, rows.size() * height + 1.5 * GAP, wide, legendHeight);
  }
}
