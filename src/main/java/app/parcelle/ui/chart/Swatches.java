package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The colours of clusters as the sheets of the theme have them, for what is drawn pixel by pixel. It is a part of the chart, so
 * that it follows the theme.
 */
public final class Swatches extends Group {
  /** Colours come again from here on; numbers and words tell such clusters apart. */
  private static final int DIFFERENT = 10;

  private static final int UNKNOWN = 0xFF808080;

  private final Runnable changed;
  private final List<Region> swatches = new ArrayList<>();

  /** @param changed called when a colour has become another */
  public Swatches(Runnable changed) {
    this.changed = changed;
    setManaged(false);
    show(0);
  }

  /** The style class of a cluster's colour; 0 is in no cluster. */
  public static String style(int cluster) {
    return cluster == 0 ? "group-none" : "group-" + ((cluster - 1) % DIFFERENT + 1);
  }

  /** @param clusters how many there are, beside 0 for none */
  public void show(int clusters) {
    swatches.clear();
    for (int cluster = 0; cluster <= clusters; cluster++) {
      Region swatch = new Region();
      swatch.getStyleClass().addAll("swatch", style(cluster));
      swatch.setManaged(false);
      swatch.backgroundProperty().addListener((_, _, _) -> changed.run());
      swatches.add(swatch);
    }
    getChildren().setAll(swatches);
  }

  /** One a cluster, from 0 for none on; opaque ARGB. */
  public int[] argb() {
    return swatches.stream().mapToInt(Swatches::argb).toArray();
  }

  private static int argb(Region swatch) {
    Background background = swatch.getBackground();
    if (background == null || background.getFills().isEmpty()
        || !(background.getFills().getFirst().getFill() instanceof Color colour)) {
      return UNKNOWN;
    }
    return 0xFF << 24 | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8 | (int) Math.round(255 * colour.getBlue());
  }
}
