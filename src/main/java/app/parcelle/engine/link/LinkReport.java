package app.parcelle.engine.link;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableVersion;

/**
 * How the rows of a table find what they are linked to. All rows are kept, whatever they find.
 *
 * @param customers null where there is no other table of customers to find them in
 * @param lookups one for each link to a lookup table
 */
public record LinkReport(TableVersion table, @Nullable Customers customers, List<Lookup> lookups) {
  public LinkReport {
    lookups = List.copyOf(lookups);
  }

  /**
   * Rows and the tables of customers other than this one. Linked, orphan and keyless rows are all rows.
   *
   * @param tables the names of those tables
   * @param through the link through which customers are found; null where the key column holds their keys
   * @param linked rows whose customer is in one of them
   * @param orphans rows whose customer is in none
   * @param keyless rows without a key
   * @param both customers of this table who are in one of the others
   * @param onlyHere customers of this table who are in none: the different keys of the orphans
   * @param onlyThere customers of the others who are not in this table
   * @param shared different values of the key column that stand for several customers; the first was taken
   */
  public record Customers(List<String> tables, @Nullable Link through, long linked, long orphans,
      long keyless, int both, int onlyHere, int onlyThere, int shared) {
    public Customers {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Rows and a lookup table. Found, not found and missing are all rows.
   *
   * @param missing rows without a value
   * @param unknown different values that were not found; an estimate where they are more than 16,384
   * @param doubles rows of the lookup table whose key another one has had before: the first counts
   */
  public record Lookup(Link link, long found, long notFound, long missing, long unknown, int doubles) {}
}
