package app.parcelle.ui.cluster;

import app.parcelle.engine.segment.Field;

/** How the fields that clusters may be looked for in are sorted, in this order. */
enum FieldGroup {
  PURCHASES, SCORES, NUMBERS, CATEGORIES;

  static FieldGroup of(Field field) {
    return switch (field) {
      case Field.OfTrait _ -> PURCHASES;
      case Field.Score _ -> SCORES;
      case Field.OfCustomer _,Field.Lifted _,Field.Key _,Field.Cluster _ ->
        field.type().isText() ? CATEGORIES : NUMBERS;
    };
  }
}
