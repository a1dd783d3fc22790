package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Place;
import app.parcelle.ui.segment.PlaceTables.Names;
import app.parcelle.ui.theme.Parts;

/** A place by its name or postal code in the tables of places, or by its latitude and longitude. */
final class PlaceSearch extends VBox {
  private static final int MOST = 7;
  private static final double LINE = 28;
  private static final BigDecimal NORTHMOST = BigDecimal.valueOf(90);
  private static final BigDecimal EASTMOST = BigDecimal.valueOf(180);

  /** A place that answers what is typed. */
  private record Hit(Names names, String name) {}

  private final Desk desk;
  private final Consumer<Place> take;
  private final List<Names> all;
  private final TextField search = new TextField();
  private final ListView<Hit> list = new ListView<>();
  private final Label none = Parts.wrapped("", "small", "warning");

  PlaceSearch(Desk desk, Consumer<Place> take) {
    super(6);
    this.desk = desk;
    this.take = take;
    this.all = new PlaceTables(desk).all();
    if (all.isEmpty()) {
      getChildren().add(Parts.wrapped(desk.text("builder.place.noTable"), "muted", "small"));
    } else {
      search();
    }
    TextField degrees = new TextField();
    degrees.setPromptText(desk.text("builder.place.degrees"));
    degrees.setAccessibleText(desk.text("builder.place.degrees"));
    degrees.setOnAction(_ -> point(degrees.getText()).ifPresent(take));
    getChildren().add(degrees);
    focusedProperty().subscribe(focused -> {
      if (focused) {
        (all.isEmpty() ? degrees : search).requestFocus();
      }
    });
  }

  private void search() {
    search.setId("place-search");
    search.setPromptText(desk.text("builder.place.name"));
    search.setAccessibleText(desk.text("builder.place.name"));
    search.textProperty().addListener((_, _, typed) -> look(typed.strip()));
    search.setOnAction(_ -> {
      if (!list.getItems().isEmpty()) {
        take(list.getItems().getFirst());
      }
    });
    search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
        event.consume();
      }
    });
    list.setId("places-found");
    list.setAccessibleText(desk.text("builder.place.found"));
    list.setFixedCellSize(LINE);
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(_ -> takeSelected());
    list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        takeSelected();
        event.consume();
      }
    });
    show(List.of());
    none.setManaged(false);
    getChildren().addAll(search, none, list);
  }

  private void look(String typed) {
    none.setManaged(false);
    none.setVisible(false);
    show(List.of());
    for (Names names : typed.isEmpty() ? List.<Names>of() : all) {
      desk.distributions().placeNames(names.table(), names.column(), places -> {
        // what came late is of no use once something else is typed
        if (search.getText().strip().equals(typed)) {
          List<Hit> hits = new ArrayList<>(list.getItems());
          places.like(typed, MOST - hits.size()).forEach(spot -> hits.add(new Hit(names, spot.name())));
          show(hits);
          boolean nothing = hits.isEmpty() && names.equals(all.getLast());
          none.setText(desk.text("builder.place.unknown", names.table().name()));
          none.setManaged(nothing);
          none.setVisible(nothing);
        }
      });
    }
  }

  private void show(List<Hit> hits) {
    list.getItems().setAll(hits);
    list.setVisible(!hits.isEmpty());
    list.setManaged(!hits.isEmpty());
    list.setPrefHeight(hits.size() * LINE + 2);
    list.setMinHeight(hits.size() * LINE + 2);
  }

  private void takeSelected() {
    Hit hit = list.getSelectionModel().getSelectedItem();
    if (hit != null) {
      take(hit);
    }
  }

  private void take(Hit hit) {
    search.setText(hit.name());
    show(List.of());
    take.accept(hit.names().place(hit.name()));
  }

  private static final class Cell extends ListCell<Hit> {
    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
      super.updateItem(hit, empty);
      if (empty || hit == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        String column = hit.names().column().name();
        setGraphic(
            Parts.line(8, Parts.label(hit.name()), Parts.gap(), Parts.fixed(column, "muted", "small")));
        setAccessibleText(hit.name() + " " + column);
      }
    }
  }

  /** Two numbers with a semicolon or spaces between them; a comma too, where it is not the decimal sign. */
  private Optional<Place> point(String text) {
    String between = text.contains(";")
        ? ";"
        : text.contains(", ") ? ", " : text.strip().contains(" ") ? " " : ",";
    int at = text.indexOf(between);
    if (at < 0) {
      return Optional.empty();
    }
    return desk.figures()
        .parse(text.substring(0, at).strip())
        .or(() -> plain(text.substring(0, at)))
        .flatMap(latitude -> desk.figures()
            .parse(text.substring(at + between.length()).strip())
            .or(() -> plain(text.substring(at + between.length())))
            .filter(longitude -> latitude.abs().compareTo(NORTHMOST) <= 0
                && longitude.abs().compareTo(EASTMOST) <= 0)
            .map(longitude -> new Place.Point(latitude, longitude)));
  }

  private static Optional<BigDecimal> plain(String text) {
    return text.strip().matches("-?\\d{1,3}(\\.\\d+)?")
        ? Optional.of(new BigDecimal(text.strip()))
        : Optional.empty();
  }
}
