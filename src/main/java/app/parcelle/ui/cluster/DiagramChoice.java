package app.parcelle.ui.cluster;

import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/** Which diagram is looked at: all of them in sight, on as many lines as they need. Arrow keys move the choice. */
final class DiagramChoice extends FlowPane {
  DiagramChoice(TabPane diagrams) {
    super(4, 4);
    getStyleClass().add("diagram-choice");
    ToggleGroup group = new ToggleGroup();
    for (Tab tab : diagrams.getTabs()) {
      ToggleButton choose = new ToggleButton(tab.getText());
      choose.setId("show-" + tab.getId());
      choose.getStyleClass().add("toggle-chip");
      choose.setMnemonicParsing(false);
      choose.setMinWidth(USE_PREF_SIZE);
      choose.setToggleGroup(group);
      choose.setOnAction(_ -> {
        // a second click does not take the choice back
        group.selectToggle(choose);
        diagrams.getSelectionModel().select(tab);
      });
      choose.addEventHandler(KeyEvent.KEY_PRESSED, event -> move(event, diagrams));
      getChildren().add(choose);
    }
    diagrams.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(at -> group.selectToggle(group.getToggles().get(Math.max(0, at.intValue()))));
  }

  private void move(KeyEvent event, TabPane diagrams) {
    int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
    int to = diagrams.getSelectionModel().getSelectedIndex() + step;
    List<Tab> tabs = diagrams.getTabs();
    if (step != 0 && to >= 0 && to < tabs.size()) {
      diagrams.getSelectionModel().select(to);
      getChildren().get(to).requestFocus();
    }
    if (step != 0) {
      event.consume();
    }
  }
}
