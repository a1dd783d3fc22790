package app.parcelle.architecture.wrong.ui.shop;

import javafx.application.Platform;
import javafx.scene.control.Button;

final class ShopViewModel {
  private static final ShopViewModel ONLY = new ShopViewModel();

  private final Button button = new Button();

  static ShopViewModel getInstance() {
    return ONLY;
  }

  void buy() {
    Platform.runLater(button::fire);
  }
}
