package app.parcelle.engine.cluster.algorithm;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** An {@link Algorithm} by its name and parameters as words, such as {@code dbscan} with {@code eps} {@code 0.3}. */
public final class AlgorithmText {
  /** The names there are. */
  public static final List<String> NAMES = List.of("k-means", "k-medoids", "k-prototypes", "gower", "mixture",
      "hierarchical", "spectral", "two-step", "x-means", "g-means", "dbscan", "hdbscan");

  private static final int MOST_CLUSTERS = 1_000;

  /** More starts find mixtures that are likelier and farther from what a person would draw. */
  private static final int MIXTURE_STARTS = 5;

  /** The name of a method. */
  public static String name(Algorithm algorithm) {
    return switch (algorithm) {
      case Algorithm.KMeans _ -> "k-means";
      case Algorithm.KMedoids _ -> "k-medoids";
      case Algorithm.KPrototypes _ -> "k-prototypes";
      case Algorithm.Gower _ -> "gower";
      case Algorithm.GaussianMixture _ -> "mixture";
      case Algorithm.Hierarchical _ -> "hierarchical";
      case Algorithm.Spectral _ -> "spectral";
      case Algorithm.TwoStep _ -> "two-step";
      case Algorithm.XMeans _ -> "x-means";
      case Algorithm.GMeans _ -> "g-means";
      case Algorithm.Dbscan _ -> "dbscan";
      case Algorithm.Hdbscan _ -> "hdbscan";
    };
  }

  /** The parameters that a method takes, in the order in which they are shown. */
  public static List<String> parameters(String name) {
    return switch (name) {
      case "k-means" -> List.of("starts");
      case "k-prototypes" -> List.of("gamma", "starts");
      case "mixture" -> List.of("covariance", "starts");
      case "hierarchical" -> List.of("linkage");
      case "spectral" -> List.of("neighbours");
      case "x-means" -> List.of("max-k");
      case "g-means" -> List.of("max-k", "significance");
      case "dbscan" -> List.of("eps", "min-points");
      case "hdbscan" -> List.of("min-cluster-size", "min-points");
      default -> List.of();
    };
  }

