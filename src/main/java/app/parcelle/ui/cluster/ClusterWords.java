package app.parcelle.ui.cluster;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.explain.Portrait.Measure;
import app.parcelle.engine.cluster.map.PrincipalAxes;
import app.parcelle.engine.cluster.prepare.Fitted;
import app.parcelle.engine.cluster.prepare.Prepared;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;
import app.parcelle.engine.table.ColumnType;

/** What the screen says of clusters, in the person's language. */
record ClusterWords(Texts texts, Supplier<FieldCatalog> catalog) {
  /** Dimensions named at an axis. */
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

  /** Two figures are enough to compare; a yes/no field is a share, a date is days since 1970, NaN is nobody's. */
  String value(Field field, double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (field.type() == ColumnType.YES_NO) {
      return percent(value);
    }
    if (field.type() == ColumnType.DATE || field.type() == ColumnType.DATE_TIME) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
          .withLocale(texts.locale())
          .format(LocalDate.ofEpochDay((long) Math.floor(value)));
    }
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(Math.abs(value) >= 10 ? 0 : 1);
    return format.format(value);
  }

  /** One digit after the point at most. */
  String one(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  /** How many customers are in clusters, and how many are not, and why. */
  String whoTookPart(Found found) {
    ClusterResult result = found.result();
    List<String> parts = new ArrayList<>(List.of(text("clusters.who", found.clustered())));
    if (result.noise() > 0) {
      parts.add(text("clusters.who.noise", result.noise()));
    }
    if (result.prepared().outliers().length > 0) {
      parts.add(text("clusters.who.outliers", result.prepared().outliers().length));
    }
    if (result.prepared().missing() > 0) {
      parts.add(text("clusters.who.missing", result.prepared().missing()));
    }
    return String.join(" · ", parts);
  }

  /** What an axis of the map is made of. */
  String axis(Found found, int number) {
    PrincipalAxes axes = found.result().axes();
    List<Prepared.Dimension> dimensions = found.result().prepared().dimensions();
    int dims = axes.mean().length;
    if (number >= axes.variances().length) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    // kept categories come behind the numbers, and have no name of their own here
    IntStream.range(0, Math.min(dims, dimensions.size()))
        .filter(d -> Math.abs(axes.vectors()[number * dims + d]) >= LOADING)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer d) -> -Math.abs(axes.vectors()[number * dims + d])))
        .limit(NAMED)
        .forEach(d -> {
          String name = lower(dimension(found, dimensions.get(d)));
          parts.add(axes.vectors()[number * dims + d] > 0 ? name : text("clusters.map.falling", name));
        });
    return parts.isEmpty()
        ? ""
        : text("clusters.map.axis", number + 1, String.join(", ", parts), percent(axes.share(number)));
  }

  /** A column of the prepared numbers: the field, and the value that it stands for. */
  String dimension(Found found, Prepared.Dimension dimension) {
    String field = title(found.fields().get(dimension.column()));
    if (dimension.isIndicator()) {
      return text("clusters.dimension.missing", field);
    }
    String level = dimension.level();
    return level == null
        ? field
        : text("clusters.dimension.level", field,
            level.equals(Fitted.OTHERS) ? text("clusters.dimension.others") : level);
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** 100 for the average; the difference in standard deviations where an average cannot be compared with. */
  String index(Measure measure) {
    if (measure.index().isPresent()) {
      return count(Math.round(measure.index().getAsDouble()));
    }
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    double difference = measure.difference().value();
    return Double.isNaN(difference) ? "–" : (difference > 0 ? "+" : "") + format.format(difference);
  }

  /** What the person calls a cluster, or its number. */
  String name(ClusterViewModel model, int cluster) {
    String given = cluster <= model.names().size() ? model.names().get(cluster - 1).get().strip() : "";
    return given.isEmpty() ? text("clusters.card.name", cluster) : given;
  }
}
