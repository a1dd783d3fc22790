package app.parcelle.ui.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Sale;
import app.parcelle.ui.intake.SaleViewModel.LeftOut;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;
import app.parcelle.ui.theme.Wrapping;

/** What a person may say about sales: returns, orders that are left out, amount, discount, tax, cost. */
final class SaleEditor extends VBox {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final SaleViewModel model;
  private final DataWords words;
  private final InvalidationListener change = _ -> build();

  SaleEditor(SaleViewModel model, DataWords words) {
    super(16);
    this.model = model;
    this.words = words;
    model.draft().addListener(new WeakInvalidationListener(change));
    build();
  }

  private void build() {
    Sale sale = model.draft().get();
    getChildren().setAll(part("sale.returns", returns(sale)), leftOut("sale.cancelled", LeftOut.CANCELLED),
        leftOut("sale.tests", LeftOut.TESTS), part("sale.amount", amount(sale)),
        part("sale.cost", cost(sale)));
  }

  private VBox part(String key, javafx.scene.Node... content) {
    VBox part = new VBox(8, Parts.label(words.text(key), "heading")); // keys: sale.*
    part.getChildren().addAll(content);
    return part;
  }

  private Segmented<Sale.Returns> returns(Sale sale) {
    Segmented<Sale.Returns> returns = new Segmented<>(List.of(Sale.Returns.values()),
        choice -> words.text("sale.returns." + choice.id())); // keys: sale.returns.*
    returns.setId("sale-returns");
    returns.valueProperty().set(sale.returns());
    returns.valueProperty()
        .subscribe((_, chosen) -> model.edit(
            now -> new Sale(chosen, now.cancelled(), now.tests(), now.amount(), now.cost())));
    return returns;
  }

  // rows that are left out

  private VBox leftOut(String key, LeftOut which) {
    Wrapping said = new Wrapping();
    for (Sale.Rows rows : model.rows(which)) {
      String values = words.some(rows.values());
      Button chip = new Button(
          words.text(rows.startsWith() ? "sale.rows.starting" : "sale.rows", rows.column(), values)
              + "  ✕");
      chip.setMnemonicParsing(false);
      chip.getStyleClass().addAll("chip", "exclusion");
      chip.setAccessibleText(words.text("sale.keep", rows.column(), values));
      chip.setOnAction(_ -> model.keep(which, rows));
      said.getChildren().add(chip);
    }
    VBox part = part(key);
    if (!model.rows(which).isEmpty()) {
      part.getChildren().add(said);
    }
    part.getChildren().add(adding(which));
    return part;
  }

  private HBox adding(LeftOut which) {
    ComboBox<Column> column = new ComboBox<>();
    column.getItems().setAll(model.words());
    column.setConverter(new DialectBar.Naming<>(Column::name));
    column.setPromptText(words.text("sale.column"));
    column.setAccessibleText(words.text("sale.column"));
    TextField values = new TextField();
    values.setPromptText(words.text("sale.values"));
    values.setAccessibleText(words.text("sale.values"));
    HBox.setHgrow(values, Priority.ALWAYS);
    CheckBox starting = new CheckBox(words.text("sale.starting"));
    starting.setMinWidth(USE_PREF_SIZE);
    Button add = Parts.iconButton(Feather.PLUS, words.text("sale.add"));
    Runnable adding = () -> {
      List<String> given = Arrays.stream(values.getText().split(","))
          .map(String::strip)
          .filter(v -> !v.isEmpty())
          .toList();
      if (column.getValue() != null && !given.isEmpty()) {
        model.leaveOut(which, new Sale.Rows(column.getValue().name(), given, starting.isSelected()));
      }
    };
    values.setOnAction(_ -> adding.run());
    add.setOnAction(_ -> adding.run());
    return Parts.line(8, column, values, starting, add);
  }

  // amounts

