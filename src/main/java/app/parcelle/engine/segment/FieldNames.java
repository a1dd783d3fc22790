package app.parcelle.engine.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.TableVersion;

/** The names of fields as a person reads them: those the program gives are translated, those of columns stay. */
public record FieldNames(FieldCatalog catalog, Texts texts) {
  /** The name in a list or a table header, such as "Average basket". */
  public String title(Field field) {
    return switch (field) {
      case Field.OfTrait trait -> ofTable(trait, table -> switch (trait.trait()) {
        case RECENCY -> texts.text("sentence.title.recency.of", table);
        case TENURE -> texts.text("sentence.title.tenure.of", table);
        default -> texts.text("sentence.ofTable", title(trait), table);
      }, title(trait));
      case Field.Key _ -> texts.text("sentence.title.key");
      case Field.Lifted lifted -> lifted(lifted);
      case Field.OfCustomer _,Field.Cluster _ -> field.name();
      // keys: sentence.score.*
      case Field.Score score -> texts.text("sentence.score." + score.part().name().toLowerCase(Locale.ROOT));
    };
  }

  /** The name as the subject of a sentence, such as "le panier moyen". */
  String subject(FieldRef ref) {
    Optional<Field> found = catalog.find(ref);
    if (found.isEmpty()) {
      return column(ref.name());
    }
    return switch (found.get()) {
      case Field.OfTrait trait -> {
        // keys: sentence.trait.*
        String name = texts.text("sentence.trait." + trait.trait().name().toLowerCase(Locale.ROOT));
        yield ofTable(trait, table -> texts.text("sentence.ofTable", name, table), name);
      }
      case Field.Key _ -> texts.text("sentence.subject.key");
      case Field.Cluster cluster -> texts.text("sentence.subject.cluster", Marks.value(cluster.name()));
      case Field.Lifted lifted -> column(lifted(lifted));
      case Field.Score score ->
        // keys: sentence.subject.score.*
        texts.text("sentence.subject.score." + score.part().name().toLowerCase(Locale.ROOT));
      case Field.OfCustomer column -> column(column.name());
    };
  }

  /** A column of the user's as the subject of a sentence. */
  String column(String name) {
    return texts.text("sentence.column", Marks.value(name));
  }

  private String title(Field.OfTrait trait) {
    return texts.text("sentence.title." + trait.trait().name().toLowerCase(Locale.ROOT)); // keys: sentence.title.*
  }

  private String ofTable(Field.OfTrait trait, UnaryOperator<String> named, String plain) {
    return trait.isPlain()
        ? plain
        : catalog.tables()
            .stream()
            .filter(t -> t.tableId().equals(trait.tableId()))
            .findFirst()
            .map(TableVersion::name)
            .map(table -> named.apply(Marks.value(table)))
            .orElse(plain);
  }

  private String lifted(Field.Lifted field) {
    String column = catalog.tables()
        .stream()
        .filter(t -> t.tableId().equals(field.tableId()))
        .flatMap(t -> t.withId(field.columnId()).stream())
        .findFirst()
        .map(c -> c.name())
        .orElse(field.name());
    return switch (field.pick()) {
      case CONSTANT -> column;
      case FIRST -> texts.text("sentence.pick.first", column);
      case LAST -> texts.text("sentence.pick.last", column);
      case MOST_FREQUENT -> texts.text("sentence.pick.most", column);
    };
  }
}
