package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

import app.parcelle.engine.message.Texts;

/**
 * In which order groups were joined, and at what height, with a line that cuts the tree into clusters; style class
 * {@code dendrogram-plot}. Of a large tree the last {@link #MOST} groups are drawn, each as a triangle as high as it was made,
 * with its size. The line is dragged, or moved by the arrows up and down, to one cluster less or more; clusters below it are
 * numbered from the largest on and coloured so.
 */
public final class DendrogramPlot extends ClusterChart {
  /** Groups that are drawn; the line goes no lower. */
  public static final int MOST = 40;

  private static final double GUTTER = 56;
  private static final double BELOW = 22;
  private static final double TOP = 24;
  private static final double GRIP = 12;
  private static final double NUMBER = 11;

  private final Texts texts;
  private final CutTree tree;
  private final int shown;
  private final double highest;
  private final List<Integer> order;
  private final List<Link> links = new ArrayList<>();
  private final List<Label> sizes = new ArrayList<>();
  /** Those of the clusters, by their groups. */
  private final Map<Integer, Label> numbers = new HashMap<>();
  private final List<Line> grid = new ArrayList<>();
  private final List<Label> ticks = new ArrayList<>();
  private final double[] marks;
  private final Label heights;
  private final Label counts;
  private final Line cutLine = new Line();
  private final Rectangle grip = new Rectangle();
  private final Label cutWords = label("", "cut-words");
  private double cut;
  private int k;
  private Cut told = (_, _) -> {};

  /** Told where the tree is cut. */
  public interface Cut {
    void at(int clusters, double height);
  }

  /**
   * One group of the drawing.
   *
   * @param node of the tree
   * @param drawn its two arms and the bar between them, or its triangle
   */
  private record Link(int node, Path drawn) {}

  /**
   * @param name what it shows, for people who do not see it
   * @param leaves how many
   * @param left one a merge: a leaf, or {@code leaves} + the number of an earlier merge
   * @param right one a merge
   * @param height one a merge, ascending
   * @param leafSizes rows in each leaf; one each where there are none at all
   * @param clusters into which the tree is cut at first
   * @param words puts a height into words
   */
  public DendrogramPlot(String name, int leaves, int[] left, int[] right, double[] height, int[] leafSizes,
      int clusters, DoubleFunction<String> words, Picked picked, Texts texts) {
    super("dendrogram-plot", name, picked);
    this.texts = texts;
    heights = label(texts.text("charts.dendrogram.height"), "tick");
    counts = label(texts.text("charts.dendrogram.size"), "tick");
    tree = CutTree.of(leaves, left, right, height, leafSizes);
    shown = Math.max(tree.least(), Math.min(MOST, leaves));
    highest = height.length == 0 || height[height.length - 1] <= 0 ? 1 : height[height.length - 1] * 1.05;
    order = tree.inOrder(shown);
    marks = Ticks.of(0, highest, 5);
    for (double mark : marks) {
      Line line = new Line();
      line.getStyleClass().add("grid");
      grid.add(line);
      ticks.add(label(words.apply(mark), "tick"));
    }
    for (int node : order) {
      links.add(new Link(node, new Path()));
      sizes.add(label(texts.text("charts.count", tree.sizes()[node]), "tick"));
    }
    for (int merge = leaves - shown; merge < height.length; merge++) {
      links.add(new Link(leaves + merge, new Path()));
    }
    cutLine.getStyleClass().add("cut");
    cutLine.setMouseTransparent(true);
    grip.getStyleClass().add("cut-grip");
    grip.setOnMouseDragged(this::drag);
    getChildren().addAll(grid);
    getChildren().addAll(ticks);
    links.forEach(link -> getChildren().add(link.drawn()));
    getChildren().addAll(sizes);
    getChildren().addAll(heights, counts, cutLine, cutWords, grip);
    setMinSize(240, 160);
    addEventFilter(KeyEvent.KEY_PRESSED, this::moveCut);
    cut(tree.heightFor(Math.clamp(clusters, tree.least(), shown)));
  }

  /** @param taker told of clusters and height whenever the line has moved */
  public void whenCut(Cut taker) {
    told = taker;
  }

  /** Into how many clusters the tree is cut. */
  public int clusters() {
    return k;
  }

  /** Moves the line to where it leaves so many clusters, or the nearest number there is. */
  public void cutInto(int clusters) {
    cut(tree.heightFor(Math.clamp(clusters, tree.least(), shown)));
  }

  private void cut(double height) {
    double lowest = tree.heightFor(shown);
    cut = Math.clamp(height, Math.min(lowest, highest), highest);
    int before = k;
    k = tree.groupsAt(cut);
    if (k != before) {
      colour();
    }
    cutWords.setText(texts.text("charts.dendrogram.cut", k));
    requestLayout();
    told.at(k, cut);
  }

