package app.parcelle.engine.evaluate;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;

/** Whether a field points at a person: by itself, or together with others. Columns of customer tables only. */
public enum Identifying {
  /** A name, an e-mail address, a phone number, a street: by itself. */
  BY_ITSELF,
  /** A postal code, a town, a birth date, a sex, a profession: together with others. */
  TOGETHER,
  /** Anything else, and what is computed. */
  NOT;

  private static final Set<String> PERSONAL = Set.of("nom", "prenom", "name", "firstname", "lastname",
      "surname", "forename", "email", "mail", "courriel", "phone", "telephone", "tel", "mobile", "portable",
      "address", "adresse", "street", "rue", "iban");
  private static final Set<String> SHARED = Set.of("postal", "postcode", "zip", "cp", "ville", "city", "town",
      "commune", "birth", "birthdate", "birthday", "naissance", "dob", "sex", "sexe", "gender", "genre",
      "civilite", "salutation", "profession", "job", "metier");

  public static Identifying of(Field field, FieldCatalog catalog) {
    if (!(field instanceof Field.OfCustomer customers)) {
      return NOT;
    }
    Meaning meaning = catalog.tables()
        .stream()
        .filter(table -> table.tableId().equals(customers.tableId()))
        .findFirst()
        .flatMap(table -> table.withId(customers.columnId()))
        .map(Column::meaning)
        .orElse(Meaning.NONE);
    return ofMeaning(meaning).orElseGet(() -> field.type().isText() || field.type().isDate()
        ? ofName(field.name())
        : NOT);
  }

  private static Optional<Identifying> ofMeaning(Meaning meaning) {
    return switch (meaning.kind()) {
      case EMAIL, PHONE, COORDINATES, LATITUDE, LONGITUDE -> Optional.of(BY_ITSELF);
      case POSTAL_CODE -> Optional.of(TOGETHER);
      case MONEY, PERCENT, COUNTRY, LIST -> Optional.of(NOT);
      case NONE -> Optional.empty();
    };
  }

  /** A "town name" is a town: words of places come first. */
  private static Identifying ofName(String name) {
    Set<String> words = Set
        .copyOf(Arrays.stream(Folding.fold(name).split("[^\\p{L}]+", -1)).distinct().toList());
    return words.stream().anyMatch(SHARED::contains)
        ? TOGETHER
        : words.stream().anyMatch(PERSONAL::contains) ? BY_ITSELF : NOT;
  }
}
