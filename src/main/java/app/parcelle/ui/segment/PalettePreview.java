package app.parcelle.ui.segment;

import static java.util.stream.Collectors.joining;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Sentence;
import app.parcelle.ui.chart.Histogram;
import app.parcelle.ui.chart.ShareBar;
import app.parcelle.ui.theme.Parts;

/** More of the field that the mouse or the keyboard is on: how many customers it is known of, how many values, how they spread. */
final class PalettePreview extends VBox {
  private static final int NAMED = 4;
  private static final double WIDTH = 196;
  /** Always the same, so that the list above does not move while something is carried out of it. */
  private static final double HEIGHT = 156;

  private final Desk desk;
  private final Label title = Parts.given("", "heading");
  private final Label known = Parts.wrapped("", "muted", "small");
  private final VBox shape = new VBox(3);
  private @Nullable Source shown;

  PalettePreview(Desk desk) {
    super(6);
    this.desk = desk;
    getStyleClass().add("palette-preview");
    setMinHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().addAll(title, known, shape);
    show(null, "");
  }

  void show(@Nullable Source source, String name) {
    if (Objects.equals(shown, source) && shown != null) {
      return;
    }
    shown = source;
    title.setText(source == null ? desk.text("builder.palette.preview") : name);
    title.getTooltip().setText(title.getText());
    known.setText(source == null ? desk.text("builder.palette.previewHint") : about(source));
    shape.getChildren().clear();
    Optional<Field> field = source == null ? Optional.empty() : desk.shape(source);
    field.ifPresent(found -> desk.distributions().of(found, spread -> {
      if (Objects.equals(shown, source)) {
        draw(found, spread);
      }
    }));
  }

  /** What a criterion of something says that is not a field, and so has no values that spread. */
  private String about(Source source) {
    return switch (source) {
      case Source.OfField _,Source.OfEvents _ -> "";
      case Source.OfSequence _ -> desk.text("builder.about.sequence");
      case Source.OfPlaces _ -> desk.text("builder.about.places");
      case Source.OfAreas _ -> desk.text("builder.about.areas");
      case Source.OfConsent _ -> desk.text("builder.about.consent");
      case Source.OfSegment(var ref) -> desk.model()
          .allSaved()
          .stream()
          .filter(saved -> saved.id().equals(ref.id()))
          .findFirst()
          .map(saved -> desk.sentence(saved.segment()).stream().map(Sentence.Span::text).collect(joining()))
          .orElse("");
      case Source.OfChance _ -> desk.text("builder.about.chance");
      case Source.OfEveryone _ -> desk.text("builder.about.everyone");
    };
  }

  private void draw(Field field, Distribution spread) {
    known.setText(desk.text("builder.palette.known", spread.known(),
        desk.figures().share(spread.known(), spread.all()), spread.distinct()));
    if (field.type().isText()) {
      spread.values().folded().stream().limit(NAMED).forEach(value -> {
        ShareBar bar = new ShareBar(44, 5);
        bar.show((double) value.count() / Math.max(1, spread.all()));
        Label text = Parts.given(value.text(), "small");
        shape.getChildren()
            .add(Parts.line(6, text, Parts.gap(), bar,
                Parts.fixed(desk.figures().count(value.count()), "muted", "small")));
      });
    } else if (!spread.bars().isEmpty()) {
      Histogram bars = new Histogram(desk.text("builder.palette.distribution", title.getText()), WIDTH, 40);
      bars.show(spread.bars().stream().mapToLong(Integer::longValue).toArray());
      shape.getChildren()
          .addAll(bars,
              Parts.line(4, Parts.fixed(edge(field, spread.low(), 0), "muted", "small"), Parts.gap(),
                  Parts.fixed(edge(field, spread.high(), 1), "muted", "small")));
    }
  }

  private String edge(Field field, double value, int yes) {
    return switch (field.type()) {
      case DATE, DATE_TIME -> desk.figures().day(java.time.LocalDate.ofEpochDay((long) Math.floor(value)));
      case YES_NO -> desk.text(yes == 0 ? "builder.yes" : "builder.no");
      default -> desk.figures()
          .number(new java.math.BigDecimal(value)
              .setScale(Math.min(field.scale(), 2), java.math.RoundingMode.HALF_UP));
    };
  }
}
