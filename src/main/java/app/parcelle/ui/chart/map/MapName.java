package app.parcelle.ui.chart.map;

import javafx.geometry.Point2D;

/** A place and what it is called. */
public record MapName(Point2D place, String name) {}
