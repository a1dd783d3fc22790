package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.message.Problem;
import app.parcelle.engine.place.Layer;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

class PlacesTest {
  private static final Condition.Coordinates TWO = new Condition.Coordinates(FieldRef.named("Lat"),
      FieldRef.named("Lon"));
  private static final Condition.Coordinates BOTH = new Condition.Coordinates(FieldRef.named("Both"), null);

  @TempDir
  private Path folder;

  private record Customer(String key, double latitude, double longitude) {}

  private Questions world(List<Customer> customers, List<String> broken) throws java.io.IOException {
    Questions asked = new Questions(Files.createTempDirectory(folder, "w"));
    List<String> lines = new ArrayList<>(List.of("Customer|Lat|Lon|Both"));
    for (Customer c : customers) {
      lines.add(
          c.key() + "|" + text(c.latitude()) + "|" + text(c.longitude()) + "|" + text(c.latitude()) + ", "
              + text(c.longitude()));
    }
    lines.addAll(broken);
    asked.add("People",
        Map.of("Lat", ColumnType.DECIMAL, "Lon", ColumnType.DECIMAL, "Both", ColumnType.TEXT),
        Map.of("Customer", Role.CUSTOMER_KEY), Map.of("Both", Meaning.of(Meaning.Kind.COORDINATES)), lines);
    return asked;
  }

  private static String text(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(4, java.math.RoundingMode.HALF_UP).toPlainString();
  }

  private static double random(Random random, double limit) {
    return Double.parseDouble(text((random.nextDouble() * 2 - 1) * limit));
  }