  private void colour() {
    forget();
    Map<Integer, Integer> clusterOf = new HashMap<>();
    List<Integer> groups = tree.groups(k);
    getChildren().removeAll(numbers.values());
    numbers.clear();
    for (int cluster = 1; cluster <= groups.size(); cluster++) {
      clusterOf.put(groups.get(cluster - 1), cluster);
      numbers.put(groups.get(cluster - 1), label(Integer.toString(cluster), "cluster-number", "on-chart"));
    }
    getChildren().addAll(numbers.values());
    for (int i = links.size() - 1; i >= shown; i--) {
      int node = links.get(i).node();
      Integer cluster = clusterOf.get(node);
      if (cluster != null) {
        clusterOf.put(tree.left()[node - tree.leaves()], cluster);
        clusterOf.put(tree.right()[node - tree.leaves()], cluster);
      }
    }
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      int cluster = clusterOf.getOrDefault(link.node(), 0);
      link.drawn()
          .getStyleClass()
          .setAll(i < shown ? "triangle" : "link", "own-stroke", Swatches.style(cluster));
      if (i < shown) {
        link.drawn().getStyleClass().add("own-fill");
        stop(cluster, words(link.node(), cluster), link.drawn());
      } else {
        part(cluster, words(link.node(), cluster), link.drawn());
      }
    }
    fade();
  }

  private String words(int node, int cluster) {
    String what = texts.text("charts.dendrogram.one", tree.sizes()[node], tree.heightOf(node));
    return cluster == 0
        ? what
        : texts.text("charts.dendrogram.of", texts.text("charts.cluster", cluster), what);
  }

  private void drag(MouseEvent event) {
    double room = getHeight() - BELOW - TOP;
    cut((getHeight() - BELOW - event.getY()) / room * highest);
    event.consume();
  }

  private void moveCut(KeyEvent event) {
    int next = switch (event.getCode()) {
      case DOWN, PAGE_DOWN, PLUS, ADD, EQUALS -> 1;
      case UP, PAGE_UP, MINUS, SUBTRACT -> -1;
      default -> 0;
    };
    if (next == 0 || event.isShortcutDown()) {
      return;
    }
    int to = k + next;
    while (to > tree.least() && to < shown && !tree.reachable(to)) {
      to += next;
    }
    cutInto(to);
    event.consume();
  }

  /** A row a cluster below the line: its number, its size, and the height at which it was made. */
  public ChartRows rows() {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> groups = tree.groups(k);
    for (int cluster = 1; cluster <= groups.size(); cluster++) {
      int node = groups.get(cluster - 1);
      rows.add(List.of(texts.text("charts.cluster", cluster), texts.text("charts.count", tree.sizes()[node]),
          texts.text("charts.number", tree.heightOf(node))));
    }
    return new ChartRows(List.of(texts.text("charts.column.cluster"), texts.text("charts.dendrogram.size"),
        texts.text("charts.dendrogram.height")), rows);
  }

  @Override
  protected void layoutChildren() {
    double left = Math.max(GUTTER, widest(ticks, 120) + 8);
    double step = (getWidth() - left) / order.size();
    double bottom = getHeight() - BELOW;
    double scale = (bottom - TOP) / highest;
    for (int i = 0; i < marks.length; i++) {
      double y = Math.rint(bottom - marks[i] * scale) + 0.5;
      BoxPlots.line(grid.get(i), left, y, getWidth(), y);
      ticks.get(i).autosize();
      ticks.get(i)
          .relocate(Math.rint(left - ticks.get(i).getWidth() - 6),
              Math.rint(y - ticks.get(i).getHeight() / 2));
    }
    heights.autosize();
    heights.relocate(0, 0);
    counts.autosize();
    counts.relocate(0, Math.rint(bottom + (BELOW - counts.getHeight()) / 2));
    Map<Integer, Double> middles = new HashMap<>();
    boolean room = sizes.stream().allMatch(size -> size.prefWidth(-1) < step - 6);
    for (int i = 0; i < order.size(); i++) {
      double x = left + (i + 0.5) * step;
      middles.put(order.get(i), x);
      triangle(links.get(i).drawn(), x, step * 0.36, bottom, bottom - tree.heightOf(order.get(i)) * scale);
      sizes.get(i).setVisible(room || (i % 3 == 1 && sizes.get(i).prefWidth(-1) < 2.8 * step));
      centre(sizes.get(i), x, bottom + BELOW / 2);
    }
    for (int i = order.size(); i < links.size(); i++) {
      int node = links.get(i).node();
      int a = tree.left()[node - tree.leaves()];
      int b = tree.right()[node - tree.leaves()];
      double y = bottom - tree.heightOf(node) * scale;
      links.get(i)
          .drawn()
          .getElements()
          .setAll(new MoveTo(middles.getOrDefault(a, left), bottom - tree.heightOf(a) * scale),
              new LineTo(middles.getOrDefault(a, left), y), new LineTo(middles.getOrDefault(b, left), y),
              new LineTo(middles.getOrDefault(b, left), bottom - tree.heightOf(b) * scale));
      middles.put(node, (middles.getOrDefault(a, left) + middles.getOrDefault(b, left)) / 2);
    }
    double y = Math.rint(bottom - cut * scale) + 0.5;
    BoxPlots.line(cutLine, left, y, getWidth(), y);
    BoxPlots.rectangle(grip, left, y - GRIP / 2, getWidth() - left, GRIP);
    numbers.forEach((node, number) -> centre(number, middles.getOrDefault(node, left),
        Math.min(y + NUMBER, bottom - tree.heightOf(node) * scale)));
    cutWords.autosize();
    cutWords.relocate(Math.rint(getWidth() - cutWords.getWidth() - 4),
        Math.rint(Math.clamp(y - cutWords.getHeight() - 3, 0, bottom)));
  }

  private static void triangle(Path path, double x, double half, double bottom, double top) {
    double tip = Math.min(top, bottom - 3);
    path.getElements()
        .setAll(new MoveTo(x, tip), new LineTo(x + half, bottom), new LineTo(x - half, bottom),
            new ClosePath());
  }
}
