package app.parcelle.ui.value;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.Edges;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmModel.Monetary;
import app.parcelle.engine.value.RfmModel.RecencyUnit;
import app.parcelle.ui.theme.Parts;

/** How customers are scored. */
final class SettingsLine extends VBox {
  private final ValueViewModel model;
  private final ValueWords words;

  SettingsLine(ValueViewModel model, ValueWords words, RfmModel now, Runnable toTables, Runnable toBounds) {
    super(8);
    this.model = model;
    this.words = words;
    FlowPane settings = new FlowPane(10, 8);
    List<TableVersion> tables = model.tables();
    if (tables.size() > 1) {
      settings.getChildren()
          .add(choice("value.table", tables,
              tables.stream()
                  .filter(t -> t.tableId().equals(now.tableId()))
                  .findFirst()
                  .orElse(tables.getFirst()),
              TableVersion::name, t -> model.table(t.tableId())));
    }
    settings.getChildren()
        .addAll(choice("value.scores",
            IntStream.rangeClosed(RfmModel.LEAST_SCORES, RfmModel.MOST_SCORES).boxed().toList(), now.scores(),
            n -> words.text("value.scores.n", n), model::scores),
            choice("value.edges", List.of(Kind.values()), Kind.of(now.edges()), this::name, this::edges),
            choice("value.recency", Arrays.asList(RecencyUnit.values()), now.recency(),
                u -> words.choice("value.recency.", u), model::recency),
            choice("value.monetary", Arrays.asList(Monetary.values()), now.monetary(),
                m -> words.choice("value.monetary.", m), model::monetary));
    Button bounds = Parts.button(words.text("value.bounds.edit"), toBounds);
    bounds.setId("edit-bounds");
    Button asTable = Parts.button(words.text("value.tables"), toTables);
    asTable.setId("rfm-tables");
    Button keep = Parts.button(words.text(model.isKept() ? "value.kept" : "value.keep"),
        () -> model.keep(() -> {}),
        "accent");
    keep.setId("keep-scores");
    keep.setDisable(model.isKept());
    keep.setTooltip(new Tooltip(words.text("value.keep.hint")));
    getChildren().addAll(
        Parts.line(10, Parts.label(words.text("value.title"), "title"), Parts.gap(), asTable, bounds, keep),
        settings);
  }

  /** How edges are found. */
  private enum Kind {
    EQUAL, QUANTILES, FIXED;

    static Kind of(Edges edges) {
      return switch (edges) {
        case Edges.EqualGroups _ -> EQUAL;
        case Edges.QuantilesPlusOne _ -> QUANTILES;
        case Edges.Fixed _ -> FIXED;
      };
    }
  }

  private String name(Kind kind) {
    return switch (kind) {
      case EQUAL -> words.text("value.edges.equal");
      case QUANTILES -> words.text("value.edges.quantiles");
      case FIXED -> words.text("value.edges.fixed");
    };
  }

  private void edges(Kind kind) {
    model.edges(switch (kind) {
      case EQUAL -> new Edges.EqualGroups();
      case QUANTILES -> new Edges.QuantilesPlusOne();
      case FIXED -> model.present();
    });
  }

  private <T> Node choice(String key, List<T> all, T now, Function<T, String> name, Consumer<T> chosen) {
    String title = words.text(key); // keys: value.table, value.scores, value.edges, value.recency, value.monetary
    MenuButton menu = new MenuButton(name.apply(now));
    menu.setId(key.replace('.', '-'));
    menu.setMnemonicParsing(false);
    menu.setAccessibleText(title + ", " + name.apply(now));
    for (T one : all) {
      MenuItem item = new MenuItem(name.apply(one));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> chosen.accept(one));
      menu.getItems().add(item);
    }
    return Parts.line(6, Parts.fixed(title, "muted"), menu);
  }
}
