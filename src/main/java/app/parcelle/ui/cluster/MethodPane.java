package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.message.Problem;
import app.parcelle.ui.theme.Parts;

/** The method, explained in a sentence, and its parameters, each checked as it is typed. */
final class MethodPane extends VBox {
  /** Parameters that are one of some words. */
  private static final Map<String, List<String>> CHOICES = Map.of("linkage",
      words(Algorithm.Linkage.values()),
      "covariance", words(Algorithm.Covariance.values()));

  private final ClusterSetup setup;
  private final ClusterWords words;
  private final Label what = Parts.wrapped("", "muted", "small");
  private final GridPane parameters = new GridPane(8, 6);
  private final Label wrong = Parts.wrapped("", "bad", "small");

  MethodPane(ClusterSetup setup, ClusterWords words) {
    this.setup = setup;
    this.words = words;
    setSpacing(6);
    ComboBox<String> method = new ComboBox<>(FXCollections.observableArrayList(AlgorithmText.NAMES));
    method.setId("cluster-method");
    // keys: clusters.method.*
    method.setConverter(shown(name -> words.text("clusters.method." + name)));
    method.valueProperty().bindBidirectional(setup.method());
    method.setMaxWidth(Double.MAX_VALUE);
    method.setAccessibleText(words.text("clusters.method"));
    getChildren().setAll(Parts.label(words.text("clusters.method"), "section-label"), method, what,
        parameters,
        wrong);
    method.valueProperty().addListener((_, _, _) -> show());
    show();
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
  }

  private void show() {
    String method = setup.method().get();
    // keys: clusters.method.*
    what.setText(words.text("clusters.method." + method + ".what"));
    parameters.getChildren().clear();
    int row = 0;
    for (String parameter : AlgorithmText.parameters(method)) {
      // keys: clusters.parameter.*
      Label name = Parts.upTo(150, words.text("clusters.parameter." + parameter), "small");
      var editor = CHOICES.containsKey(parameter) ? choice(parameter) : number(parameter);
      name.setLabelFor(editor);
      if (CHOICES.containsKey(parameter)) {
        parameters.add(name, 0, row++, 2, 1);
        parameters.add(editor, 0, row++, 2, 1);
      } else {
        parameters.addRow(row++, name, editor);
      }
    }
    parameters.setVisible(row > 0);
    parameters.setManaged(row > 0);
    check();
  }

  private TextField number(String parameter) {
    TextField field = new TextField(setup.parameters().getOrDefault(parameter, ""));
    field.setId("parameter-" + parameter);
    field.setPromptText(words.text("clusters.steps.auto"));
    field.setPrefColumnCount(8);
    field.textProperty().addListener((_, _, text) -> {
      setup.parameters().put(parameter, text);
      check();
    });
    return field;
  }

  private ComboBox<String> choice(String parameter) {
    List<String> values = CHOICES.getOrDefault(parameter, List.of());
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.setId("parameter-" + parameter);
    // keys: clusters.parameter.*
    box.setConverter(shown(value -> words.text("clusters.parameter." + parameter + "." + value)));
    box.setValue(setup.parameters().getOrDefault(parameter, values.getFirst()));
    box.valueProperty().addListener((_, _, value) -> {
      setup.parameters().put(parameter, value);
      check();
    });
    return box;
  }

  private void check() {
    String problem = "";
    try {
      setup.algorithm();
    } catch (Problem found) {
      problem = words.text(found.message());
    }
    wrong.setText(problem);
    wrong.setVisible(!problem.isEmpty());
    wrong.setManaged(!problem.isEmpty());
  }

  private static StringConverter<String> shown(UnaryOperator<String> text) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String value) {
        return value == null ? "" : text.apply(value);
      }

      @Override
      public String fromString(String shown) {
        return shown;
      }
    };
  }
}
