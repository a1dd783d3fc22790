package app.parcelle.engine.export;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Role;

/** Which fields a list shows. */
public final class Columns {
  /** More than a person reads, and few enough to hold for a million customers at once. */
  public static final int USUAL_AT_MOST = 40;

  private Columns() {}

  /** The key first, then what is known of a customer without choosing a row: columns, traits, clusters; at most 40. */
  public static List<Field> usual(FieldCatalog catalog) {
    List<Field> usual = new ArrayList<>();
    catalog.fields().stream().filter(Field.Key.class::isInstance).findFirst().ifPresent(usual::add);
    catalog.fields()
        .stream()
        .filter(Columns::isUsual)
        .limit(USUAL_AT_MOST - usual.size())
        .forEach(usual::add);
    return usual;
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
        .map(id -> catalog.find(new FieldRef(id, id))
            .orElseThrow(() -> new Problem(Message.of("export.problem.field", id))))
        .toList();
  }

  private static boolean isUsual(Field field) {
    return switch (field) {
      case Field.Key key -> false;
      case Field.OfCustomer column -> column.role() != Role.CUSTOMER_KEY;
      case Field.OfTrait trait -> true;
      case Field.Lifted lifted -> lifted.pick() == Field.Pick.CONSTANT;
      case Field.Cluster cluster -> true;
    };
  }
}