  private static List<Customer> anywhere(Random random, int count) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double edge = random.nextInt(4) == 0 ? 179.9 : random(random, 180);
      double latitude = random.nextInt(6) == 0 ? 89.5 : random(random, 90);
      customers.add(new Customer("k" + i, random.nextBoolean() ? latitude : -latitude,
          random.nextBoolean() ? edge : -edge));
    }
    return customers;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nearIsWhoeverIsNoFurtherAnywhereOnTheGlobe(long seed) throws java.io.IOException {
    Random random = new Random(seed);
    List<Customer> customers = anywhere(random, 300);
    try (Questions asked = world(customers,
        List.of("none||2.0|", "half|48.0||", "odd|oops|2.0|oops", "off|91.0|0.0|91.0, 0.0"))) {
      for (int i = 0; i < 80; i++) {
        Customer middle = anywhere(random, 1).getFirst();
        double kilometres = Math.round(Math.pow(10, random.nextDouble() * 4.3));
        Set<String> in = new TreeSet<>();
        for (Customer c : customers) {
          if (kilometres(middle, c) <= kilometres) {
            in.add(c.key());
          }
        }
        Place place = new Place.Point(BigDecimal.valueOf(middle.latitude()),
            BigDecimal.valueOf(middle.longitude()));
        assertEquals(in, asked.meeting(new Condition.Near(TWO, place, BigDecimal.valueOf(kilometres))));
        assertEquals(in, asked.meeting(new Condition.Near(BOTH, place, BigDecimal.valueOf(kilometres))));
      }
      assertEquals(Set.of("none", "half", "odd", "off"), asked
          .missing(new Condition.Near(TWO, new Place.Point(BigDecimal.ONE, BigDecimal.ONE), BigDecimal.TEN)));
    }
  }

  /** By the chord through the earth. */
  private static double kilometres(Customer a, Customer b) {
    double[] p = onSphere(a);
    double[] q = onSphere(b);
    double chord = Math.sqrt(Math.pow(p[0] - q[0], 2) + Math.pow(p[1] - q[1], 2) + Math.pow(p[2] - q[2], 2));
    return 2 * 6_371.0088 * Math.asin(Math.min(1, chord / 2));
  }

  private static double[] onSphere(Customer c) {
    double up = Math.toRadians(c.latitude());
    double aside = Math.toRadians(c.longitude());
    return new double[]{Math.cos(up) * Math.cos(aside), Math.cos(up) * Math.sin(aside), Math.sin(up)};
  }

  @Test
  void aTownIsTheMeanOfItsRowsAndAnUnknownOneIsAnError() throws java.io.IOException {
    try (Questions asked = world(
        List.of(new Customer("near", 45.0, 5.0), new Customer("far", 46.0, 5.0)), List.of())) {
      asked.add("Towns", Map.of("Code", ColumnType.IDENTIFIER, "Latitude", ColumnType.DECIMAL, "Longitude",
          ColumnType.DECIMAL),
          Map.of("Code", Role.LOOKUP_KEY),
          Map.of("Latitude", Meaning.of(Meaning.Kind.LATITUDE), "Longitude",
              Meaning.of(Meaning.Kind.LONGITUDE)),
          List.of("Code|Town|Latitude|Longitude", "1|Évian|44.9|5.0", "2|EVIAN|45.1|5.0", "3|Evian||",
              "4|Empty||"));
      assertEquals(Set.of("near"), asked.meeting(near("Towns", "evian", 1)));
      assertEquals(Set.of("near", "far"), asked.meeting(near("towns", "Evian", 112)));
      assertThrows(Problem.class, () -> asked.meeting(near("Towns", "Atlantis", 1)));
      assertThrows(Problem.class, () -> asked.meeting(near("Towns", "Empty", 1)));
      assertThrows(Problem.class, () -> asked.meeting(near("Nowhere", "Evian", 1)));
    }
  }

  private static Condition near(String table, String town, int kilometres) {
    return new Condition.Near(TWO, new Place.Named(table, FieldRef.named("Town"), town),
        BigDecimal.valueOf(kilometres));
  }

  @Test
  void bothDegreesAreReadOfOneText() {
    for (String text : List.of("48.85, 2.35", "48.85,2.35", "48.85 2.35", "(48.85; 2.35)", "48,85; 2,35",
        "[48.85 , 2.35]", "48,85 2,35", "48,85, 2,35")) {
      assertArrayEquals(new double[]{48.85, 2.35}, Positions.read(text), text);
    }
    for (String text : List.of("48.85", "Paris", "", "48,85,2,35", "1 2 3")) {
      assertArrayEquals(new double[]{Double.NaN, Double.NaN}, Positions.read(text), text);
    }
  }

  @Test
  void anEdgeIsInsideAndADrawnAreaMayGoOnBeyondTheAntimeridian() throws java.io.IOException {
    try (Questions asked = world(
        List.of(new Customer("corner", 10, 10), new Customer("edge", 15, 10), new Customer("inside", 15, 15),
            new Customer("outside", 15, 20.0001), new Customer("east", 0, 179), new Customer("west", 0, -179),
            new Customer("zero", 0, 0)),
        List.of("none|||"))) {
      assertEquals(Set.of("corner", "edge", "inside"), asked.meeting(drawn(10, 10, 20, 10, 20, 20, 10, 20)));
      assertEquals(Set.of("east", "west"), asked.meeting(drawn(-5, 175, 5, 175, 5, 185, -5, 185)));
      assertEquals(Set.of("east", "west"), asked.meeting(drawn(-5, -175, 5, -175, 5, -185, -5, -185)));
      // the other way round the earth
      assertEquals(Set.of("zero"), asked.meeting(drawn(-5, 175, 5, 175, 5, -175, -5, -175)));
    }
  }

  private static Condition drawn(double... latitudesAndLongitudes) {
    return new Condition.InArea(TWO, new Area.Drawn(List.of(corners(latitudesAndLongitudes))));
  }

  private static List<Area.Corner> corners(double... degrees) {
    List<Area.Corner> corners = new ArrayList<>();
    for (int i = 0; i < degrees.length; i += 2) {
      corners.add(new Area.Corner(BigDecimal.valueOf(degrees[i]), BigDecimal.valueOf(degrees[i + 1])));
    }
    return corners;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void drawnAreasHoldWhatARayLeavesOddTimes(long seed) throws java.io.IOException {
    Random random = new Random(seed);
    List<Customer> customers = anywhere(random, 300);
    try (Questions asked = world(customers, List.of("none|||"))) {
      for (int i = 0; i < 40; i++) {
        double[] first = random.doubles(2L * (3 + random.nextInt(6)), -90, 90).toArray();
        double[] second = random.doubles(6, -90, 90).toArray();
        Set<String> in = new TreeSet<>();
        for (Customer c : customers) {
          if (holds(first, c) || holds(second, c)) {
            in.add(c.key());
          }
        }
        assertEquals(in, asked.meeting(
            new Condition.InArea(TWO, new Area.Drawn(List.of(corners(first), corners(second))))));
      }
    }
  }

  private static boolean holds(double[] ring, Customer c) {
    boolean inside = false;
    int corners = ring.length / 2;
    for (int i = 0, j = corners - 1; i < corners; j = i++) {
      double latitude = ring[2 * i];
      double other = ring[2 * j];
      if ((latitude > c.latitude()) != (other > c.latitude())
          && c.longitude() < (ring[2 * j + 1] - ring[2 * i + 1]) * (c.latitude() - latitude)
              / (other - latitude)
              + ring[2 * i + 1]) {
        inside = !inside;
      }
    }
    return inside;
  }

  @Test
  void shapesHaveHolesAndSeveralPartsAndNames() throws java.io.IOException {
    double[] outer = {0, 0, 10, 0, 10, 10, 0, 10, 0, 0};
    double[] hole = {4, 4, 6, 4, 6, 6, 4, 6, 4, 4};
    double[] island = {20, 20, 21, 20, 21, 21, 20, 20};
    Layer layer = new Layer("Régions", List.of(
        new Layer.Shape("Île", List.of(new Layer.Polygon(List.of(outer, hole)),
            new Layer.Polygon(List.of(island)))),
        new Layer.Shape("Other", List.of(new Layer.Polygon(List.of(hole))))));
    try (Questions asked = world(List.of(new Customer("in", 1, 1), new Customer("hole", 5, 5),
        new Customer("rim", 4, 5), new Customer("island", 20.5, 20.9), new Customer("out", 11, 1)),
        List.of())) {
      Evaluator evaluator = asked.evaluator(Fields.Kept.NOTHING, holding(layer));
      assertEquals(Set.of("in", "rim", "island"), asked.meeting(shapes("regions", "ile"), evaluator));
      assertEquals(Set.of("in", "rim", "island", "hole"),
          asked.meeting(shapes("Régions", "Île", "Other"), evaluator));
      assertEquals(new Value.OfText("Other"),
          asked.shown(shapes("Régions", "Île", "Other"), "hole", evaluator));
      assertEquals(new Value.OfText("11.0, 1.0"), asked.shown(shapes("Régions", "Île"), "out", evaluator));
      assertThrows(Problem.class, () -> asked.meeting(shapes("Régions", "Gone"), evaluator));
      assertThrows(Problem.class, () -> asked.meeting(shapes("Gone", "Île"), evaluator));
    }
  }

  private static Condition shapes(String layer, String... names) {
    return new Condition.InArea(TWO, new Area.Shapes(layer, Set.of(names)));
  }

  private static Holdings holding(Layer layer) {
    return new Holdings() {
      @Override
      public int[] clusters(String clusteringId) {
        return new int[0];
      }

      @Override
      public Optional<Layer> layer(String name) {
        return Optional.of(layer)
            .filter(l -> app.parcelle.engine.table.Folding.fold(l.name())
                .equals(app.parcelle.engine.table.Folding.fold(name)));
      }

      @Override
      public long @Nullable [] snapshot(String snapshotId) {
        return null;
      }

      @Override
      public Object version(String id) {
        return id;
      }
    };
  }
}