  /** Its parameters as {@link #read} takes them, in the order of {@link #parameters}, without those left to the data. */
  public static Map<String, String> written(Algorithm algorithm) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    switch (algorithm) {
      case Algorithm.KMeans(int starts) -> all.put("starts", starts);
      case Algorithm.KPrototypes(Double gamma, int starts) -> {
        all.put("gamma", gamma);
        all.put("starts", starts);
      }
      case Algorithm.GaussianMixture(Algorithm.Covariance covariance, int starts) -> {
        all.put("covariance", covariance);
        all.put("starts", starts);
      }
      case Algorithm.Hierarchical(Algorithm.Linkage linkage) -> all.put("linkage", linkage);
      case Algorithm.Spectral(Integer neighbours) -> all.put("neighbours", neighbours);
      case Algorithm.XMeans(int maxK) -> all.put("max-k", maxK);
      case Algorithm.GMeans(int maxK, double significance) -> {
        all.put("max-k", maxK);
        all.put("significance", significance);
      }
      case Algorithm.Dbscan(Double eps, Integer minPoints) -> {
        all.put("eps", eps);
        all.put("min-points", minPoints);
      }
      case Algorithm.Hdbscan(Integer minClusterSize, Integer minPoints) -> {
        all.put("min-cluster-size", minClusterSize);
        all.put("min-points", minPoints);
      }
      case Algorithm.KMedoids _,Algorithm.Gower _,Algorithm.TwoStep _ -> {
        return Map.of();
      }
    }
    Map<String, String> written = new LinkedHashMap<>();
    all.forEach((parameter, value) -> {
      if (value != null) {
        written.put(parameter, value.toString().toLowerCase(Locale.ROOT));
      }
    });
    return written;
  }

  private final String name;
  private final TreeMap<String, String> left;

  private AlgorithmText(String name, Map<String, String> parameters) {
    this.name = name;
    this.left = new TreeMap<>(parameters);
  }

  /**
   * Reads an algorithm.
   *
   * @param parameters those that are not given have their usual values
   * @throws Problem when there is no such algorithm or parameter, or a value is out of its range
   */
  public static Algorithm read(String name, Map<String, String> parameters) {
    AlgorithmText text = new AlgorithmText(name, parameters);
    Algorithm algorithm = text.algorithm();
    if (!text.left.isEmpty()) {
      List<String> taken = parameters(name);
      throw new Problem(Message.of("cluster.problem.no-parameter", name, text.left.firstKey(), taken.size(),
          String.join(", ", taken)));
    }
    return algorithm;
  }

  private Algorithm algorithm() {
    return switch (name) {
      case "k-means" -> new Algorithm.KMeans(starts());
      case "k-medoids" -> new Algorithm.KMedoids();
      case "k-prototypes" -> new Algorithm.KPrototypes(number("gamma", 0, 1e6), starts());
      case "gower" -> new Algorithm.Gower();
      case "mixture" -> new Algorithm.GaussianMixture(
          oneOf("covariance", Algorithm.Covariance.values(), Algorithm.Covariance.FULL),
          or(whole("starts", 1, 1_000), MIXTURE_STARTS));
      case "hierarchical" ->
        new Algorithm.Hierarchical(oneOf("linkage", Algorithm.Linkage.values(), Algorithm.Linkage.WARD));
      case "spectral" -> new Algorithm.Spectral(whole("neighbours", 1, 1_000));
      case "two-step" -> new Algorithm.TwoStep();
      case "x-means" -> new Algorithm.XMeans(or(whole("max-k", 2, MOST_CLUSTERS), 20));
      case "g-means" -> {
        Double significance = number("significance", 1e-12, 0.5);
        yield new Algorithm.GMeans(or(whole("max-k", 2, MOST_CLUSTERS), 20),
            significance == null ? 1e-4 : significance);
      }
      case "dbscan" ->
        new Algorithm.Dbscan(number("eps", Double.MIN_VALUE, 1e100), whole("min-points", 1, 1_000_000));
      case "hdbscan" -> new Algorithm.Hdbscan(whole("min-cluster-size", 2, 1_000_000),
          whole("min-points", 1, 1_000_000));
      default ->
        throw new Problem(Message.of("cluster.problem.no-algorithm", name, String.join(", ", NAMES)));
    };
  }

  private int starts() {
    return or(whole("starts", 1, 1_000), Algorithm.STARTS);
  }

  private static int or(@Nullable Integer value, int usual) {
    return value == null ? usual : value;
  }

  private @Nullable Integer whole(String parameter, int least, int most) {
    return value(parameter, Integer::valueOf, v -> v >= least && v <= most, least + " – " + most);
  }

  private @Nullable Double number(String parameter, double least, double most) {
    String allowed = least == Double.MIN_VALUE ? "> 0" : plain(least) + " – " + plain(most);
    return value(parameter, Double::valueOf, v -> v >= least && v <= most, allowed);
  }

  private static String plain(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  private <T> @Nullable T value(String parameter, Function<String, T> reading, Predicate<T> fits,
      String allowed) {
    String given = left.remove(parameter);
    if (given == null) {
      return null;
    }
    try {
      T value = reading.apply(given.strip());
      if (fits.test(value)) {
        return value;
      }
    } catch (NumberFormatException wrong) {
      // told below, together with numbers out of range
    }
    throw new Problem(Message.of("cluster.problem.parameter", parameter, given, allowed));
  }

  private <E extends Enum<E>> E oneOf(String parameter, E[] values, E usual) {
    String given = left.remove(parameter);
    UnaryOperator<String> word = name -> name.toLowerCase(Locale.ROOT);
    return given == null
        ? usual
        : Arrays.stream(values)
            .filter(v -> word.apply(v.name()).equals(given.strip()))
            .findFirst()
            .orElseThrow(() -> new Problem(Message.of("cluster.problem.parameter", parameter, given,
                String.join(", ", Arrays.stream(values).map(v -> word.apply(v.name())).toList()))));
  }
}
