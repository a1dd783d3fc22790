package app.parcelle.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import app.parcelle.engine.cluster.prepare.Pipeline;

/** How to look for clusters, beyond the fields; what is not given is as the data suggests. */
final class ClusterOptions {
  @Option(names = "--algorithm", paramLabel = "NAME", descriptionKey = "cli.option.cluster.algorithm")
  String algorithm = "k-means";

  @Option(names = "--set", paramLabel = "PARAMETER=VALUE", descriptionKey = "cli.option.cluster.set")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--k", paramLabel = "N", descriptionKey = "cli.option.k")
  @Nullable
  Integer k;

  @Option(names = "--max-k", paramLabel = "N", descriptionKey = "cli.option.cluster.max-k")
  @Nullable
  Integer maxK;

  @Option(names = "--within", paramLabel = "SEGMENT", descriptionKey = "cli.option.cluster.within")
  @Nullable
  String within;

  @Option(names = "--missing", paramLabel = "leave-out|median|indicator", descriptionKey = "cli.option.cluster.missing")
  Pipeline.@Nullable Missing missing;

  @Option(names = "--shape", paramLabel = "as-is|log|yeo-johnson", descriptionKey = "cli.option.cluster.shape")
  Pipeline.@Nullable Shape shape;

  @Option(names = "--scale", paramLabel = "none|standard|robust|min-max", descriptionKey = "cli.option.cluster.scale")
  Pipeline.@Nullable Scale scale;

  @Option(names = "--categories", paramLabel = "one-hot|kept", descriptionKey = "cli.option.cluster.categories")
  Pipeline.@Nullable Encoding categories;

  @Option(names = "--winsorise", paramLabel = "SHARE", descriptionKey = "cli.option.cluster.winsorise")
  @Nullable
  Double winsorise;

  @Option(names = "--outliers", paramLabel = "SHARE", descriptionKey = "cli.option.cluster.outliers")
  double outliers;

  @Option(names = "--weight", paramLabel = "FIELD=WEIGHT", descriptionKey = "cli.option.cluster.weight")
  Map<String, Double> weights = new LinkedHashMap<>();

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.option.seed")
  long seed = Clustering.USUAL_SEED;
}
