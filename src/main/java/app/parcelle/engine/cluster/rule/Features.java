package app.parcelle.engine.cluster.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;

/** The columns of a sheet as rules can ask about them. */
final class Features {
  private static final double MILLISECONDS = 86_400_000;

  private Features() {}

  /**
   * @param fields one a column of the sheet, in its order
   * @param zone where the days of date-times begin
   */
  static List<Feature> of(Sheet sheet, List<Field> fields, ZoneId zone) {
    if (fields.size() != sheet.columns().size()) {
      throw new IllegalArgumentException("fields: " + fields.size());
    }
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      FieldRef ref = new FieldRef(field.name(), field.id());
      features.add(switch (sheet.columns().get(i)) {
        case Sheet.Numbers numbers -> of(ref, field, numbers.values(), zone);
        case Sheet.Categories categories -> of(ref, field, categories);
      });
    }
    return List.copyOf(features);
  }

  private static Feature of(FieldRef ref, Field field, double[] values, ZoneId zone) {
    return switch (field.type()) {
      case YES_NO -> new Feature.Grouped(ref, true, List.of("no", "yes"), yesNo(values));
      case DATE -> new Feature.Measured(ref, true, 0, values);
      case DATE_TIME -> new Feature.Measured(ref, true, 0, localDays(values, zone));
      case WHOLE, DECIMAL, TEXT, IDENTIFIER -> new Feature.Measured(ref, false, field.scale(), values);
    };
  }

  private static int[] yesNo(double[] values) {
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = Double.isNaN(values[row]) ? -1 : values[row] != 0 ? 1 : 0;
    }
    return codes;
  }

  private static double[] localDays(double[] values, ZoneId zone) {
    double[] days = new double[values.length];
    for (int row = 0; row < days.length; row++) {
      days[row] = Double.isNaN(values[row])
          ? Double.NaN
          : Instant.ofEpochMilli(Math.round(values[row] * MILLISECONDS))
              .atZone(zone)
              .toLocalDate()
              .toEpochDay();
    }
    return days;
  }

  private static Feature of(FieldRef ref, Field field, Sheet.Categories categories) {
    Map<String, Integer> groups = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    int[] groupOf = new int[categories.levels().size()];
    for (int level = 0; level < groupOf.length; level++) {
      String text = categories.levels().get(level);
      String folded = Folding.fold(text);
      Integer known = groups.putIfAbsent(folded, groups.size());
      if (known == null) {
        texts.add(text);
      }
      groupOf[level] = known == null ? texts.size() - 1 : known;
    }
    int[] codes = new int[categories.codes().length];
    for (int row = 0; row < codes.length; row++) {
      int code = categories.codes()[row];
      codes[row] = code < 0 ? -1 : groupOf[code];
    }
    // a sheet may hold yes and no as two levels; their words say which is which
    return field.type() == ColumnType.YES_NO
        ? new Feature.Grouped(ref, true, List.of("no", "yes"), yesNo(codes, texts))
        : new Feature.Grouped(ref, false, List.copyOf(texts), codes);
  }

  private static int[] yesNo(int[] codes, List<String> texts) {
    int[] yes = new int[codes.length];
    for (int row = 0; row < codes.length; row++) {
      yes[row] = codes[row] < 0 ? -1 : isYes(texts.get(codes[row])) ? 1 : 0;
    }
    return yes;
  }

  private static boolean isYes(String text) {
    return List.of("1", "yes", "oui", "true", "vrai").contains(Folding.fold(text));
  }
}
