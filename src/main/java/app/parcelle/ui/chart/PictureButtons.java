package app.parcelle.ui.chart;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.theme.Parts;

/** Copies a chart as a picture, or saves it as PNG or SVG. Ids begin with the name of the screen. */
public final class PictureButtons extends HBox {
  private final FileDialogs files;
  private final Consumer<Throwable> complain;

  /**
   * @param screen the beginning of the buttons' ids
   * @param chart as it is on the screen
   * @param name the proposed name of the file, without extension
   */
  public PictureButtons(String screen, Region chart, Supplier<String> name, Texts texts, FileDialogs files,
      Consumer<Throwable> complain) {
    super(4);
    this.files = files;
    this.complain = complain;
    setAlignment(Pos.CENTER_LEFT);
    Button copy = Parts.iconButton(Feather.COPY, texts.text("profile.picture.copy"));
    copy.setOnAction(_ -> ChartPicture.copy(chart));
    Button png = Parts.button(texts.text("profile.picture.png"), () -> write(chart, name.get(), "png"),
        "quiet");
    png.setId(screen + "-save-png");
    Button svg = Parts.button(texts.text("profile.picture.svg"), () -> write(chart, name.get(), "svg"),
        "quiet");
    svg.setId(screen + "-save-svg");
    getChildren().addAll(copy, png, svg);
  }

  private void write(Region chart, String name, String extension) {
    files.save(Message.of("profile.picture.title"), name + "." + extension, extension).ifPresent(file -> {
      try {
        ChartPicture.write(chart, file);
      } catch (RuntimeException failure) {
        complain.accept(failure);
      }
    });
  }
}
