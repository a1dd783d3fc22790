package app.parcelle.ui.value;

import java.math.BigDecimal;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.value.RfmReport;
import app.parcelle.engine.value.RfmReport.Figures;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.value.ValueViewModel.Found;

/** All customers in a few figures, and how each has changed since the earlier day. */
final class FiguresLine extends HBox {
  private final String since;

  FiguresLine(ValueWords words, Found found) {
    super(12);
    this.since = words.text("value.change.since", words.day(found.before().day()));
    Figures now = found.now().all();
    Figures before = found.before().all();
    boolean compared = before.customers() > 0;
    getChildren().add(card(words.text("value.figure.customers"), words.count(now.customers()),
        compared ? words.change(now.customers() - before.customers(), 0) : null));
    Integer recency = now.recency();
    Integer former = before.recency();
    getChildren().add(card(words.text("value.figure.recency"),
        recency == null ? words.text("value.none") : words.text("value.days", recency),
        recency == null || former == null ? null : words.change(recency - former, 0)));
    getChildren().add(card(words.text("value.figure.orders"), words.decimal(orders(now)),
        compared ? words.change(orders(now) - orders(before), 1) : null));
    BigDecimal basket = now.averageBasket();
    BigDecimal formerBasket = before.averageBasket();
    getChildren().add(card(words.text("value.figure.basket"), words.amount(basket),
        basket == null || formerBasket == null
            ? null
            : words.change(basket.subtract(formerBasket).doubleValue(), 1)));
    if (!found.now().model().segments().isEmpty()) {
      double share = share(found.now());
      getChildren().add(card(words.text("value.figure.best", found.now().model().names().getFirst()),
          words.percent(share),
          compared
              ? words.text("value.points", words.change(100 * (share - share(found.before())), 1))
              : null));
    }
  }

  private static double orders(Figures figures) {
    return figures.customers() == 0 ? 0 : (double) figures.orders() / figures.customers();
  }

  private static double share(RfmReport report) {
    double all = report.all().revenue().doubleValue();
    return all == 0 ? 0 : report.segments().getFirst().revenue().doubleValue() / all;
  }

  private VBox card(String title, String figure, @Nullable String change) {
    VBox card = new VBox(4, Parts.wrapped(title, "muted"),
        Parts.line(8, Parts.fixed(figure, "large-figure")));
    if (change != null) {
      card.getChildren().add(Parts.wrapped(change + " " + since, "small", "muted"));
    }
    card.getStyleClass().addAll("card", "value-card");
    card.setPrefWidth(232);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }
}
