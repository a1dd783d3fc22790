package app.parcelle.ui.cluster;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.ClusterResult.Feature;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.table.ColumnType;

/** What the screen says of clusters, in the person's language. */
record ClusterWords(Texts texts, Supplier<FieldCatalog> catalog) {
  /** In standard deviations: what is nearer to the average sets nobody apart. */
  private static final double APART = 0.3;

  /** Features named in a sentence. */
  private static final int NAMED = 3;

  /** Loadings below this do not make an axis. */
  private static final double LOADING = 0.35;

  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  String text(Message message) {
    return texts.text(message);
  }

  String title(Field field) {
    return new FieldNames(catalog.get(), texts).title(field);
  }

  String count(long number) {
    return NumberFormat.getIntegerInstance(texts.locale()).format(number);
  }

  String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(texts.locale());
    format.setMaximumFractionDigits(share < 0.1 ? 1 : 0);
    return format.format(share);
  }

  /** Two figures are enough to compare; a yes/no field is a share. */
  String value(Field field, double value) {
    if (field.type() == ColumnType.YES_NO) {
      return percent(value);
    }
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(Math.abs(value) >= 10 ? 0 : 1);
    return format.format(value);
  }

  /** What sets a cluster apart, in a sentence. */
  String apart(Found found, ClusterResult.Profile profile) {
    List<Feature> features = profile.features();
    List<String> parts = IntStream.range(0, features.size())
        .filter(i -> Math.abs(features.get(i).difference()) >= APART)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(features.get(i).difference())))
        .limit(NAMED)
        .map(i -> part(found.fields().get(i), features.get(i)))
        .toList();
    if (parts.isEmpty()) {
      return text("clusters.apart.none");
    }
    String joined = String.join(text("clusters.apart.comma"), parts);
    return text("clusters.apart.sentence", capital(joined));
  }

  private String part(Field field, Feature feature) {
    boolean more = feature.difference() > 0;
    // the middle customer where the middle tells, else the average
    boolean median = feature.median() > feature.overallMedian() == more
        && feature.median() != feature.overallMedian();
    String own = value(field, median ? feature.median() : feature.mean());
    String all = value(field, median ? feature.overallMedian() : feature.overallMean());
    String direction = more ? "more" : "less";
    if (field instanceof Field.OfTrait trait && trait.isPlain()) {
      // keys: clusters.apart.trait.*
      String key = "clusters.apart.trait." + trait.trait().id() + "." + direction;
      return text(key, own, all);
    }
    // keys: clusters.apart.field.*
    return text("clusters.apart.field." + direction, title(field), own, all);
  }

  private String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(texts.locale()) + sentence.substring(1);
  }

  /** What an axis of the map is made of. */
  String axis(Found found, int number) {
    ClusterResult.Axis axis = found.result().axes().get(number);
    List<Double> loadings = axis.loadings();
    List<String> parts = new ArrayList<>();
    IntStream.range(0, loadings.size())
        .filter(i -> Math.abs(loadings.get(i)) >= LOADING)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(loadings.get(i))))
        .limit(NAMED)
        .forEach(i -> {
          String name = lower(title(found.fields().get(i)));
          parts.add(loadings.get(i) > 0 ? name : text("clusters.map.falling", name));
        });
    return parts.isEmpty()
        ? ""
        : text("clusters.map.axis", number + 1, String.join(", ", parts), percent(axis.share()));
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** 100 for the average; the difference in standard deviations where an average cannot be compared with. */
  String index(Feature feature) {
    if (feature.overallMean() > 0) {
      return count(Math.round(100 * feature.mean() / feature.overallMean()));
    }
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return (feature.difference() > 0 ? "+" : "") + format.format(feature.difference());
  }

  /** What the person calls a cluster, or its number. */
  String name(ClusterViewModel model, int cluster) {
    String given = cluster <= model.names().size() ? model.names().get(cluster - 1).get().strip() : "";
    return given.isEmpty() ? text("clusters.card.name", cluster) : given;
  }
}
