package app.parcelle.engine.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.table.Bits;

/**
 * All that a workbook says, taken out of the project: customers x columns, and the segments they come from.
 *
 * @param title of the workbook
 * @param project its name
 * @param at when it is written
 * @param zone where days begin
 * @param fingerprint of the project's data; null where it was not computed, as for a preview
 * @param version of the program
 * @param segments at least one
 * @param base everyone the segments start from
 * @param list the customers of all segments together
 * @param columns of the list, in order
 * @param columnsAsOf the day as of which the columns are seen
 * @param personas of a clustering; none where the workbook has none
 */
public record WorkbookContent(String title, String project, Instant at, ZoneId zone,
    @Nullable String fingerprint,
    String version, List<Part> segments, Group base, Group list, List<ListColumn> columns,
    LocalDate columnsAsOf, List<PersonaPage> personas) {

  /**
   * One segment.
   *
   * @param sentence its rule in the language of the workbook
   * @param json its rule as a document
   * @param base how many customers there were as of the day
   */
  public record Part(String name, String sentence, String json, LocalDate asOf, int base, Group group) {}

  /**
   * Some customers.
   *
   * @param members one bit a customer number
   * @param reachable how many of them have granted consent; empty where the project has no consent field
   * @param money what they bought; null where the project has no amounts, or no single day to see them from
   */
  public record Group(long[] members, int count, OptionalInt reachable, @Nullable Money money) {}

  /**
   * What customers bought.
   *
   * @param revenue the sum of the amounts that count
   * @param orders how many
   */
  public record Money(BigDecimal revenue, long orders) {
    /** Revenue by order, rounded to cents; null without orders. */
    public @Nullable BigDecimal averageBasket() {
      return orders == 0 ? null : revenue.divide(BigDecimal.valueOf(orders), 2, RoundingMode.HALF_UP);
    }
  }

  /** A column of the list under the heading it has in the language of the workbook. */
  public record ListColumn(String heading, FieldColumn values) {}

  public WorkbookContent {
    segments = List.copyOf(segments);
    columns = List.copyOf(columns);
    personas = List.copyOf(personas);
  }

  /** A workbook without personas. */
  public WorkbookContent(String title, String project, Instant at, ZoneId zone, @Nullable String fingerprint,
      String version, List<Part> segments, Group base, Group list, List<ListColumn> columns,
      LocalDate columnsAsOf) {
    this(title, project, at, zone, fingerprint, version, segments, base, list, columns, columnsAsOf,
        List.of());
  }

  /** The same with the personas of a clustering. */
  public WorkbookContent with(List<PersonaPage> added) {
    return new WorkbookContent(title, project, at, zone, fingerprint, version, segments, base, list, columns,
        columnsAsOf, added);
  }

  /** Customers in more than one segment, counted once less than they occur. */
  public int duplicates() {
    return segments.stream().mapToInt(part -> part.group().count()).sum() - list.count();
  }

  /** The names of the segments that a customer is in. */
  public String segmentsOf(int customer) {
    StringBuilder names = new StringBuilder();
    for (Part part : segments) {
      if (Bits.get(part.group().members(), customer)) {
        names.append(names.isEmpty() ? "" : "; ").append(part.name());
      }
    }
    return names.toString();
  }

  /** Whether the list says which segments a customer is in. */
  public boolean namesSegments() {
    return segments.size() > 1;
  }
}
