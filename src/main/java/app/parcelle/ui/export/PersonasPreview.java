package app.parcelle.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.export.PersonaPage;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.theme.Parts;

/** The sheet of personas: what its rows say, one persona below the other. */
final class PersonasPreview extends ScrollPane {
  private final Texts texts;

  PersonasPreview(List<PersonaPage> pages, Texts texts) {
    this.texts = texts;
    VBox all = new VBox(16);
    all.getStyleClass().add("definition");
    pages.forEach(page -> all.getChildren().add(persona(page)));
    setContent(all);
    setFitToWidth(true);
    setId("personas-preview");
    setAccessibleText(texts.text("export.sheet.personas"));
  }

  private VBox persona(PersonaPage page) {
    List<Label> figures = new ArrayList<>(
        List.of(Parts.fixed(texts.text("export.personas.who", page.customers(), page.share()), "muted")));
    PersonaPage.@Nullable Money money = page.money();
    if (money != null) {
      figures.add(figure("export.personas.revenue", texts.text("export.personas.money", money.revenue())));
      if (!Double.isNaN(money.share())) {
        figures.add(
            figure("export.personas.revenueShare", texts.text("export.personas.percent", money.share())));
      }
      if (!Double.isNaN(money.basket())) {
        figures.add(figure("export.personas.basket", texts.text("export.personas.money", money.basket())));
      }
    }
    String apart = page.bars()
        .stream()
        .map(bar -> texts.text("export.personas.one", bar.what(), bar.own(), bar.overall()))
        .collect(Collectors.joining(", "));
    return new VBox(3, Parts.wrapped(page.name(), "heading"),
        new FlowPane(16, 2, figures.toArray(Label[]::new)), Parts.wrapped(page.sentence()),
        Parts.wrapped(apart, "muted", "small"), Parts.wrapped(page.advice()));
  }

  private Label figure(String key, String value) {
    return Parts.fixed(texts.text("exports.personas.figure", texts.text(key), value), "muted"); // keys: export.personas.*
  }
}
