package app.parcelle.engine.intake;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;

/**
 * What a person has said about an import; everything null or absent is found in the data. It is what an import template
 * (recipe) keeps, and what the journal keeps.
 *
 * @param table the name of the new table; null for one made from the source's name
 * @param text how the source's text becomes records and fields
 * @param types by column name
 * @param roles by column name; {@code NONE} takes a found role away
 * @param meanings by column name; {@code NONE} takes a found meaning away
 * @param formats by column name: a date pattern such as {@code MM/dd/yyyy}, or a decimal sign
 * @param countsWhen which rows count, in the language of {@code engine.segment.RowRule}; null for all
 * @param links to tables of the project
 * @param sale what counts as a sale; null where nothing is said
 * @param mostRejected how many records may be no rows before nothing is imported; null for any number
 * @param preset the id of the preset for its source, or {@code none}; null for the one that its headers tell of
 */
public record ImportOptions(@Nullable String table, TextOptions text, Map<String, ColumnType> types,
    Map<String, Role> roles, Map<String, Meaning> meanings, Map<String, String> formats,
    @Nullable String countsWhen, List<Link> links, @Nullable Sale sale, @Nullable RejectLimit mostRejected,
    @Nullable String preset) {

  public static final ImportOptions FOUND = new ImportOptions(null, TextOptions.FOUND, Map.of(), Map.of(),
      Map.of(), Map.of(), null, List.of(), null, null, null);

  public ImportOptions {
    types = Map.copyOf(types);
    roles = Map.copyOf(roles);
    meanings = Map.copyOf(meanings);
    formats = Map.copyOf(formats);
    links = List.copyOf(links);
  }

  public ImportOptions withTable(@Nullable String said) {
    return new ImportOptions(said, text, types, roles, meanings, formats, countsWhen,
        links, sale, mostRejected, preset);
  }

  public ImportOptions withText(TextOptions said) {
    return new ImportOptions(table, said, types, roles, meanings, formats, countsWhen,
        links, sale, mostRejected, preset);
  }

  public ImportOptions withTypes(Map<String, ColumnType> said) {
    return new ImportOptions(table, text, said, roles, meanings, formats, countsWhen,
        links, sale, mostRejected, preset);
  }

  public ImportOptions withRoles(Map<String, Role> said) {
    return new ImportOptions(table, text, types, said, meanings, formats, countsWhen,
        links, sale, mostRejected, preset);
  }

  public ImportOptions withMeanings(Map<String, Meaning> said) {
    return new ImportOptions(table, text, types, roles, said, formats, countsWhen,
        links, sale, mostRejected, preset);
  }

  public ImportOptions withFormats(Map<String, String> said) {
    return new ImportOptions(table, text, types, roles, meanings, said, countsWhen,
        links, sale, mostRejected, preset);
  }

  public ImportOptions withCountsWhen(@Nullable String said) {
    return new ImportOptions(table, text, types, roles, meanings, formats,
        said, links, sale, mostRejected, preset);
  }

  public ImportOptions withLinks(List<Link> said) {
    return new ImportOptions(table, text, types, roles, meanings, formats, countsWhen,
        said, sale, mostRejected, preset);
  }

  public ImportOptions withSale(@Nullable Sale said) {
    return new ImportOptions(table, text, types, roles, meanings, formats, countsWhen,
        links, said, mostRejected, preset);
  }

  public ImportOptions withMostRejected(@Nullable RejectLimit said) {
    return new ImportOptions(table, text, types, roles, meanings, formats, countsWhen,
        links, sale, said, preset);
  }

  public ImportOptions withPreset(@Nullable String said) {
    return new ImportOptions(table, text, types, roles, meanings, formats, countsWhen,
        links, sale, mostRejected, said);
  }
}
