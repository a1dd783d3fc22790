package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A degree of latitude is 111.195 km; half of one of longitude at 48.5 degrees north 36.840 km. */
class PlaceOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  @BeforeAll
  static void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris")
        .with("Customers", """
            who:key,Lat:latitude,Lon:longitude,Position:coordinates
            corner,48,2,"48, 2"
            edge,48.5,2,"48.5, 2"
            empty,,,
            half,48.5,,"48.5"
            inside,48.5,2.5,"48.5, 2.5"
            invalid,here,2,"here"
            outside,50,2.5,"50, 2.5"
            pole,91,2.5,"91, 2.5"
            """)
        .with("Towns", """
            Code:lookup,Town:text,Lat:latitude,Lon:longitude
            91000,Évry,48,2.5
            91001,evry,49,2.5
            91002,Evry,,2
            37000,Tours,48.5,2.5
            """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 0, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => inside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 0, 'at': {'coordinates': 'Position'}} => inside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 36.8, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => inside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 36.8, 'at': {'coordinates': 'Position'}} => inside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 36.9, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => edge inside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 36.9, 'at': {'coordinates': 'Position'}} => edge inside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 166, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => corner edge inside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 166, 'at': {'coordinates': 'Position'}} => corner edge inside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 167, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => corner edge inside outside
      {'near': {'latitude': 48.5, 'longitude': 2.5}, 'km': 167, 'at': {'coordinates': 'Position'}} => corner edge inside outside
      {'near': {'table': 'Towns', 'column': 'Code', 'value': '37000'}, 'km': 1, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => inside
      {'near': {'table': 'Towns', 'column': 'Code', 'value': '37000'}, 'km': 1, 'at': {'coordinates': 'Position'}} => inside
      {'near': {'table': 'Towns', 'column': 'Town', 'value': 'évry'}, 'km': 1, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => inside
      {'near': {'table': 'Towns', 'column': 'Town', 'value': 'évry'}, 'km': 1, 'at': {'coordinates': 'Position'}} => inside
      {'inside': {'drawn': [[[48, 2], [49, 2], [49, 3], [48, 3]]]}, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => corner edge inside
      {'inside': {'drawn': [[[48, 2], [49, 2], [49, 3], [48, 3]]]}, 'at': {'coordinates': 'Position'}} => corner edge inside
      {'inside': {'drawn': [[[49, 2], [49, 3], [48, 3]]]}, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => inside
      {'inside': {'drawn': [[[49, 2], [49, 3], [48, 3]]]}, 'at': {'coordinates': 'Position'}} => inside
      {'inside': {'drawn': [[[48, 1], [49, 1], [49, 1.5], [48, 1.5]], [[49.5, 2], [50.5, 2], [50, 3]]]}, 'at': {'latitude': 'Lat', 'longitude': 'Lon'}} => outside
      {'inside': {'drawn': [[[48, 1], [49, 1], [49, 1.5], [48, 1.5]], [[49.5, 2], [50.5, 2], [50, 3]]]}, 'at': {'coordinates': 'Position'}} => outside
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }
}
