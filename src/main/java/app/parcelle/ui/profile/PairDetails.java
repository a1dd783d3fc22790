package app.parcelle.ui.profile;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.profile.Association;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.theme.Parts;

/** One pair of columns, at the right: how strongly they go together, by what measure, and what that says. */
final class PairDetails extends VBox {
  private final ProfileWords words;

  PairDetails(ProfileViewModel model, ProfileWords words, Association pair) {
    super(16);
    this.words = words;
    setId("profile-pair");
    VBox lines = new VBox(Parts.wrapped(words.text("profile.pair.strength"), "section-label"),
        line(words.measure(pair.measure()), figure(pair.value())));
    if (pair.measure() == Association.Measure.CORRELATION) {
      lines.getChildren().add(line(words.text("profile.measure.spearman"), figure(pair.ranked())));
    }
    lines.getChildren().add(line(words.text("profile.pair.rows"), words.count(pair.rows())));
    VBox parts = new VBox(16,
        Parts.wrapped(words.text("profile.pair.of", pair.first(), pair.second()), "title"),
        lines);
    ProfileViewModel.Drawn drawn = model.picture().get();
    TableVersion table = model.table().get();
    if (drawn != null && drawn.pair().equals(pair) && table != null) {
      parts.getChildren()
          .add(new PairChart(words, ProfileSource.column(table, pair.first()),
              ProfileSource.column(table, pair.second()), drawn.picture()));
    }
    parts.getChildren()
        .addAll(Parts.wrapped(words.measureWhat(pair.measure()), "muted"),
            Parts.wrapped(words.text("profile.pair.caution"), "muted", "small"));
    getChildren().add(Parts.scrolling(parts, 14));
    VBox.setVgrow(this, Priority.ALWAYS);
  }

  private String figure(@org.jspecify.annotations.Nullable Double value) {
    return value == null ? "–" : words.strength(value);
  }

  private static Node line(String name, String figure) {
    HBox line = new HBox(8, Parts.wrapped(name, "muted"), Parts.gap(), Parts.fixed(figure, "figure"));
    line.getStyleClass().add("detail-line");
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return new VBox(line, rule);
  }
}
