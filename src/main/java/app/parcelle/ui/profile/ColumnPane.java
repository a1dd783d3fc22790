package app.parcelle.ui.profile;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.ColumnProfile.Range;
import app.parcelle.engine.profile.ColumnProfile.Share;
import app.parcelle.engine.profile.Profiler;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.ui.chart.Bars;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** One column in full, at the right. */
final class ColumnPane extends VBox {
  private static final double CHART = 110;

  private final ProfileWords words;
  private final ColumnProfile profile;
  private final Spread spread;
  private final VBox parts = new VBox(16);

  ColumnPane(ProfileViewModel model, ProfileWords words, ColumnProfile profile) {
    this.words = words;
    this.profile = profile;
    this.spread = new Spread(model, words, profile);
    setId("profile-column");
    Column column = profile.column();
    Wrapping chips = new Wrapping(Parts.chip(words.type(column)));
    if (!column.meaning().is(Meaning.Kind.NONE)) {
      chips.getChildren().add(Parts.chip(words.meaning(column.meaning())));
    }
    if (column.role() != Role.NONE) {
      chips.getChildren().add(Parts.chip(words.role(column.role()), "accent"));
    }
    parts.getChildren().add(new VBox(8, Parts.wrapped(column.name(), "title"), chips));
    if (spread.isRange()) {
      parts.getChildren().add(histogram());
    }
    parts.getChildren().addAll(filled(), quality());
    Range range = profile.range();
    if (range != null && spread.isRange()) {
      parts.getChildren().addAll(quantiles(range), outliers(range));
    }
    if (!profile.top().isEmpty()) {
      parts.getChildren().add(top());
    }
    if (!profile.patterns().isEmpty()) {
      parts.getChildren().add(patterns());
    }
    getChildren().add(Parts.scrolling(parts, 14));
    VBox.setVgrow(this, Priority.ALWAYS);
  }

  private VBox histogram() {
    Bars bars = spread.bars().withKeys();
    bars.setId("profile-bars");
    bars.setMinHeight(CHART);
    bars.setPrefHeight(CHART);
    VBox histogram = new VBox(6, section("profile.spread"), bars);
    if (bars.acts()) {
      histogram.getChildren().add(Parts.wrapped(words.text("profile.spread.click"), "muted", "small"));
    }
    return histogram;
  }

  private VBox filled() {
    VBox lines = new VBox(section("profile.filled"), line(words.text("profile.present"), profile.present()));
    lines.getChildren().add(part("profile.missing", profile.missing(), new Part.Missing()));
    lines.getChildren().add(part("profile.invalid", profile.invalid(), new Part.Invalid()));
    lines.getChildren().add(line(words.text("profile.distinct"), words.distinct(profile)));
    return lines;
  }

  /** A count that opens the segment of its rows. */
  private Node part(String key, long rows, Part part) {
    String name = words.text(key);
    double share = profile.rows() == 0 ? 0 : (double) rows / profile.rows();
    HBox line = new HBox(8, Parts.wrapped(name, "muted"), Parts.gap(),
        Parts.fixed(words.percent(share), "muted", "small"), Parts.fixed(words.count(rows)));
    line.getStyleClass().add("detail-line");
    line.setId("profile-part-" + part.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    return underlined(rows > 0 ? focusable(spread.clickable(line, part, spread.tooltip(name, rows))) : line);
  }

  private static HBox focusable(HBox line) {
    line.setFocusTraversable(line.getStyleClass().contains("clickable"));
    return line;
  }

  private VBox quality() {
    ShareBar bar = new ShareBar(100, 8);
    bar.show(profile.quality() / 100.0);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(8, bar, Parts.fixed(words.text("profile.quality.of", profile.quality()), "figure"));
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(6, section("profile.quality"), line,
        Parts.wrapped(QualityWords.formula(words, profile), "muted", "small"));
  }

  private VBox quantiles(Range range) {
    Column column = profile.column();
    VBox lines = new VBox(section("profile.quantiles"),
        line(words.text("profile.min"), words.value(column, range.min())));
    for (double level : Profiler.LEVELS) {
      String name = level == 0.5 ? words.text("profile.median") : words.text("profile.quantile", level);
      lines.getChildren().add(line(name, words.value(column, range.quantile(level))));
    }
    lines.getChildren().add(line(words.text("profile.max"), words.value(column, range.max())));
    if (column.type().isNumber()) {
      lines.getChildren()
          .addAll(line(words.text("profile.mean"), words.fraction(column, range.mean())),
              line(words.text("profile.deviation"), words.fraction(column, range.deviation())));
    }
    return lines;
  }

  private VBox outliers(Range range) {
    Column column = profile.column();
    String limits = range.farOut() == 0
        ? words.text("profile.far-out.none")
        : words.text("profile.far-out.what", words.value(column, range.nearLow()),
            words.value(column, range.nearHigh()));
    return new VBox(section("profile.far-out"),
        part("profile.far-out.rows", range.farOut(), new Part.FarOut()),
        Parts.wrapped(limits, "muted", "small"));
  }

  private VBox top() {
    VBox lines = new VBox(2, section("profile.top"));
    lines.setId("profile-top");
    for (Node line : spread.values(Profiler.TOP)) {
      lines.getChildren().add(focusable((HBox) line));
    }
    if (profile.distinct() > profile.top().size()) {
      lines.getChildren()
          .add(Parts.wrapped(words.text("profile.top.first", profile.top().size()), "muted", "small"));
    }
    return lines;
  }

  private VBox patterns() {
    VBox lines = new VBox(2, section("profile.patterns"),
        Parts.wrapped(words.text("profile.patterns.what"), "muted", "small"));
    for (Share share : profile.patterns()) {
      HBox line = new HBox(8, Parts.given(share.text(), "mono"), Parts.gap(),
          Parts.fixed(words.count(share.rows()), "small", "muted"));
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("value-line");
      lines.getChildren().add(line);
    }
    return lines;
  }

  private Node section(String key) {
    return Parts.wrapped(words.text(key), "section-label"); // keys: profile.*
  }

  private Node line(String name, long figure) {
    return line(name, words.count(figure));
  }

  private Node line(String name, String figure) {
    HBox line = new HBox(8, Parts.wrapped(name, "muted"), Parts.gap(), Parts.fixed(figure));
    line.getStyleClass().add("detail-line");
    return underlined(line);
  }

  private static VBox underlined(HBox line) {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return new VBox(line, rule);
  }
}
