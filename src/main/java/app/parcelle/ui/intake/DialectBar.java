package app.parcelle.ui.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.TextOptions;

/** How the file is cut into fields, as it was found; each choice reads the file anew. */
final class DialectBar extends FlowPane {
  private final DataWords words;

  DialectBar(ImportViewModel model, ImportPreview preview, DataWords words) {
    this.words = words;
    setHgap(16);
    setVgap(8);
    setRowValignment(javafx.geometry.VPos.CENTER);
    CheckBox header = new CheckBox(words.text("data.dialect.header"));
    header.setId("dialect-header");
    Integer headerRows = preview.text().headerRows();
    header.setSelected(headerRows != null && headerRows > 0);
    header.setOnAction(_ -> model.header(header.isSelected()));
    header.setMinWidth(Region.USE_PREF_SIZE);
    String part = preview.part();
    if (part != null && preview.parts().size() > 1) {
      getChildren().add(choice("part", preview.parts(), part, Function.identity(), model::part));
    }
    if (!preview.records()) {
      addCutting(model, preview);
    }
    getChildren().addAll(header, Details.chip(words.text("data.dialect.found"), "good"));
  }

  private void addCutting(ImportViewModel model, ImportPreview preview) {
    Charset encoding = Objects.requireNonNullElse(preview.text().encoding(), StandardCharsets.UTF_8);
    String delimiter = Objects.requireNonNullElse(preview.text().delimiter(), ",");
    Character quote = Objects.requireNonNullElse(preview.text().quote(), '"');
    getChildren().addAll(
        choice("encoding", encodings(encoding), encoding, Charset::displayName, model::encoding),
        choice("delimiter", with(List.of(",", ";", "\t", "|"), delimiter), delimiter, this::delimiter,
            model::delimiter),
        choice("quote", with(List.of('"', '\''), quote), quote, this::quote, model::quote));
  }

  private <T> HBox choice(String id, List<T> choices, T present, Function<T, String> name,
      Consumer<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.setId("dialect-" + id);
    box.getItems().setAll(choices);
    box.setValue(present);
    box.setConverter(new Naming<>(name));
    box.setOnAction(_ -> chosen.accept(box.getValue()));
    Label label = new Label(words.text("data.dialect." + id)); // keys: data.dialect.*
    label.getStyleClass().add("muted");
    label.setLabelFor(box);
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox both = new HBox(8, label, box);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private String delimiter(String delimiter) {
    return delimiter.equals("\t") ? words.text("data.dialect.tab") : delimiter;
  }

  private String quote(char quote) {
    return quote == TextOptions.NONE ? words.text("data.dialect.none") : String.valueOf(quote);
  }

  private static List<Charset> encodings(Charset present) {
    return with(List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1,
        Charset.forName("ISO-8859-15"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE), present);
  }

  private static <T> List<T> with(List<T> usual, T present) {
    List<T> all = new ArrayList<>(usual);
    if (!all.contains(present)) {
      all.add(present);
    }
    return all;
  }

  /** Choices by their names; nothing is ever typed. */
  static final class Naming<T> extends StringConverter<T> {
    private final Function<T, String> name;

    Naming(Function<T, String> name) {
      this.name = name;
    }

    @Override
    public String toString(T choice) {
      return choice == null ? "" : name.apply(choice);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException();
    }
  }
}
