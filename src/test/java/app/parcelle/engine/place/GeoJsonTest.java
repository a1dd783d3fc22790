package app.parcelle.engine.place;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

class GeoJsonTest {
  private static final String SQUARE = "[[0,0],[1,0],[1,1],[0,1],[0,0]]";

  @TempDir
  private Path folder;

  private Layer read(String json, @Nullable String property) throws IOException {
    return GeoJson.read(Files.writeString(folder.resolve("a.geojson"), json), "A", property,
        JobContext.silent());
  }

  private Message refused(String json, @Nullable String property) {
    return assertThrows(Problem.class, () -> read(json, property)).message();
  }

  private static String file(String... features) {
    return "{\"type\":\"FeatureCollection\",\"bbox\":[0,0,1,1],\"features\":[" + String.join(",", features)
        + "],\"other\":{\"deep\":[1]}}";
  }

  private static String feature(String properties, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"geometry\":{\"coordinates\":" + coordinates + ",\"type\":\"" + type
        + "\"},\"properties\":" + properties + "}";
  }

  @Test
  void polygonsAreShapesUnderTheirNamesWithHolesAndParts() throws IOException {
    Layer layer = read(file(feature("{\"code\":\"1\",\"nom\":\" Île \",\"n\":{\"x\":1}}", "Polygon",
        "[[[0,0,12],[9,0],[9,9],[0,9]]," + SQUARE + "]"),
        feature("{\"code\":\"2\",\"nom\":\"Mer\"}", "MultiPolygon", "[[" + SQUARE + "],[" + SQUARE + "]]"),
        feature("{\"nom\":\"Phare\"}", "Point", "[1,2]"),
        "{\"type\":\"Feature\",\"properties\":{\"nom\":\"Rien\"},\"geometry\":null}"), null);
    assertEquals(Set.of("Île", "Mer"), layer.names());
    assertEquals(2, layer.shapes().getFirst().polygons().getFirst().rings().size());
    assertArrayEquals(new double[]{0, 0, 9, 0, 9, 9, 0, 9, 0, 0},
        layer.shapes().getFirst().polygons().getFirst().rings().getFirst());
    assertEquals(2, layer.shapes().get(1).polygons().size());
    assertEquals(4 * 4, layer.corners());
    assertEquals(Set.of("1", "2"),
        read(file(feature("{\"code\":\"1\",\"nom\":\"a\"}", "Polygon", "[" + SQUARE + "]"),
            feature("{\"code\":2,\"nom\":\"a\"}", "Polygon", "[" + SQUARE + "]")), "CODE").names());
  }

  @Test
  void aLayerIsTheSameAfterItsBytes() throws IOException {
    Layer layer = read(file(feature("{\"nom\":\"é\"}", "MultiPolygon", "[[" + SQUARE + "]]")), null);
    Layer again = LayerBytes.read("A", LayerBytes.write(layer)).orElseThrow();
    assertEquals(layer.names(), again.names());
    assertArrayEquals(layer.shapes().getFirst().polygons().getFirst().rings().getFirst(),
        again.shapes().getFirst().polygons().getFirst().rings().getFirst());
    assertEquals(Optional.empty(), LayerBytes.read("A", new byte[]{1, 2, 3}));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"[1]|layer.no-geojson", "{}|layer.no-geojson",
      "{\"features\":[]}|layer.no-polygon", "{\"features\":[{|layer.broken",
      "{\"features\":[]}}|layer.broken",
      "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}|layer.bad-polygon",
      "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[]]}}]}|layer.bad-polygon",
      "{\"features\":[{\"geometry\":{\"type\":\"Polygon\"}}]}|layer.bad-polygon",
      "{\"features\":[{\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[1,2]}}]}|layer.bad-polygon",
      "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}}]}|layer.bad-polygon",
      "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,\"x\"]]]}}]}|layer.bad-polygon",
      "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[[[[1]]]]]]}}]}|layer.bad-polygon",
      "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[652000,6862000],[1,1],[2,2]]]}}]}|layer.no-degrees"})
  void whatIsNoMapIsRefused(String json, String key) {
    assertEquals(key, refused(json, null).key());
  }

  @Test
  void namesHaveToBeThere() {
    String one = feature("{\"a\":\"x\",\"code\":\"1\"}", "Polygon", "[" + SQUARE + "]");
    String other = feature("{\"a\":\"x\"}", "Polygon", "[" + SQUARE + "]");
    assertEquals(Message.of("layer.no-names", "a.geojson", "a, code"), refused(file(one, other), null));
    assertEquals(Message.of("layer.no-property", "a.geojson", "nom", "a, code"),
        refused(file(one, other), "nom"));
    assertEquals(Message.of("layer.no-name", "a.geojson", 2, "code"), refused(file(one, other), "code"));
  }

  @Test
  void hostileFilesAreBounded() throws IOException {
    String deep = "[".repeat(5_000);
    assertEquals("layer.bounds", refused("{\"x\":" + deep, null).key());
    String text = "{\"nom\":\"" + "y".repeat(2 << 20) + "\"}";
    assertEquals("layer.bounds", refused(file(feature(text, "Polygon", "[" + SQUARE + "]")), null).key());
    assertEquals("layer.unreadable",
        assertThrows(Problem.class,
            () -> GeoJson.read(folder.resolve("none.geojson"), "A", null, JobContext.silent())).message()
            .key());
    String ring = IntStream.range(0, 2_000_001).mapToObj(_ -> "[0,0]").collect(Collectors.joining(","));
    assertEquals("layer.too-many-corners",
        refused(file(feature("{\"nom\":\"a\"}", "Polygon", "[[" + ring + "]]")), null).key());
  }
}
