package app.parcelle.engine.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.export.WorkbookContent.Group;
import app.parcelle.engine.export.WorkbookContent.Money;
import app.parcelle.engine.export.WorkbookContent.Part;

/**
 * The figures of a workbook's summary: one row a segment, then the list as a whole where there are several, then everyone.
 *
 * @param consent whether there is a consent field
 * @param money whether there are amounts at all
 */
public record SummaryTable(List<Row> rows, boolean consent, boolean money) {
  /** What a row speaks of. */
  public enum Kind {
    SEGMENT, LIST, BASE
  }

  /**
   * One row.
   *
   * @param name of the segment; empty for the list and for everyone
   * @param share of the base, 0 to 1
   * @param reachable how many have granted consent; empty where unknown
   * @param money null where unknown
   * @param asOf the day it is seen from; null where there is no single one
   */
  public record Row(Kind kind, String name, int customers, double share, OptionalInt reachable,
      @Nullable Money money,
      @Nullable LocalDate asOf) {

    public @Nullable BigDecimal averageBasket() {
      return money == null ? null : money.averageBasket();
    }
  }

  public static SummaryTable of(WorkbookContent content) {
    List<Row> rows = new ArrayList<>();
    for (Part part : content.segments()) {
      Group group = part.group();
      rows.add(
          new Row(Kind.SEGMENT, part.name(), group.count(), share(group.count(), part.base()),
              group.reachable(), group.money(),
              part.asOf()));
    }
    boolean sameDay = content.segments().stream().map(Part::asOf).distinct().count() == 1;
    int base = content.base().count();
    if (content.namesSegments()) {
      rows.add(new Row(Kind.LIST, "", content.list().count(), share(content.list().count(), base),
          content.list().reachable(), content.list().money(), sameDay ? content.columnsAsOf() : null));
    }
    rows.add(new Row(Kind.BASE, "", base, share(base, base), content.base().reachable(),
        content.base().money(), content.columnsAsOf()));
    return new SummaryTable(List.copyOf(rows), content.base().reachable().isPresent(),
        rows.stream().anyMatch(row -> row.money() != null));
  }

  private static double share(int count, int base) {
    return base == 0 ? 0 : (double) count / base;
  }
}
