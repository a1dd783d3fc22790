package app.parcelle.ui.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;

import app.parcelle.engine.link.LinkReport;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.theme.Parts;

/** Tables as boxes and their links as lines: customers at the left, events in the middle, what events refer to at the right. */
final class LinkPicture extends Pane {
  private static final double WIDTH = 260;
  private static final double HEIGHT = 58;
  private static final double ACROSS = 400;
  private static final double DOWN = 74;
  private static final double BEND = 90;

  private final DataWords words;
  private final Map<String, Bounds> places = new HashMap<>();
  private final List<Label> shares = new ArrayList<>();

  LinkPicture(List<LinkReport> reports, DataWords words) {
    this.words = words;
    int[] filled = new int[3];
    List<VBox> boxes = new ArrayList<>();
    for (LinkReport report : reports) {
      TableVersion table = report.table();
      int column = column(table.kind());
      Bounds place = new BoundingBox(column * ACROSS, filled[column] * DOWN, WIDTH, HEIGHT);
      filled[column]++;
      places.put(table.name(), place);
      boxes.add(box(table, place));
    }
    reports.forEach(this::addLines);
    getChildren().addAll(shares);
    getChildren().addAll(boxes);
    int rows = Math.max(1, Math.max(filled[0], Math.max(filled[1], filled[2])));
    setMinHeight(rows * DOWN);
    setPrefHeight(rows * DOWN);
    setAccessibleText(words.text("link.picture"));
  }

  private static int column(TableKind kind) {
    return switch (kind) {
      case CUSTOMERS -> 0;
      case EVENTS -> 1;
      case LOOKUP, RAW -> 2;
    };
  }

  private VBox box(TableVersion table, Bounds place) {
    Label what = Parts.label(words.text("data.table.what", words.of(table.kind()), table.rows()), "muted",
        "small");
    VBox box = new VBox(2, Parts.given(table.name(), "heading"), what);
    box.getStyleClass().addAll("card", "link-table");
    box.relocate(place.getMinX(), place.getMinY());
    box.setMinSize(WIDTH, HEIGHT);
    box.setPrefSize(WIDTH, HEIGHT);
    return box;
  }

  private void addLines(LinkReport report) {
    Bounds here = Objects.requireNonNull(places.get(report.table().name()));
    LinkReport.Customers customers = report.customers();
    if (customers != null) {
      long rows = Math.max(1, report.table().rows());
      customers.tables().forEach(name -> addLine(here, name));
      addShare(here, here.getMinX() > 0, (double) customers.linked() / rows);
    }
    for (LinkReport.Lookup lookup : report.lookups()) {
      long valued = Math.max(1, lookup.found() + lookup.notFound());
      addLine(here, lookup.link().table());
      addShare(here, false, (double) lookup.found() / valued);
    }
  }

  /** Beside the box, where its lines begin. */
  private void addShare(Bounds here, boolean left, double share) {
    Label label = Parts.chip(words.text("link.share", share), share < 1 ? "warning" : "good");
    label.relocate(left ? here.getMinX() - 58 : here.getMaxX() + 12, here.getCenterY() - 10);
    shares.add(label);
  }

  private void addLine(Bounds here, String other) {
    Bounds there = places.get(other);
    if (there == null) {
      return;
    }
    boolean leftwards = there.getMinX() < here.getMinX();
    boolean beside = there.getMinX() == here.getMinX();
    double from = leftwards ? here.getMinX() : here.getMaxX();
    double to = leftwards || beside ? there.getMaxX() : there.getMinX();
    double middle = beside ? from + BEND : (from + to) / 2;
    CubicCurve line = new CubicCurve(from, here.getCenterY(), middle, here.getCenterY(), middle,
        there.getCenterY(), to, there.getCenterY());
    line.getStyleClass().add("link-line");
    getChildren().add(line);
  }
}
