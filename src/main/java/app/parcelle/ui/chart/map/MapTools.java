package app.parcelle.ui.chart.map;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** What a mouse needs beside a {@link PointMap}: points or density, selecting by a line around points, nearer, farther, all. */
public final class MapTools extends HBox {
  private static final double STEP = 1.5;

  public MapTools(PointMap map, Texts texts) {
    super(4);
    setAlignment(Pos.CENTER_LEFT);
    Segmented<Boolean> density = new Segmented<>(List.of(false, true),
        dense -> texts.text(dense ? "charts.map.density" : "charts.map.points"));
    density.valueProperty().set(map.densityProperty().get());
    density.valueProperty().addListener((_, _, dense) -> map.densityProperty().set(dense));
    map.densityProperty().addListener((_, _, dense) -> density.valueProperty().set(dense));
    ToggleButton lasso = new ToggleButton(null, new FontIcon(Feather.EDIT_3));
    lasso.getStyleClass().addAll("quiet", "icon-only");
    lasso.setAccessibleText(texts.text("charts.map.lasso"));
    lasso.setTooltip(new Tooltip(texts.text("charts.map.lasso.what")));
    lasso.selectedProperty().bindBidirectional(map.lassoProperty());
    getChildren().addAll(density, lasso,
        tool(Feather.PLUS, texts.text("charts.map.in"), () -> map.zoom(STEP)),
        tool(Feather.MINUS, texts.text("charts.map.out"), () -> map.zoom(1 / STEP)),
        tool(Feather.MAXIMIZE, texts.text("charts.map.all"), map::reset));
  }

  private static Button tool(Feather icon, String what, Runnable action) {
    Button tool = Parts.iconButton(icon, what);
    tool.setOnAction(_ -> action.run());
    return tool;
  }
}
