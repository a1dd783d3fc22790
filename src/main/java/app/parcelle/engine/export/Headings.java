package app.parcelle.engine.export;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.TableVersion;

/** What stands above the columns of a list: the names people gave them, and those of traits in their language. */
public final class Headings {
  private final FieldCatalog catalog;
  private final Texts texts;

  public Headings(FieldCatalog catalog, Texts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  public String of(Field field) {
    return switch (field) {
      case Field.OfTrait trait -> ofTrait(trait);
      case Field.OfCustomer column -> column.name();
      case Field.Lifted lifted -> lifted.name();
      case Field.Key key -> key.name();
      case Field.Cluster cluster -> cluster.name();
    };
  }

  private String ofTrait(Field.OfTrait field) {
    // keys: export.trait.*
    String name = texts.text("export.trait." + field.trait().id());
    boolean alone = catalog.fields()
        .stream()
        .noneMatch(other -> other instanceof Field.OfTrait trait && trait.trait() == field.trait()
            && !trait.tableId().equals(field.tableId()));
    return alone ? name : texts.text("export.trait.of", name, table(field.tableId()));
  }

  private String table(String id) {
    return catalog.events(id).map(TableVersion::name).orElse(id);
  }
}
