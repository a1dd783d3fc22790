package app.parcelle.ui.cluster;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

import app.parcelle.engine.message.Message;

/** A small picture of a kind of customers, drawn on a square of 24; a decoration beside the name. */
final class Pictogram extends StackPane {
  private static final String STAR = "M12 1.8 L15 8.6 L22.4 9.4 L16.9 14.3 L18.5 21.6 L12 17.8 L5.5 21.6 L7.1 14.3 "
      + "L1.6 9.4 L9 8.6 Z";
  private static final String COIN = "M2 12 A10 10 0 1 1 22 12 A10 10 0 1 1 2 12 Z "
      + "M4.5 12 A7.5 7.5 0 1 0 19.5 12 A7.5 7.5 0 1 0 4.5 12 Z M8 12 A4 4 0 1 1 16 12 A4 4 0 1 1 8 12 Z";
  private static final String FALLING = "M4 3 L10.5 9.5 L14 6 L20 12 V8.5 H22.5 V17 H14 V14.5 H18 L14 10.5 L10.5 14 "
      + "L1.5 5.5 Z";
  private static final String AGAIN = "M12 3 A9 9 0 1 1 3.5 9 L6.3 10 A6 6 0 1 0 12 6 V10 L5.5 4.8 L12 0 Z";
  private static final String SPROUT = "M11 22 V14.5 C5 14.5 2 11 2 4.5 C8 4.5 11 7.5 11.7 11.5 C13 8.5 16 7 22 7 "
      + "C22 13 18 16 13 16 V22 Z";
  private static final String HOURGLASS = "M5 2 H19 V5.5 L13.8 12 L19 18.5 V22 H5 V18.5 L10.2 12 L5 5.5 Z";
  private static final String BAG = "M4 8 H20 L21.5 22 H2.5 Z "
      + "M8 7.5 V6 A4 4 0 0 1 16 6 V7.5 H14 V6 A2 2 0 0 0 10 6 V7.5 Z";
  private static final String HEART = "M12 21.5 C4 15.5 2 11.7 2 8 C2 4.8 4.4 3 7 3 C9.2 3 11 4.2 12 6 "
      + "C13 4.2 14.8 3 17 3 C19.6 3 22 4.8 22 8 C22 11.7 20 15.5 12 21.5 Z";
  private static final String PERSON = "M7 7 A5 5 0 1 1 17 7 A5 5 0 1 1 7 7 Z "
      + "M2 22 C2 16.5 6 13.5 12 13.5 C18 13.5 22 16.5 22 22 Z";
  private static final String TAG = "M2 2 H12 L22.5 12.5 L12.5 22.5 L2 12 Z M5 7 A2 2 0 1 0 9 7 A2 2 0 1 0 5 7 Z";
  private static final String BARS = "M3 13 H7.5 V22 H3 Z M9.8 8 H14.3 V22 H9.8 Z M16.5 2 H21 V22 H16.5 Z";

  /** @param name that was suggested for the cluster */
  Pictogram(Message name) {
    SVGPath path = new SVGPath();
    path.setContent(path(kind(name)));
    path.setFillRule(FillRule.EVEN_ODD);
    path.getStyleClass().add("shape");
    getStyleClass().add("pictogram");
    setMouseTransparent(true);
    getChildren().setAll(path);
  }

  /** The last part of the name's key, of one that was qualified or numbered that of the name within. */
  private static String kind(Message name) {
    Message plain = name;
    while (!plain.args().isEmpty() && plain.args().getFirst() instanceof Message within) {
      plain = within;
    }
    return plain.key().substring("cluster.name.".length());
  }

  private static String path(String kind) {
    return switch (kind) {
      case "best" -> STAR;
      case "valuable", "high-margin", "low-margin" -> COIN;
      case "lapsing" -> FALLING;
      case "frequent", "recent" -> AGAIN;
      case "new", "arrived" -> SPROUT;
      case "dormant", "dormant-small" -> HOURGLASS;
      case "small", "rare", "recent-small", "big-baskets", "small-baskets" -> BAG;
      case "loyal" -> HEART;
      case "average" -> PERSON;
      case "level" -> TAG;
      default -> BARS;
    };
  }
}
