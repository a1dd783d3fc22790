package app.parcelle.engine.intake.excel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import app.parcelle.engine.intake.excel.SheetHead.Cell;
import app.parcelle.engine.intake.excel.SheetHead.Row;
import app.parcelle.engine.intake.excel.SheetRow.Kind;
import app.parcelle.engine.intake.excel.Workbook.Merge;
import app.parcelle.engine.table.Folding;

/** Tells rows of names from rows of values, and puts the names of several rows together. */
final class HeaderRows {
  private static final Pattern VALUE = Pattern
      .compile("[-+]?[\\d\\s.,'’]*\\d\\s?[%€$£]?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern NOTHING = Pattern
      .compile("(?i)[^\\p{L}]*|n/?a|n\\.?[acds]\\.?|nan|null|none|néant");
  private static final int LOOKED_AT = 50;
  private static final double MOSTLY = 0.8;
  private static final int LONGEST_UNIT = 20;

  private final List<Row> rows;
  private final List<Merge> merges;

  HeaderRows(List<Row> rows, List<Merge> merges) {
    this.rows = rows;
    this.merges = merges;
  }

  /** Whether a row can hold names: texts, or years and days above other values. */
  boolean isHeader(int row) {
    List<Map.Entry<Integer, Cell>> values = new ArrayList<>();
    for (Map.Entry<Integer, Cell> entry : TableFinder.cells(rows, row).entrySet()) {
      Cell cell = entry.getValue();
      if (!cell.isText() || VALUE.matcher(cell.text()).matches()) {
        values.add(entry);
      }
    }
    return values.isEmpty() || isSeries(row, values);
  }

  /** Whether values that stand in a row of names are years or days in their order, and above them something else. */
  private boolean isSeries(int row, List<Map.Entry<Integer, Cell>> values) {
    boolean named = values.size() < rows.get(row).width()
        || values.getFirst().getKey() > firstColumn(row);
    for (int i = 0; i < values.size(); i++) {
      Cell cell = values.get(i).getValue();
      int order = i == 0 ? -1 : values.get(i - 1).getValue().text().compareTo(cell.text());
      int before = i < 2
          ? order
          : values.get(i - 2).getValue().text().compareTo(values.get(i - 1).getValue().text());
      if (!isDate(cell) || (i > 0 && (order == 0 || Integer.signum(order) != Integer.signum(before)))
          || shareBelow(row, values.get(i).getKey(), HeaderRows::isDate) > 1 - MOSTLY) {
        return false;
      }
    }
    return named;
  }

  /** The first column that the rows from here on use. */
  private int firstColumn(int row) {
    return rows.subList(row, Math.min(rows.size(), row + LOOKED_AT))
        .stream()
        .mapToInt(r -> r.cells().firstKey())
        .min()
        .orElse(0);
  }

  private static boolean isDate(Cell cell) {
    return cell.kind() == Kind.TIME || (cell.kind() != Kind.YES_NO && YEAR.matcher(cell.text()).matches());
  }

  private static boolean isValue(Cell cell) {
    return !cell.isText() && cell.kind() != Kind.ERROR;
  }

  /** The share of a column's cells below a row that are so; 0 where there are none. */
  private double shareBelow(int row, int column, java.util.function.Predicate<Cell> so) {
    int cells = 0;
    int fitting = 0;
    for (int i = row + 1; i < Math.min(rows.size(), row + 1 + LOOKED_AT); i++) {
      Cell cell = rows.get(i).cells().get(column);
      cells += cell == null ? 0 : 1;
      fitting += cell != null && so.test(cell) ? 1 : 0;
    }
    return cells == 0 ? 0 : (double) fitting / cells;
  }

  /** Whether a text of a row stands above values. */
  boolean standsOut(int row) {
    return rows.get(row)
        .cells()
        .entrySet()
        .stream()
        .anyMatch(e -> e.getValue().isText() && shareBelow(row, e.getKey(), HeaderRows::isValue) >= MOSTLY);
  }

  /** The last row of a header whose first row is known. */
  int lastOf(int first) {
    int last = first;
    while (isFollowed(last) && isHeader(last + 1) && goesOn(last)) {
      last++;
    }
    return last == first && isFollowed(first) && isUnits(first + 1) ? first + 1 : last;
  }

  private boolean isFollowed(int row) {
    return row + 1 < rows.size() && rows.get(row + 1).number() == rows.get(row).number() + 1;
  }

  /** Whether merged cells say that the header goes on below a row. */
  private boolean goesOn(int row) {
    int number = rows.get(row).number();
    return merges.stream()
        .anyMatch(m -> m.firstRow() <= number && m.lastRow() >= number && holds(m)
            && (m.lastRow() > number || (m.firstRow() == number && m.lastColumn() > m.firstColumn())));
  }

  private boolean holds(Merge merge) {
    return rows.stream()
        .anyMatch(r -> r.number() == merge.firstRow() && r.cells().containsKey(merge.firstColumn()));
  }

  /** Whether a row below names says in which unit the values below it are. */
  private boolean isUnits(int row) {
    Map<Integer, Cell> cells = TableFinder.cells(rows, row);
    if (!cells.values().stream().allMatch(c -> c.isText() && c.text().length() <= LONGEST_UNIT)
        || rows.size() < row + 3) {
      return false;
    }
    long units = 0;
    for (Map.Entry<Integer, Cell> name : rows.get(row - 1).cells().entrySet()) {
      if (shareBelow(row, name.getKey(), HeaderRows::isValue) >= MOSTLY) {
        Cell unit = cells.get(name.getKey());
        if (unit == null || NOTHING.matcher(unit.text()).matches()) {
          return false;
        }
        units++;
      }
    }
    return units >= 2;
  }

  /** Whether cells of a row above names are merged over some of these columns, or down to the names. */
  boolean isGroup(int row, List<Integer> columns) {
    Row group = rows.get(row);
    int first = columns.getFirst();
    boolean title = group.width() == 1 && group.cells().firstKey() <= first;
    return !title && isHeader(row)
        && merges.stream()
            .anyMatch(m -> m.firstRow() <= group.number() && m.lastRow() >= group.number() && holds(m)
                && m.lastColumn() >= first && m.firstColumn() <= columns.getLast()
                && (m.lastColumn() > m.firstColumn() || m.lastRow() > group.number()));
  }

  /** Whether names occur twice, so that they need the groups above them. */
  boolean repeatsNames(int from, int to) {
    List<Row> header = rows.subList(from, to + 1);
    List<String> names = names(header, List.copyOf(new java.util.TreeSet<>(
        header.stream().flatMap(r -> r.cells().keySet().stream()).toList())));
    Set<String> seen = new HashSet<>();
    return names.stream().anyMatch(name -> !name.isEmpty() && !seen.add(Folding.fold(name)));
  }

  /** Whether a row above repeated names can tell them apart. */
  boolean namesGroups(int row) {
    return rows.get(row).width() >= 2 && isHeader(row);
  }

  /** The names of columns from the rows of a header; those of a group stand before those below. */
  List<String> names(List<Row> header, List<Integer> columns) {
    List<Map<Integer, String>> lines = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      boolean groups = i < header.size() - 1 && header.get(i).width() < header.get(i + 1).width();
      lines.add(line(header.get(i), columns, groups));
    }
    List<String> names = new ArrayList<>();
    for (Integer column : header.isEmpty() ? List.<Integer>of() : columns) {
      StringBuilder name = new StringBuilder();
      String before = "";
      for (Map<Integer, String> line : lines) {
        String part = line.getOrDefault(column, "");
        if (!part.isEmpty() && !part.equals(before)) {
          name.append(name.isEmpty() ? "" : " ").append(part);
          before = part;
        }
      }
      names.add(name.toString());
    }
    return names;
  }

  private Map<Integer, String> line(Row row, List<Integer> columns, boolean groups) {
    Map<Integer, String> line = new TreeMap<>();
    row.cells().forEach((column, cell) -> line.put(column, cell.text()));
    boolean merged = false;
    for (Merge merge : merges) {
      String value = line.get(merge.firstColumn());
      if (value != null && merge.firstRow() <= row.number() && merge.lastRow() >= row.number()) {
        merged |= merge.lastColumn() > merge.firstColumn();
        for (int column : columns) {
          if (column > merge.firstColumn() && column <= merge.lastColumn()) {
            line.putIfAbsent(column, value);
          }
        }
      }
    }
    if (groups && !merged) {
      carry(line, columns);
    }
    return line;
  }

  /** Groups that are not merged reach to the next one. */
  private static void carry(Map<Integer, String> line, List<Integer> columns) {
    String group = "";
    for (int column : columns) {
      String own = line.get(column);
      group = own == null ? group : own;
      if (own == null && !group.isEmpty()) {
        line.put(column, group);
      }
    }
  }
}
