package app.parcelle.engine.place;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.parcelle.engine.table.Folding;

/** Which property of the features of a file has their names. */
final class NameProperty {
  private static final List<String> USUAL = List.of("name", "nom", "libelle", "label", "title", "titre",
      "name_fr",
      "nom_officiel", "name_long", "admin", "region", "nom_region", "reg_name", "nom_reg", "departement",
      "nom_dep", "dep_name", "commune", "nom_com", "com_name", "city", "ville", "code", "id");

  private NameProperty() {}

  /** Of those that all features have: one that is usually called so, else the first whose texts all differ. */
  static Optional<String> find(List<Map<String, String>> features) {
    List<String> everywhere = features.getFirst()
        .keySet()
        .stream()
        .filter(property -> features.stream().allMatch(feature -> feature.containsKey(property)))
        .toList();
    return USUAL.stream()
        .flatMap(usual -> everywhere.stream().filter(property -> Folding.fold(property).equals(usual)))
        .findFirst()
        .or(() -> everywhere.stream()
            .filter(
                property -> features.stream().map(f -> f.get(property)).distinct().count() == features.size())
            .findFirst());
  }

  /** The one that is called so, whatever the case. */
  static Optional<String> named(List<Map<String, String>> features, String wanted) {
    String folded = Folding.fold(wanted);
    return features.stream()
        .flatMap(feature -> feature.keySet().stream())
        .distinct()
        .filter(property -> property.equals(wanted) || Folding.fold(property).equals(folded))
        .findFirst();
  }

  /** The first of those that there are, for a message. */
  static String known(List<Map<String, String>> features) {
    return String.join(", ",
        features.stream()
            .flatMap(feature -> feature.keySet().stream())
            .distinct()
            .sorted()
            .limit(20)
            .toList());
  }
}
