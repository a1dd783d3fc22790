package app.parcelle.ui.segment;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.theme.Parts;

/** Asks for any customer why it is in or out: a key, with those that begin as it is typed. */
final class KeyField extends VBox {
  private final Desk desk;
  private final TextField key = new TextField();
  private final ContextMenu menu = new ContextMenu();

  KeyField(Desk desk) {
    super(6);
    this.desk = desk;
    key.setId("why-key");
    key.setPromptText(desk.text("audience.why.prompt"));
    key.setAccessibleText(desk.text("audience.why.title"));
    key.textProperty().subscribe((_, typed) -> desk.audience().why().suggest(typed, this::suggest));
    key.setOnAction(_ -> open(key.getText()));
    key.focusedProperty().subscribe(focused -> {
      if (!focused) {
        menu.hide();
      }
    });
    getChildren().addAll(Parts.label(desk.text("audience.why.title"), "heading"), key);
  }

  /** As if the key had been typed; once there is something to explain. */
  void explain(String customerKey) {
    key.setText(customerKey);
    if (desk.model().outcome().get() != null) {
      open(customerKey);
      return;
    }
    desk.model().outcome().addListener(new ChangeListener<>() {
      @Override
      public void changed(ObservableValue<? extends @Nullable Outcome> counts, @Nullable Outcome before,
          @Nullable Outcome now) {
        if (now != null) {
          counts.removeListener(this);
          open(customerKey);
        }
      }
    });
  }

  private void suggest(List<String> keys) {
    menu.getItems().setAll(keys.stream().map(this::item).toList());
    boolean useful = key.isFocused() && !keys.isEmpty()
        && !(keys.size() == 1 && keys.getFirst().equals(key.getText().strip()));
    if (!useful) {
      menu.hide();
    } else if (!menu.isShowing()) {
      menu.show(key, Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem item(String found) {
    MenuItem item = new MenuItem(found);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> {
      key.setText(found);
      open(found);
    });
    return item;
  }

  private void open(String typed) {
    menu.hide();
    if (!typed.isBlank()) {
      WhyView.open(desk, typed.strip(), key);
    }
  }
}
