package app.parcelle.engine.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldNames;

/** Which fields a list shows. */
public final class Columns {
  /** More than a person reads, and few enough to hold for a million customers at once. */
  public static final int USUAL_AT_MOST = 40;

  private Columns() {}

  /**
   * The key, the customer's own columns, the traits of the first table of events, the clusters: what is known of a
   * customer without choosing among rows. At most 40.
   */
  public static List<Field> usual(FieldCatalog catalog) {
    List<Field> usual = new ArrayList<>();
    addAll(usual, catalog, Field.Key.class::isInstance);
    addAll(usual, catalog, field -> field instanceof Field.OfCustomer);
    addAll(usual, catalog,
        field -> field instanceof Field.Lifted lifted && lifted.pick() == Field.Pick.CONSTANT);
    catalog.fields()
        .stream()
        .filter(Field.OfTrait.class::isInstance)
        .map(Field::tableId)
        .findFirst()
        .ifPresent(table -> addAll(usual, catalog,
            field -> field instanceof Field.OfTrait && field.tableId().equals(table)));
    addAll(usual, catalog, Field.Cluster.class::isInstance);
    addAll(usual, catalog, Field.Score.class::isInstance);
    return usual.stream().limit(USUAL_AT_MOST).toList();
  }

  /** What stands above a column: the key under the name it has in the data, so that it is known again elsewhere. */
  public static String heading(Field field, FieldNames names) {
    return field instanceof Field.Key key ? key.name() : names.title(field);
  }

  private static void addAll(List<Field> fields, FieldCatalog catalog, Predicate<Field> which) {
    catalog.fields().stream().filter(which).forEach(fields::add);
  }

  /**
   * The fields of these ids, or the usual ones when there is none.
   *
   * @throws Problem when a field is gone
   */
  public static List<Field> chosen(FieldCatalog catalog, List<String> ids) {
    if (ids.isEmpty()) {
      return usual(catalog);
    }
    return ids.stream()
        .map(id -> catalog.withId(id)
            .orElseThrow(() -> new Problem(Message.of("export.problem.field", id))))
        .toList();
  }
}
