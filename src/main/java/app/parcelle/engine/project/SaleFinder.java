package app.parcelle.engine.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ColumnWords;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.SaleRule;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/** Finds what seems to count as a sale, from names of columns and values in French and English. */
final class SaleFinder {
  private static final Set<String> CANCELLED = Set.of("cancelled", "canceled", "cancel", "voided", "void",
      "annule", "annulee", "annulees", "annules", "annulation", "refunded", "rembourse", "remboursee",
      "remboursement", "refused", "refuse", "refusee", "failed", "echec", "echoue", "echouee", "expired",
      "expiree", "abandoned", "abandonne", "abandonnee", "rejected", "rejete", "rejetee", "declined");
  private static final Set<String> STATUS = Set.of("status", "statut", "etat", "state", "financial",
      "payment",
      "paiement", "cancelled", "annulee", "annule");
  private static final Set<String> DISCOUNT = Set.of("discount", "discounts", "remise", "remises", "rabais",
      "reduction");
  private static final Set<String> COST = Set.of("cost", "costs", "cout", "couts", "cogs", "pamp", "revient");
  private static final Set<String> PURCHASE = Set.of("achat", "purchase");
  private static final Set<String> PRICE = Set.of("prix", "price");
  private static final Set<String> UNIT = Set.of("unit", "unitaire", "unite", "per", "pu");
  /** Columns of more values hold no status. */
  private static final int FEW = 50;
  private static final double NEARLY_ALL = 0.95;

  private final Dataset data;
  private final TableVersion table;
  private final JobContext job;

  SaleFinder(Dataset data, TableVersion table, JobContext job) {
    this.data = data;
    this.table = table;
    this.job = job;
  }

  Sale find() {
    List<Sale.Rows> cancelled = new ArrayList<>(cancelled());
    TableVersion plain = table.withSale(Sale.ALL.withAmount(Sale.Amount.FOUND.of(amountColumn())));
    Column sign = SaleRule.sign(plain).orElse(null);
    Signs signs = sign == null ? new Signs(false, List.of()) : signs(sign);
    if (!signs.letters.isEmpty()) {
      cancelled.add(new Sale.Rows(table.withRole(Role.ORDER_KEY).orElseThrow().name(), signs.letters, true));
    }
    Column discount = named(DISCOUNT, c -> c.type().isNumber());
    boolean amounts = table.withRole(Role.AMOUNT).isPresent();
    Sale.Amount amount = new Sale.Amount(amountColumn(),
        discount == null || !amounts ? null : discount.name(),
        discount != null && amounts && isPart(discount), null, null);
    Column cost = cost();
    return new Sale(signs.negative ? Sale.Returns.SUBTRACT : Sale.Returns.KEEP, cancelled, tests(), amount,
        cost == null || !amounts ? null : new Sale.Cost(cost.name(), isPerUnit(cost)));
  }

  private @Nullable Column cost() {
    Column named = named(COST, c -> c.type().isNumber());
    // le prix d'achat is a cost, un achat is a sale
    return named != null
        ? named
        : named(PURCHASE, c -> c.type().isNumber() && ColumnWords.of(c.name()).hasAny(PRICE));
  }

  private @Nullable String amountColumn() {
    return table.sale() != null && table.sale().amount().column() != null
        ? table.sale().amount().column()
        : table.withRole(Role.AMOUNT)
            .filter(c -> c.origin() != Column.Origin.AMOUNT)
            .map(Column::name)
            .orElse(null);
  }

  private boolean isPerUnit(Column cost) {
    return table.withRole(Role.QUANTITY).isPresent()
        && (cost.origin() == Column.Origin.LOOKUP || ColumnWords.of(cost.name()).hasAny(UNIT));
  }

  private @Nullable Column named(Set<String> words, Predicate<Column> fits) {
    return table.columns()
        .stream()
        .filter(c -> fits.test(c) && c.role() == Role.NONE && ColumnWords.of(c.name()).hasAny(words))
        .findFirst()
        .orElse(null);
  }

