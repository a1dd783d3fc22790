package app.parcelle.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.theme.Parts;

/** The projects that were open before: to be opened, pinned to the top, or taken from the list. */
final class RecentView extends VBox {
  private static final double NAME = 170;

  private final ShellViewModel model;
  private final Texts texts;
  private final DateTimeFormatter day;

  RecentView(ShellViewModel model) {
    super(4);
    this.model = model;
    this.texts = model.texts();
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(texts.locale())
        .withZone(ZoneId.systemDefault());
    setId("recent");
    model.recent().subscribe(this::show);
  }

  private void show(List<Recent> recent) {
    setVisible(!recent.isEmpty());
    setManaged(!recent.isEmpty());
    getChildren().setAll(Parts.label(texts.text("shell.start.recent"), "section-label"));
    recent.forEach(one -> getChildren().add(line(one)));
  }

  private HBox line(Recent one) {
    String name = WaysIn.nameOf(one.file());
    Button open = Parts.button(name, () -> model.openProject(one.file()), "link");
    open.setTooltip(new Tooltip(one.file().toString()));
    HBox named = Parts.line(0, open);
    named.setPrefWidth(NAME);
    named.setMinWidth(NAME);
    Label folder = Parts.given(String.valueOf(one.file().getParent()), "muted", "small");
    folder.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(folder, Priority.ALWAYS);
    Label opened = Parts.fixed(one.opened() == null ? "" : day.format(one.opened()), "muted", "small");
    ToggleButton pin = new ToggleButton("", new FontIcon(Feather.MAP_PIN));
    pin.getStyleClass().addAll("icon-only", "quiet", "pin");
    pin.setSelected(one.pinned());
    String whether = texts.text(one.pinned() ? "shell.recent.unpin" : "shell.recent.pin", name);
    pin.setAccessibleText(whether);
    pin.setTooltip(new Tooltip(whether));
    pin.setOnAction(_ -> model.pin(one.file(), !one.pinned()));
    Button forget = Parts.iconButton(Feather.X, texts.text("shell.recent.forget", name));
    forget.setOnAction(_ -> model.forget(one.file()));
    return Parts.line(10, named, folder, opened, pin, forget);
  }
}