  private VBox amount(Sale sale) {
    Sale.Amount amount = sale.amount();
    CheckBox part = check("sale.discount.part", amount.discountIsPart(),
        chosen -> amount(now -> new Sale.Amount(
            now.column(), now.discount(), chosen, now.tax(), now.taxRate())));
    part.setDisable(amount.discount() == null);
    TextField rate = new TextField(amount.taxRate() == null
        ? ""
        : amount.taxRate().multiply(HUNDRED).stripTrailingZeros().toPlainString());
    rate.setId("sale-tax-rate");
    rate.setPrefColumnCount(6);
    rate.setOnAction(_ -> rate(rate.getText()));
    rate.focusedProperty().subscribe((_, focused) -> {
      if (!focused) {
        rate(rate.getText());
      }
    });
    return new VBox(10,
        column("sale.amount.column", "sale.amount.found", amount.column(), chosen -> amount(
            now -> new Sale.Amount(chosen, now.discount(), now.discountIsPart(), now.tax(), now.taxRate()))),
        Parts.line(12, column("sale.discount", "sale.none", amount.discount(), chosen -> amount(
            now -> new Sale.Amount(now.column(), chosen, now.discountIsPart(), now.tax(), now.taxRate()))),
            part),
        Parts.line(12, column("sale.tax", "sale.none", amount.tax(), chosen -> amount(
            now -> new Sale.Amount(now.column(), now.discount(), now.discountIsPart(), chosen,
                now.taxRate()))),
            Details.labelled(words.text("sale.tax.rate"), rate)));
  }

  /** A percentage as a person writes it; what is none is left to say so when it is applied. */
  private void rate(String written) {
    BigDecimal rate = null;
    String digits = written.strip().replace(',', '.').replaceAll("[\\s%\\u00a0\\u202f]", "");
    if (digits.matches("\\d{1,4}(\\.\\d{1,4})?")) {
      rate = new BigDecimal(digits).divide(HUNDRED);
    }
    BigDecimal chosen = rate;
    if (!isSame(chosen, model.draft().get().amount().taxRate())) {
      amount(now -> new Sale.Amount(now.column(), now.discount(), now.discountIsPart(), now.tax(), chosen));
    }
  }

  private void amount(java.util.function.UnaryOperator<Sale.Amount> said) {
    model.edit(sale -> sale.withAmount(said.apply(sale.amount())));
  }

  private HBox cost(Sale sale) {
    Sale.Cost cost = sale.cost();
    CheckBox unit = check("sale.cost.unit", cost != null && cost.perUnit(), chosen -> cost(
        cost == null ? null : new Sale.Cost(cost.column(), chosen)));
    unit.setDisable(cost == null);
    return Parts.line(12, column("sale.cost.column", "sale.none", cost == null ? null : cost.column(),
        chosen -> cost(chosen == null ? null : new Sale.Cost(chosen, cost != null && cost.perUnit()))), unit);
  }

  private void cost(Sale.@Nullable Cost said) {
    model.edit(sale -> new Sale(sale.returns(), sale.cancelled(), sale.tests(), sale.amount(), said));
  }

  private VBox column(String key, String noneKey, @Nullable String present,
      Consumer<@Nullable String> chosen) {
    ComboBox<Optional<String>> box = new ComboBox<>();
    List<Optional<String>> all = new ArrayList<>();
    all.add(Optional.empty());
    model.numbers().forEach(column -> all.add(Optional.of(column.name())));
    box.getItems().setAll(all);
    box.setValue(Optional.ofNullable(present));
    box.setConverter(new DialectBar.Naming<>(choice -> choice.orElseGet(() -> words.text(noneKey)))); // keys: sale.*
    box.setOnAction(_ -> chosen.accept(box.getValue().orElse(null)));
    return Details.labelled(words.text(key), box); // keys: sale.*
  }

  private CheckBox check(String key, boolean present, Consumer<Boolean> chosen) {
    CheckBox box = new CheckBox(words.text(key)); // keys: sale.*
    box.setSelected(present);
    box.setMinWidth(USE_PREF_SIZE);
    box.setOnAction(_ -> chosen.accept(box.isSelected()));
    return box;
  }

  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