  private List<Sale.Rows> cancelled() {
    List<Sale.Rows> found = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean told = column.role() == Role.NONE && ColumnWords.of(column.name()).hasAny(STATUS);
      if (told && column.type() == ColumnType.YES_NO
          && ColumnWords.of(column.name()).hasAny(CANCELLED)) {
        found.add(new Sale.Rows(column.name(), List.of("yes"), false));
      } else if (told && column.type().isText()) {
        List<String> values = fewTexts(column).stream().filter(SaleFinder::isCancelled).toList();
        if (!values.isEmpty()) {
          found.add(new Sale.Rows(column.name(), values, false));
        }
      }
    }
    return found;
  }

  /** Partially refunded is not cancelled. */
  private static boolean isCancelled(String value) {
    List<String> words = ColumnWords.of(value).list();
    return !words.isEmpty() && words.size() <= 2 && CANCELLED.contains(words.getLast())
        && words.stream()
            .noneMatch(w -> w.startsWith("partial") || w.startsWith("partiel") || w.equals("non")
                || w.equals("not"));
  }

  /** The different texts of a column; none where they are more than a few. */
  private Set<String> fewTexts(Column column) {
    Set<String> texts = new LinkedHashSet<>();
    Dictionary last = null;
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        Dictionary dictionary = data.chunk(table, column, run, index).dictionary();
        if (dictionary != null && dictionary != last) {
          if (dictionary.size() < 0 || dictionary.size() > FEW || texts.size() > FEW) {
            return Set.of();
          }
          for (int code = 0; code < dictionary.size(); code++) {
            texts.add(dictionary.text(code));
          }
          last = dictionary;
        }
      }
    }
    return texts;
  }

  private List<Sale.Rows> tests() {
    Column column = named(Set.of("test", "tests"), c -> c.type() == ColumnType.YES_NO || c.type().isText());
    if (column == null) {
      return List.of();
    }
    if (column.type() == ColumnType.YES_NO) {
      return List.of(new Sale.Rows(column.name(), List.of("yes"), false));
    }
    List<String> values = fewTexts(column).stream()
        .filter(v -> Set.of("test", "yes", "oui", "true").contains(Folding.fold(v)))
        .toList();
    return values.isEmpty() ? List.of() : List.of(new Sale.Rows(column.name(), values, false));
  }

  /** Whether all discounts lie between 0 and 1, and are told with decimals. */
  private boolean isPart(Column discount) {
    if (discount.type() != ColumnType.DECIMAL || discount.scale() == 0) {
      return false;
    }
    long one = java.math.BigInteger.TEN.pow(discount.scale()).longValueExact();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        Chunk chunk = data.chunk(table, discount, run, index);
        if (chunk.min() <= chunk.max() && (chunk.min() < 0 || chunk.max() > one)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * What negative rows tell.
   *
   * @param letters with which the orders of negative rows begin, and hardly any others
   */
  private record Signs(boolean negative, List<String> letters) {}

  private Signs signs(Column sign) {
    Column order = table.withRole(Role.ORDER_KEY).filter(c -> c.type().isText()).orElse(null);
    boolean negative = false;
    TreeMap<String, long[]> byLetter = new TreeMap<>();
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        Chunk values = data.chunk(table, sign, run, index);
        negative |= values.min() <= values.max() && values.min() < 0;
        if (order != null) {
          count(values, data.chunk(table, order, run, index), byLetter);
        }
      }
    }
    long all = byLetter.values().stream().mapToLong(n -> n[0]).sum();
    List<String> letters = byLetter.entrySet()
        .stream()
        .filter(e -> Character.isLetter(e.getKey().codePointAt(0)))
        .filter(e -> 2 * e.getValue()[0] < all && e.getValue()[1] >= NEARLY_ALL * e.getValue()[0])
        .map(java.util.Map.Entry::getKey)
        .toList();
    return new Signs(negative, letters);
  }

  /** Rows, and negative ones among them, by the first sign of their order. */
  private static void count(Chunk values, Chunk orders, Map<String, long[]> byLetter) {
    Dictionary texts = orders.dictionary();
    if (texts == null) {
      return;
    }
    long last = -1;
    String letter = "";
    for (int row = 0; row < values.rows(); row++) {
      if (!orders.isMissing(row) && !values.isMissing(row)) {
        if (orders.at(row) != last) {
          last = orders.at(row);
          String text = texts.text(last).strip();
          letter = text.isEmpty() ? " " : text.substring(0, text.offsetByCodePoints(0, 1));
        }
        long[] counts = byLetter.computeIfAbsent(letter, _ -> new long[2]);
        counts[0]++;
        counts[1] += values.at(row) < 0 ? 1 : 0;
      }
    }
  }
}
