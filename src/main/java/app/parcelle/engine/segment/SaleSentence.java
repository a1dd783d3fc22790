package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/** Says in words what counts as a sale in a table of events. */
public final class SaleSentence {
  private final TableVersion table;
  private final Sale sale;
  private final Texts texts;

  private SaleSentence(TableVersion table, Texts texts) {
    this.table = table;
    this.sale = table.sale() == null ? Sale.ALL : table.sale();
    this.texts = texts;
  }

  /** One sentence after the other. */
  public static String of(TableVersion table, Texts texts) {
    return new SaleSentence(table, texts).sentence();
  }

  private String sentence() {
    List<String> said = new ArrayList<>();
    said.add(counted());
    if (sale.returns() == Sale.Returns.SUBTRACT) {
      SaleRule.sign(table)
          .ifPresent(sign -> said.add(texts.text("segment.sale.subtracted", name(sign.name()))));
    }
    amount(said);
    said.add(texts.text("segment.sale.guests"));
    return String.join(" ", said);
  }

  private String counted() {
    List<String> except = new ArrayList<>();
    sale.cancelled().forEach(rows -> except.add(texts.text("segment.sale.cancelled", rows(rows))));
    sale.tests().forEach(rows -> except.add(texts.text("segment.sale.tests", rows(rows))));
    if (sale.returns() == Sale.Returns.LEAVE_OUT) {
      SaleRule.sign(table)
          .ifPresent(sign -> except.add(texts.text("segment.sale.returns", name(sign.name()))));
    }
    String rule = table.countsWhen();
    String all = rule == null
        ? texts.text("segment.sale.all", table.name())
        : texts.text("segment.sale.when", table.name(), rule);
    return except.isEmpty()
        ? all + "."
        : texts.text("segment.sale.except", all,
            String.join(texts.text("segment.sale.and"), except));
  }

  private String rows(Sale.Rows rows) {
    String values = rows.values().stream().map(this::name).collect(Collectors.joining(", "));
    return texts.text(rows.startsWith() ? "segment.sale.starting" : "segment.sale.being", name(rows.column()),
        values);
  }

  private String name(String name) {
    return texts.text("segment.sale.name", name);
  }

  private void amount(List<String> said) {
    Sale.Amount amount = sale.amount();
    String basis = basis(amount);
    if (basis == null) {
      return;
    }
    StringBuilder made = new StringBuilder(basis);
    if (amount.discount() != null) {
      made.append(texts.text("segment.sale.less", name(amount.discount())));
    }
    if (amount.tax() != null) {
      made.append(texts.text("segment.sale.less", name(amount.tax())));
    }
    BigDecimal rate = amount.taxRate();
    if (rate != null) {
      made.append(texts.text("segment.sale.without-tax", rate));
    }
    said.add(texts.text("segment.sale.amount", made));
    Sale.Cost cost = sale.cost();
    if (cost != null) {
      said.add(texts.text(cost.perUnit() ? "segment.sale.margin-per-unit" : "segment.sale.margin",
          name(cost.column())));
    }
  }

  private @org.jspecify.annotations.Nullable String basis(Sale.Amount amount) {
    if (amount.column() != null) {
      return name(amount.column());
    }
    Column found = table.withRole(Role.AMOUNT).orElse(null);
    if (found == null) {
      return null;
    }
    Column quantity = table.withRole(Role.QUANTITY).orElse(null);
    Column price = table.withRole(Role.UNIT_PRICE).orElse(null);
    return found.origin() == Column.Origin.AMOUNT && quantity != null && price != null
        ? texts.text("segment.sale.product", name(quantity.name()), name(price.name()))
        : name(found.name());
  }
}
