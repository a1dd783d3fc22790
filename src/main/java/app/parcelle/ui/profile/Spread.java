package app.parcelle.ui.profile;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.ColumnProfile.Bin;
import app.parcelle.engine.profile.ColumnProfile.Range;
import app.parcelle.engine.profile.ColumnProfile.Share;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.ui.chart.Bars;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;

/** How the values of a column spread, as bars that can be clicked. */
record Spread(ProfileViewModel model, ProfileWords words, ColumnProfile profile) {
  /** About the width of a digit, in pixels. */
  private static final double DIGIT = 8;

  /** Whether it is drawn as ranges; else as its most frequent values. */
  boolean isRange() {
    return profile.range() != null && profile.column().type() != ColumnType.YES_NO;
  }

  /** The bars of the ranges. */
  Bars bars() {
    Range range = profile.range();
    List<Bars.Bar> bars = new ArrayList<>();
    for (Bin bin : range == null ? List.<Bin>of() : range.bins()) {
      Part part = new Part.Between(bin.from(), bin.to());
      bars.add(new Bars.Bar(bin.rows(), tooltip(words.part(profile, part), bin.rows()), action(part)));
    }
    return new Bars(words.text("profile.spread.of", profile.column().name()), bars);
  }

  /** A line for each of the most frequent values, {@code most} at most. */
  List<Node> values(int most) {
    long greatest = profile.top().isEmpty() ? 1 : profile.top().getFirst().rows();
    List<Node> lines = new ArrayList<>();
    for (Share share : profile.top().stream().limit(most).toList()) {
      lines.add(line(words.frequent(profile.column(), share.text()), share.rows(), greatest,
          new Part.Value(share.text())));
    }
    return lines;
  }

  private HBox line(String name, long rows, long greatest, Part part) {
    ShareBar bar = new ShareBar(50, 8);
    bar.show((double) rows / greatest);
    var label = Parts.given(name.isEmpty() ? words.text("profile.blank") : name);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    var count = Parts.fixed(words.count(rows), "small", "muted");
    count.setAlignment(Pos.CENTER_RIGHT);
    // as wide as the greatest, so that bars stand below each other
    count.setMinWidth(DIGIT * words.count(greatest).length());
    HBox line = new HBox(8, label, bar, count);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("value-line");
    return clickable(line, part, tooltip(name, rows));
  }

  /** Gives a line the click that makes a segment, where one can be made. */
  HBox clickable(HBox line, Part part, String name) {
    Runnable action = action(part);
    if (action != null) {
      line.getStyleClass().add("clickable");
      line.setAccessibleRole(AccessibleRole.BUTTON);
      line.setAccessibleText(name);
      line.setOnMouseClicked(event -> {
        action.run();
        event.consume();
      });
      line.setOnKeyPressed(event -> {
        switch (event.getCode()) {
          case ENTER, SPACE -> {
            action.run();
            event.consume();
          }
          default -> {
          }
        }
      });
    }
    return line;
  }

  String tooltip(String name, long rows) {
    double share = profile.rows() == 0 ? 0 : (double) rows / profile.rows();
    return words.text("profile.bar", name, rows, words.percent(share));
  }

  private @Nullable Runnable action(Part part) {
    return model.makes(profile, part)
        ? () -> model.make(profile, part, words.segment(profile, part))
        : null;
  }
}
