package app.parcelle.engine.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Reads the polygons of a GeoJSON file (RFC 7946) as a layer: one feature a shape. Points and lines are passed over. A file may be from
 * anywhere: its size, depth, texts, features and corners are bounded.
 */
public final class GeoJson {
  private static final long MOST_BYTES = 128L << 20;
  private static final int MOST_FEATURES = 100_000;
  private static final int MOST_TEXT = 64 << 20;
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(30)
          .maxStringLength(1 << 20)
          .maxNameLength(10_000)
          .maxNumberLength(1_000)
          .build())
      .build();

  private final String file;
  private final JsonParser parser;
  private final JobContext job;
  private final Coordinates coordinates;
  private final List<Feature> features = new ArrayList<>();
  private long text;

  /**
   * One feature with polygons.
   *
   * @param properties those that are texts, numbers or yes and no
   * @param number its place in the file, from 1
   */
  private record Feature(Map<String, String> properties, List<Layer.Polygon> polygons, int number) {}

  private GeoJson(String file, JsonParser parser, JobContext job) {
    this.file = file;
    this.parser = parser;
    this.job = job;
    this.coordinates = new Coordinates(file, parser);
  }

  /**
   * @param name of the layer
   * @param property that has the names of the shapes; null for the one that seems to
   * @throws Problem when the file cannot be read, is no GeoJSON, is too large or holds no polygon with a name
   */
  public static Layer read(Path path, String name, @Nullable String property, JobContext job) {
    String file = String.valueOf(path.getFileName());
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new Problem(Message.of("layer.too-large", file, MOST_BYTES >> 20));
      }
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), Files.newInputStream(path))) {
        GeoJson json = new GeoJson(file, parser, job);
        json.readAll();
        return new Layer(name, json.shapes(property));
      }
    } catch (JacksonIOException | IOException e) {
      throw new Problem(Message.of("layer.unreadable", file), e);
    } catch (StreamConstraintsException e) {
      throw new Problem(Message.of("layer.bounds", file), e);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
      throw new Problem(Message.of("layer.broken", file, at.getLineNr(), at.getColumnNr()), e);
    }
  }

  private void readAll() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Problem(Message.of("layer.no-geojson", file));
    }
    boolean any = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean list = parser.currentName().equals("features");
      any |= list;
      JsonToken value = parser.nextToken();
      if (list && value == JsonToken.START_ARRAY) {
        readFeatures();
      } else {
        parser.skipChildren();
      }
    }
    if (!any) {
      throw new Problem(Message.of("layer.no-geojson", file));
    }
    // what stands behind the object is broken
    parser.nextToken();
  }

  private void readFeatures() {
    for (int number = 1; parser.nextToken() == JsonToken.START_OBJECT; number++) {
      if (number > MOST_FEATURES) {
        throw new Problem(Message.of("layer.too-many", file, MOST_FEATURES));
      }
      job.throwIfCancelled();
      readFeature(number);
    }
  }

  private void readFeature(int number) {
    Map<String, String> properties = Map.of();
    List<Layer.Polygon> polygons = List.of();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String part = parser.currentName();
      JsonToken value = parser.nextToken();
      if (part.equals("properties") && value == JsonToken.START_OBJECT) {
        properties = readProperties();
      } else if (part.equals("geometry") && value == JsonToken.START_OBJECT) {
        polygons = coordinates.polygons(number);
      } else {
        parser.skipChildren();
      }
    }
    if (!polygons.isEmpty()) {
      features.add(new Feature(properties, polygons, number));
    }
  }

  private Map<String, String> readProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        String said = parser.getString().strip();
        text += name.length() + said.length();
        if (text > MOST_TEXT) {
          throw new Problem(Message.of("layer.bounds", file));
        }
        if (!said.isEmpty()) {
          properties.put(name, said);
        }
      } else {
        parser.skipChildren();
      }
    }
    return properties;
  }

  private List<Layer.Shape> shapes(@Nullable String wanted) {
    if (features.isEmpty()) {
      throw new Problem(Message.of("layer.no-polygon", file));
    }
    List<Map<String, String>> all = features.stream().map(Feature::properties).toList();
    String property = wanted == null
        ? NameProperty.find(all)
            .orElseThrow(() -> new Problem(Message.of("layer.no-names", file, NameProperty.known(all))))
        : NameProperty.named(all, wanted)
            .orElseThrow(
                () -> new Problem(Message.of("layer.no-property", file, wanted, NameProperty.known(all))));
    return features.stream().map(feature -> {
      String name = feature.properties().get(property);
      if (name == null) {
        throw new Problem(Message.of("layer.no-name", file, feature.number(), property));
      }
      return new Layer.Shape(name, feature.polygons());
    }).toList();
  }
}
