package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Place;
import app.parcelle.ui.OnScreen;

class PlaceSearchTest {
  private final List<Place> taken = new ArrayList<>();

  private void type(String degrees) throws Exception {
    OnScreen.run(() -> {
      PlaceSearch search = new PlaceSearch(QuietDesk.of(new SmallShop(40)), taken::add);
      TextField field = (TextField) search.getChildren().getLast();
      field.setText(degrees);
      field.fireEvent(new ActionEvent());
    });
  }

  @Test
  void degreesBeyondThePolesAreNoPlace() throws Exception {
    type("90.5 2");
    type("45 180.25");
    assertEquals(List.of(), taken);

    type("90 -180");
    assertEquals(List.of(new Place.Point(new BigDecimal(90), new BigDecimal(-180))), taken);
  }
}
