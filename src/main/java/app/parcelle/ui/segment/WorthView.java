package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.project.Worth;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** What the members are worth, and how that compares with everyone. */
final class WorthView extends VBox {
  private final Desk desk;

  WorthView(Desk desk) {
    super(4);
    this.desk = desk;
  }

  void show(@Nullable Worth worth) {
    getChildren().clear();
    AudienceView.present(this, worth != null);
    if (worth == null) {
      return;
    }
    getChildren().add(Parts.label(desk.text("audience.worth.title"), "heading"));
    getChildren().add(line(worth.revenue(), worth.currency(), "builder.audience.revenue",
        worth.ofEveryone().signum() > 0
            ? desk.text("audience.worth.share",
                desk.figures().share(worth.revenue().doubleValue(), worth.ofEveryone().doubleValue()))
            : ""));
    BigDecimal basket = worth.basket();
    BigDecimal usual = worth.basketOfEveryone();
    if (basket != null) {
      getChildren().add(line(basket, worth.currency(), "builder.audience.basket",
          usual == null || usual.signum() <= 0
              ? ""
              : desk.text("audience.worth.index",
                  basket.scaleByPowerOfTen(2).divide(usual, 0, RoundingMode.HALF_UP).intValue())));
    }
  }

  private Node line(BigDecimal money, @Nullable String currency, String what, String compared) {
    String amount = desk.figures().money(money);
    return new Wrapping(
        Parts.fixed(currency == null ? amount : desk.text("audience.worth.money", amount, currency),
            "figure"),
        Parts.fixed(desk.text(what), "muted"), // keys: builder.audience.*
        Parts.fixed(compared, "muted"));
  }
}
