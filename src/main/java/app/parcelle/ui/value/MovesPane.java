package app.parcelle.ui.value;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

import app.parcelle.engine.value.RfmReport;
import app.parcelle.ui.chart.Flows;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;
import app.parcelle.ui.value.ValueViewModel.Found;
import app.parcelle.ui.value.ValueViewModel.Since;

/** How customers moved between segments since an earlier day. */
final class MovesPane extends VBox {
  MovesPane(ValueViewModel model, ValueWords words, Found found, ValueView.Pictures pictures) {
    super(10);
    getStyleClass().addAll("card", "value-card");
    List<String> names = new ArrayList<>(found.now().model().names());
    names.add(words.text("value.moves.notYet"));
    List<String> styles = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      styles.add(i == names.size() - 1 ? "tone-0" : ValueWords.style(i));
    }
    int[][] moves = RfmReport.moves(found.before(), found.now());
    moves[names.size() - 1][names.size() - 1] = 0;
    int moved = 0;
    for (int i = 0; i < moves.length; i++) {
      for (int j = 0; j < moves.length; j++) {
        moved += i == j ? 0 : moves[i][j];
      }
    }
    MenuButton since = new MenuButton(words.choice("value.since.", model.since().get()));
    since.setId("rfm-since");
    since.setMinWidth(USE_PREF_SIZE);
    since.setAccessibleText(words.text("value.moves.since"));
    for (Since choice : Since.values()) {
      MenuItem item = new MenuItem(words.choice("value.since.", choice));
      item.setOnAction(_ -> model.since().set(choice));
      since.getItems().add(item);
    }
    Flows flows = new Flows(words.text("value.moves.name"), names, styles, moves,
        (from, to) -> words.text("value.moves.band", moves[from][to], names.get(from), names.get(to)));
    flows.setId("rfm-moves");
    since.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(
        new Wrapping(Parts.fixed(words.text("value.moves"), "heading"), since,
            Parts.fixed(words.text("value.moves.days", words.day(found.before().day()),
                words.day(found.now().day())), "muted", "small"),
            Parts.chip(words.text("value.moves.changed", moved)),
            pictures.of(flows, words.text("value.moves"))),
        flows);
  }
}
