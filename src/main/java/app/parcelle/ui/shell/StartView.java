package app.parcelle.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.theme.Parts;

/** What is there before a project is open: import a file, look at the sample, go on with a recent project. */
final class StartView extends VBox {
  private static final double WIDTH = 680;

  private final ShellViewModel model;
  private final Texts texts;

  StartView(ShellViewModel model) {
    this.model = model;
    this.texts = model.texts();
    getStyleClass().addAll("workspace", "start");
    getChildren().addAll(heading(), choices(), dropTarget());
    getChildren().add(new RecentView(model));
    getChildren().forEach(child -> ((Region) child).setMaxWidth(WIDTH));
  }

  private VBox heading() {
    Label name = new Label("Parcelle");
    name.getStyleClass().add("product");
    HBox brand = new HBox(14, new Logo(28), name);
    brand.setAlignment(Pos.CENTER_LEFT);
    Label what = new Label(texts.text("shell.start.what"));
    what.getStyleClass().add("muted");
    what.setWrapText(true);
    return new VBox(8, brand, what);
  }

  private HBox choices() {
    boolean french = texts.french();
    return new HBox(12,
        choice("start-sample", Feather.SHOPPING_BAG, "shell.start.sample", "shell.start.sample.what",
            () -> model.openSample(french)),
        choice("start-open", Feather.FOLDER, "shell.start.open", "shell.start.open.what",
            model::openProject));
  }

  private Button choice(String id, Feather icon, String title, String what, Runnable action) {
    Label heading = new Label(texts.text(title));
    heading.getStyleClass().add("heading");
    Label words = new Label(texts.text(what));
    words.getStyleClass().addAll("muted", "small");
    words.setWrapText(true);
    VBox text = new VBox(2, heading, words);
    text.setMinWidth(230);
    text.setPrefWidth(230);
    HBox inside = new HBox(12, new FontIcon(icon), text);
    Button button = new Button(null, inside);
    button.setId(id);
    button.setAccessibleText(texts.text(title));
    button.getStyleClass().add("start-choice");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private VBox dropTarget() {
    VBox target = new VBox(12, Parts.label(texts.text("shell.start.in"), "heading"),
        new WaysInButtons(model.waysIn(), texts), Parts.wrapped(texts.text("shell.start.drop"), "muted"));
    target.getStyleClass().add("drop-target");
    return target;
  }
}
