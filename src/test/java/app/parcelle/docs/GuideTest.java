package app.parcelle.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide says the same in both languages, and all that it points to is there. */
class GuideTest {
  private static final Path GUIDE = Path.of("src/docs/guide");
  private static final Pattern TARGET = Pattern.compile("]\\(([^)#]+)");

  @Test
  void everyLinkAndPictureLeadsSomewhereAndEveryPictureIsShown() throws IOException {
    TreeSet<Path> shown = new TreeSet<>();
    for (Path page : pages()) {
      for (String target : targets(page)) {
        Path file = page.resolveSibling(target).normalize();
        assertTrue(Files.exists(file), page + " leads to " + target);
        shown.add(file);
      }
    }
    try (Stream<Path> pictures = Files.walk(GUIDE.resolve("pictures"))) {
      List<Path> unseen = pictures.filter(Files::isRegularFile)
          .filter(file -> !shown.contains(file))
          .toList();
      assertEquals(List.of(), unseen);
    }
  }

  @ParameterizedTest
  @CsvSource({"fr/donnees.md, en/data.md", "fr/segments.md, en/segments.md",
      "fr/typologies.md, en/clusters.md",
      "fr/valeur.md, en/value.md"})
  void bothLanguagesHaveTheSameSectionsAndPictures(String french, String english) throws IOException {
    List<String> shape = shape(GUIDE.resolve(french));
    assertFalse(shape.isEmpty());
    assertEquals(shape, shape(GUIDE.resolve(english)));
  }

  /** Its headings, pictures, list items and rows of tables, without their words. */
  private static List<String> shape(Path page) throws IOException {
    return Files.readAllLines(page)
        .stream()
        .filter(line -> line.matches("(#+|-|!\\[|\\|).*"))
        .map(line -> line.startsWith("![")
            ? line.substring(line.lastIndexOf('/')).toLowerCase(Locale.ROOT)
            : line.replaceAll("[^#|-].*", ""))
        .toList();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(GUIDE)) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static List<String> targets(Path page) throws IOException {
    return TARGET.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList();
  }
}
