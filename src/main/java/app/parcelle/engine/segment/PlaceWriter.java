package app.parcelle.engine.segment;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.segment.Area.Corner;
import app.parcelle.engine.segment.Condition.Coordinates;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.Near;

/** Writes conditions on where a customer is as {@link PlaceReader} reads them. */
final class PlaceWriter {
  private PlaceWriter() {}

  static void near(ObjectNode node, Near test) {
    ObjectNode near = node.putObject("near");
    switch (test.place()) {
      case Place.Point(var latitude, var longitude) ->
        near.put("latitude", latitude).put("longitude", longitude);
      case Place.Named(String table, FieldRef column, String value) -> {
        near.put("table", table).set("column", PartWriter.field(column));
        near.put("value", value);
      }
    }
    node.put("km", test.kilometres());
    coordinates(node.putObject("at"), test.where());
  }

  private static void coordinates(ObjectNode node, Coordinates where) {
    if (where.longitude() == null) {
      node.set("coordinates", PartWriter.field(where.latitude()));
    } else {
      node.set("latitude", PartWriter.field(where.latitude()));
      node.set("longitude", PartWriter.field(where.longitude()));
    }
  }

  static void inside(ObjectNode node, InArea test) {
    ObjectNode inside = node.putObject("inside");
    switch (test.area()) {
      case Area.Drawn(List<List<Corner>> polygons) -> {
        ArrayNode drawn = inside.putArray("drawn");
        for (List<Corner> polygon : polygons) {
          ArrayNode ring = drawn.addArray();
          polygon.forEach(corner -> ring.addArray().add(corner.latitude()).add(corner.longitude()));
        }
      }
      case Area.Shapes(String layer, Set<String> names) -> {
        ArrayNode shapes = inside.put("layer", layer).putArray("shapes");
        names.stream().sorted().forEach(shapes::add);
      }
    }
    coordinates(node.putObject("at"), test.where());
  }
}
