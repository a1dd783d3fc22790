package app.parcelle.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Texts;

/** The places of the workbench, at the left edge. */
final class Rail extends VBox {
  private final Map<Section, ToggleButton> buttons = new HashMap<>();

  Rail(List<Section> sections, Texts texts, Consumer<Section> chosen) {
    getStyleClass().add("rail");
    int number = 1;
    for (Section section : sections.stream().filter(Section::onRail).toList()) {
      String name = texts.text("shell.section." + section.id()); // keys: shell.section.*
      ToggleButton button = new ToggleButton(name, new FontIcon(section.icon()));
      button.setId("rail-" + section.id());
      button.setMaxWidth(Double.MAX_VALUE);
      button.setTooltip(new Tooltip(name + "  Ctrl+" + number));
      button.setOnAction(_ -> chosen.accept(section));
      buttons.put(section, button);
      getChildren().add(button);
      number++;
    }
  }

  void show(Section current) {
    buttons.forEach((section, button) -> button
        .setSelected(section.equals(current) || section.id().equals(current.within())));
  }
}
