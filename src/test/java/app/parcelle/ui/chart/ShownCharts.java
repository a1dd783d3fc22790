package app.parcelle.ui.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.job.JobRunner;

/** Charts of made-up clusters, to look at and to try. */
public record ShownCharts(Picked picked, JobRunner jobs, Texts texts) {
  private static final int ROWS = 2_400;

  /** Names of the clusters, in the language of the texts. */
  public List<String> names() {
    return texts.french()
        ? List.of("Fidèles réguliers", "Gros paniers rares", "Nouveaux", "Chasseurs de promotions",
            "Inactifs depuis longtemps", "Clients professionnels")
        : List.of("Loyal regulars", "Rare but large baskets", "New customers", "Bargain hunters",
            "Gone for long", "Business customers");
  }

  private List<String> fields() {
    return texts.french()
        ? List.of("Récence, jours", "Commandes", "Dépenses, €", "Panier moyen, €", "Âge, ans",
            "Ouvertures, %",
            "Ancienneté, mois")
        : List.of("Recency, days", "Orders", "Spend, €", "Average basket, €", "Age, years", "Opened, %",
            "Customer for, months");
  }

  private String words(double value) {
    return texts.text("charts.number", Math.abs(value) >= 10 ? Math.rint(value) : value);
  }

  private static int[] clusters() {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, ROWS).map(_ -> (int) (7 * random.nextDouble() * random.nextDouble())).toArray();
  }

  private static double[] values(int field, int[] clusters) {
    SplittableRandom random = new SplittableRandom(field);
    double[] centres = random.doubles(7, 10, 100).toArray();
    return Arrays.stream(clusters)
        .mapToDouble(cluster -> random.nextInt(50) == 0
            ? Double.NaN
            : centres[cluster] * Math.exp(0.35 * random.nextGaussian()))
        .toArray();
  }

  public BoxPlots boxes() {
    int[] clusters = clusters();
    return new BoxPlots(fields().get(2), names(), BoxFigures.of(values(2, clusters), clusters, 6),
        this::words,
        picked, texts);
  }

  public RadarPlot radar() {
    SplittableRandom random = new SplittableRandom(8);
    double[][] index = new double[6][7];
    for (double[] row : index) {
      Arrays.setAll(row, _ -> 100 * Math.exp(0.45 * random.nextGaussian()));
    }
    return new RadarPlot("Portraits", names(), fields(), index, picked, texts);
  }

  public StackedShares shares() {
    SplittableRandom random = new SplittableRandom(2);
    int[][] counts = new int[6][11];
    for (int[] row : counts) {
      Arrays.setAll(row, i -> (int) (600 * random.nextDouble() / (1 + i * i * 0.4)));
    }
    List<String> towns = List.of("Paris", "Lyon", "Marseille", "Toulouse", "Nantes", "Lille", "Bordeaux",
        "Rennes",
        "Nice", "Montpellier", "Saint-Étienne-du-Rouvray");
    return new StackedShares(texts.french() ? "Villes" : "Towns", names(), towns, counts, picked, texts);
  }

  public ContingencyPlot contingency() {
    SplittableRandom random = new SplittableRandom(5);
    int[][] counts = new int[6][5];
    for (int row = 0; row < 6; row++) {
      int own = row % 5;
      for (int column = 0; column < 5; column++) {
        counts[row][column] = column == own ? 400 + random.nextInt(400) : random.nextInt(120) / (1 + column);
      }
    }
    return new ContingencyPlot("k-means, DBSCAN", "k-means", names(), "DBSCAN",
        List.of("1", "2", "3", "4", texts.text("charts.no-cluster")), counts, texts);
  }

  public KChoiceChart choice(IntConsumer choose) {
    double[] silhouette = {0.31, 0.38, 0.46, 0.52, 0.48, 0.41, 0.39, 0.36, 0.35};
    double[] inertia = {9100, 7000, 5200, 3900, 3600, 3400, 3250, 3100, 3000};
    double[] gap = {0.42, 0.55, 0.71, 0.98, 0.97, 0.96, 0.94, 0.95, 0.93};
    double[] errors = {0.03, 0.03, 0.04, 0.03, 0.03, 0.05, 0.04, 0.03, 0.04};
    double[] stability = {0.97, 0.82, 0.78, 0.94, 0.71, 0.66, 0.61, Double.NaN, Double.NaN};
    boolean fr = texts.french();
    return new KChoiceChart(fr ? "Nombre de profils" : "Number of clusters", 2, List.of(
        new KChoiceChart.Measure(fr
            ? "séparation (silhouette), plus haut = mieux"
            : "separation (silhouette), higher is better", silhouette, new double[0], 5, this::words),
        new KChoiceChart.Measure(fr
            ? "dispersion (inertie), cherchez le coude"
            : "spread within (inertia), look for the elbow", inertia, new double[0], 5, this::words),
        new KChoiceChart.Measure(fr
            ? "écart au hasard (gap), plus haut = mieux"
            : "gap to chance, higher is better", gap, errors, 5, this::words),
        new KChoiceChart.Measure(fr
            ? "stabilité (Jaccard), plus haut = mieux"
            : "stability (Jaccard), higher is better", stability, new double[0], 2, this::words)),
        5, 4, choose, texts);
  }

  public DendrogramPlot dendrogram(int leaves) {
    SplittableRandom random = new SplittableRandom(6);
    int[] left = new int[leaves - 1];
    int[] right = new int[leaves - 1];
    double[] height = new double[leaves - 1];
    int[] open = IntStream.range(0, leaves).toArray();
    int count = leaves;
    for (int merge = 0; merge < leaves - 1; merge++) {
      int a = random.nextInt(count);
      left[merge] = open[a];
      open[a] = open[--count];
      int b = random.nextInt(count);
      right[merge] = open[b];
      open[b] = leaves + merge;
      height[merge] = 3 * Math.pow(1 - (double) merge / leaves, -0.4)
          + (merge > leaves - 6 ? 14 * (merge - leaves + 6) : 0);
    }
    return new DendrogramPlot(texts.french() ? "Regroupements successifs" : "What was joined, and when",
        leaves,
        left, right, height, new int[0], 5, this::words, picked, texts);
  }

  public ParallelPlot parallel() {
    int[] clusters = clusters();
    List<ParallelAxis> axes = IntStream.range(0, 6)
        .mapToObj(field -> new ParallelAxis(fields().get(field), values(field, clusters), this::words))
        .toList();
    return new ParallelPlot(texts.french() ? "Tous les champs" : "All fields", names(),
        IntStream.range(0, ROWS).toArray(), clusters, ROWS, axes, picked, jobs, "parallel", texts);
  }

  public SilhouettePlot silhouettes() {
    SplittableRandom random = new SplittableRandom(12);
    List<float[]> bands = IntStream.range(0, 5).mapToObj(cluster -> {
      double[] own = random.doubles(150 + 90 * cluster, -0.15, 0.4 + 0.1 * cluster).sorted().toArray();
      float[] descending = new float[own.length];
      for (int i = 0; i < own.length; i++) {
        descending[i] = (float) own[own.length - 1 - i];
      }
      return descending;
    }).toList();
    SilhouettePlot plot = new SilhouettePlot("Silhouettes", bands, 0.31,
        value -> texts.text("charts.number", value));
    plot.link(picked);
    return plot;
  }

  /** In English, on the calling thread. */
  public static ShownCharts plain(Picked picked) {
    return new ShownCharts(picked, new app.parcelle.ui.job.SameThreadJobs(), new Texts(Locale.UK));
  }
}
