package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/** The columns that a table has because of what counts as a sale in it: the amount, where it is none of the file's, and the margin. */
final class SaleColumns {
  private static final String AMOUNT = "amount";
  private static final String MARGIN = "margin";
  private static final Set<String> FRENCH = Set.of("quantite", "qte", "prix", "commande", "commandes",
      "remise", "cout");

  private SaleColumns() {}

  /** Quantity times unit price, of columns of a file that has no amount. */
  static Optional<Column> ofImport(List<Column> columns) {
    Column quantity = withRole(columns, Role.QUANTITY);
    Column price = withRole(columns, Role.UNIT_PRICE);
    return quantity == null || price == null || withRole(columns, Role.AMOUNT) != null
        ? Optional.empty()
        : Optional.of(derived(AMOUNT, "Amount", "Montant", Role.AMOUNT, quantity.scale() + price.scale(),
            Column.Origin.AMOUNT, columns));
  }

  /** @param table with the columns of its lookup tables */
  static TableVersion with(TableVersion table) {
    Sale sale = table.sale();
    if (sale == null) {
      return table;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.removeIf(c -> c.origin() == Column.Origin.AMOUNT);
    Column basis = find(sale.amount().column(), columns);
    if (basis != null && sale.amount().isPlain()) {
      columns.replaceAll(c -> c.id().equals(basis.id())
          ? c.withRole(Role.AMOUNT)
          : c.role() == Role.AMOUNT ? c.withRole(Role.NONE) : c);
    } else {
      columns.replaceAll(c -> c.role() == Role.AMOUNT ? c.withRole(Role.NONE) : c);
      int scale = scale(sale.amount(), basis, columns);
      if (scale >= 0) {
        columns.add(derived(AMOUNT, "Amount", "Montant", Role.AMOUNT, scale, Column.Origin.AMOUNT, columns));
      }
    }
    Column cost = sale.cost() == null ? null : find(sale.cost().column(), columns);
    Column amount = withRole(columns, Role.AMOUNT);
    Column quantity = withRole(columns, Role.QUANTITY);
    if (sale.cost() != null && cost != null && amount != null
        && (quantity != null || !sale.cost().perUnit())) {
      int scale = cost.scale() + (sale.cost().perUnit() && quantity != null ? quantity.scale() : 0);
      columns.add(
          derived(MARGIN, "Margin", "Marge", Role.NONE, Math.max(amount.scale(), scale), Column.Origin.MARGIN,
              columns));
    }
    return table.withColumns(columns);
  }

  /** Digits of the amount after the decimal point; -1 where there is nothing to make it of. */
  private static int scale(Sale.Amount amount, @Nullable Column basis, List<Column> columns) {
    Column quantity = withRole(columns, Role.QUANTITY);
    Column price = withRole(columns, Role.UNIT_PRICE);
    if (basis == null && (amount.column() != null || quantity == null || price == null)) {
      return -1;
    }
    int scale = basis != null || quantity == null || price == null
        ? (basis == null ? 0 : basis.scale())
        : quantity.scale() + price.scale();
    Column discount = find(amount.discount(), columns);
    if (discount != null) {
      scale = isPart(amount, discount)
          ? scale + partScale(discount)
          : Math.max(scale, discount.scale());
    }
    Column tax = find(amount.tax(), columns);
    scale = tax == null ? scale : Math.max(scale, tax.scale());
    return amount.taxRate() == null ? scale : scale + AmountChunks.DIGITS_OF_TAX;
  }

  /** Whether a discount is a part of the price. */
  static boolean isPart(Sale.Amount amount, Column discount) {
    return amount.discountIsPart() || discount.meaning().is(Meaning.Kind.PERCENT);
  }

  /** Digits after the decimal point of a discount as a part of 1. */
  static int partScale(Column discount) {
    return discount.scale() + (discount.meaning().is(Meaning.Kind.PERCENT) ? 2 : 0);
  }

  private static @Nullable Column find(@Nullable String name, List<Column> columns) {
    String wanted = name == null ? "" : Folding.fold(name);
    return columns.stream()
        .filter(c -> name != null && Folding.fold(c.name()).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Column withRole(List<Column> columns, Role role) {
    return columns.stream().filter(c -> c.role() == role).findFirst().orElse(null);
  }

  /** The engine knows no language: a column is called in that of the columns beside it. */
  private static boolean isFrench(List<Column> columns) {
    return columns.stream()
        .flatMap(c -> Arrays.stream(Folding.fold(c.name()).split("[^a-z]+")))
        .anyMatch(FRENCH::contains);
  }

  private static Column derived(String id, String english, String french, Role role, int scale,
      Column.Origin origin, List<Column> columns) {
    String wished = isFrench(columns) ? french : english;
    Set<String> taken = columns.stream()
        .map(c -> c.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
    String name = wished;
    for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
      name = wished + " " + i;
    }
    return new Column(id, name, ColumnType.DECIMAL, role, scale, 0, 0, null, origin);
  }
}
