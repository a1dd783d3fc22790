package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** How the palette sorts what criteria can be made of, in this order. */
enum FieldKind {
  EVENTS, BEHAVIOUR, VALUE, DEMOGRAPHY, GEOGRAPHY, CONSENT, SCORES, CLUSTERS, SEGMENTS, ALL;

  private static final Set<String> PLACE_WORDS = Set.of("pays", "country", "ville", "city", "region",
      "province",
      "departement", "county", "postal", "zip", "postcode", "address", "adresse", "commune");

  /**
   * Everything that criteria can be made of, by kind; kinds with nothing in them are left out.
   *
   * @param segments the saved segments that can be referred to
   */
  static Map<FieldKind, List<Source>> sort(FieldCatalog catalog, List<FieldRef> segments) {
    FieldMeanings meanings = new FieldMeanings(catalog);
    Map<FieldKind, List<Source>> sorted = new EnumMap<>(FieldKind.class);
    for (TableVersion table : catalog.tables()) {
      if (table.kind() == TableKind.EVENTS) {
        add(sorted, EVENTS, new Source.OfEvents(table));
        if (table.withRole(Role.CONSENT).isPresent()) {
          add(sorted, CONSENT, new Source.OfConsent(table));
        }
      }
    }
    catalog.tables()
        .stream()
        .filter(table -> table.kind() == TableKind.EVENTS && table.withRole(Role.EVENT_TIME).isPresent())
        .findFirst()
        .ifPresent(table -> add(sorted, EVENTS, new Source.OfSequence(table)));
    for (Field field : catalog.fields()) {
      add(sorted, of(field, meanings), new Source.OfField(field, meanings.isList(field)));
    }
    meanings.coordinates().forEach(where -> {
      add(sorted, GEOGRAPHY, new Source.OfPlaces(where, where.latitude().name()));
      add(sorted, GEOGRAPHY, new Source.OfAreas(where, where.latitude().name()));
    });
    segments.forEach(segment -> add(sorted, SEGMENTS, new Source.OfSegment(segment)));
    if (!catalog.tables().isEmpty()) {
      add(sorted, ALL, new Source.OfEveryone());
      add(sorted, ALL, new Source.OfChance());
    }
    return sorted;
  }

  private static void add(Map<FieldKind, List<Source>> sorted, FieldKind kind, Source source) {
    sorted.computeIfAbsent(kind, _ -> new ArrayList<>()).add(source);
  }

  static FieldKind of(Field field, FieldCatalog catalog) {
    return of(field, new FieldMeanings(catalog));
  }

  private static FieldKind of(Field field, FieldMeanings meanings) {
    return switch (field) {
      case Field.OfTrait of -> of(of.trait());
      case Field.Score _ -> SCORES;
      case Field.Cluster _ -> CLUSTERS;
      case Field.Key _ -> DEMOGRAPHY;
      case Field.OfCustomer column -> of(column.role(), meanings.meaning(field), column.name());
      case Field.Lifted lifted -> of(meanings.role(field), meanings.meaning(field), lifted.name());
    };
  }

  private static FieldKind of(Trait trait) {
    return switch (trait) {
      case RECENCY, FREQUENCY, TENURE -> BEHAVIOUR;
      case MONETARY, AVERAGE_BASKET, MARGIN -> VALUE;
    };
  }

  private static FieldKind of(Role role, Meaning meaning, String name) {
    return switch (role) {
      case CONSENT -> CONSENT;
      case PLACE -> GEOGRAPHY;
      case AMOUNT, QUANTITY, UNIT_PRICE -> VALUE;
      case CUSTOMER_KEY, ORDER_KEY, EVENT_TIME, PRODUCT, LOOKUP_KEY, NONE -> switch (meaning.kind()) {
        case POSTAL_CODE, COUNTRY, LATITUDE, LONGITUDE, COORDINATES -> GEOGRAPHY;
        case MONEY -> VALUE;
        case NONE, PERCENT, EMAIL, PHONE, LIST -> isPlace(name) ? GEOGRAPHY : DEMOGRAPHY;
      };
    };
  }

  private static boolean isPlace(String name) {
    return List.of(Folding.fold(name).split("[^\\p{L}]+")).stream().anyMatch(PLACE_WORDS::contains);
  }
}
