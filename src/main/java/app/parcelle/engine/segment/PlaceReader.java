package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.List;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.Near;

/** Reads conditions on where a customer is. */
final class PlaceReader {
  private PlaceReader() {}

  static Near near(JsonPart part) {
    part.only("near", "km", "at");
    return new Near(coordinates(part.part("at")), place(part.part("near")), part.part("km").number());
  }

  private static Coordinates coordinates(JsonPart part) {
    if (part.object().has("coordinates")) {
      part.only("coordinates");
      return new Coordinates(PartReader.field(part.part("coordinates")), null);
    }
    part.only("latitude", "longitude");
    return new Coordinates(PartReader.field(part.part("latitude")),
        PartReader.field(part.part("longitude")));
  }

  private static Place place(JsonPart part) {
    if (part.object().has("table")) {
      part.only("table", "column", "value");
      return new Place.Named(part.part("table").text(), PartReader.field(part.part("column")),
          part.part("value").text());
    }
    part.only("latitude", "longitude");
    return new Place.Point(part.part("latitude").number(), part.part("longitude").number());
  }

  static InArea inside(JsonPart part) {
    part.only("inside", "at");
    return new InArea(coordinates(part.part("at")), area(part.part("inside")));
  }

  private static Area area(JsonPart part) {
    if (part.object().has("layer")) {
      part.only("layer", "shapes");
      return new Area.Shapes(part.part("layer").text(),
          PartReader.distinct(part.part("shapes"), JsonPart::text));
    }
    part.only("drawn");
    return new Area.Drawn(part.part("drawn")
        .items()
        .stream()
        .map(polygon -> polygon.items().stream().map(PlaceReader::corner).toList())
        .toList());
  }

  private static Area.Corner corner(JsonPart part) {
    List<BigDecimal> pair = part.items().stream().map(JsonPart::number).toList();
    if (pair.size() != 2) {
      throw part.expected(Message.of("segment.expected.corner"));
    }
    return new Area.Corner(pair.getFirst(), pair.getLast());
  }
}
