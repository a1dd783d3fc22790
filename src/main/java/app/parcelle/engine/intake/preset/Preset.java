package app.parcelle.engine.intake.preset;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * An export of a product, as it is known: which headers it has and what they mean. One file of resources each.
 *
 * @param id its name in options and answers, such as {@code shopify-orders}
 * @param table what a table of it is called, by language; empty where the name of the file says more
 * @param least how many of its columns a file must have at least, those that it needs among them
 * @param columns in the order of the export
 * @param countsWhen which rows count, in the language of {@code engine.segment.RowRule}, with the first name of each column;
 *     null for all
 * @param fillDown what the further rows of a group leave out; null where they leave out nothing
 */
public record Preset(String id, Kind kind, Map<String, String> table, int least, List<Known> columns,
    @Nullable String countsWhen, @Nullable Fill fillDown) {

  /** What its rows are. */
  public enum Kind {
    CUSTOMERS, EVENTS, LOOKUP
  }

  /**
   * A column that is known.
   *
   * @param en its names in English exports, as programs call it among them; the first is the one that the preset uses
   * @param fr its names in French exports
   * @param needed whether a file without it is another one
   * @param type null for the one that is found
   * @param role null for the one that is found; {@code NONE} where a role that could be found would be wrong
   * @param meaning null for the one that is found
   */
  public record Known(List<String> en, List<String> fr, boolean needed, @Nullable ColumnType type,
      @Nullable Role role, @Nullable Meaning meaning) {
    public Known {
      en = List.copyOf(en);
      fr = List.copyOf(fr);
    }

    /** The name by which the preset itself speaks of it. */
    public String name() {
      return en.getFirst();
    }
  }

  /**
   * Cells that stand in the first row of a group only.
   *
   * @param by the column whose value all rows of the group share
   */
  public record Fill(String by, List<String> columns) {
    public Fill {
      columns = List.copyOf(columns);
    }
  }

  public Preset {
    table = Map.copyOf(table);
    columns = List.copyOf(columns);
  }
}
