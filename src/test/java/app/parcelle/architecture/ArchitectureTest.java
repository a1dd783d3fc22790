package app.parcelle.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final String ROOT = "app.parcelle";
  private static final String WRONG = "app.parcelle.architecture.wrong";
  private static final JavaClasses CODE = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages(ROOT);
  private static final JavaClasses MISTAKES = new ClassFileImporter().importPackages(WRONG);

  static Stream<Function<Layers, ArchRule>> rules() {
    return Stream.of(Layers::engineKnowsNoScreen, Layers::engineHasNoCycles,
        Layers::smileStaysInClusterAndPredict,
        Layers::poiStaysInIntakeAndExport,
        Layers::pdfStaysInExport, Layers::sqlStaysInTheStoreAndWithDatabases, Layers::jooqStaysInSql,
        Layers::viewModelsKnowNoScene,
        Layers::threadsOfTheScreenStayInJob, Layers::nobodyIsASingleton);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void codeKeepsTheRule(Function<Layers, ArchRule> rule) {
    rule.apply(new Layers(ROOT)).allowEmptyShould(true).check(CODE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ruleBites(Function<Layers, ArchRule> rule) {
    ArchRule applied = rule.apply(new Layers(WRONG));
    assertThrows(AssertionError.class, () -> applied.check(MISTAKES));
  }

  @Test
  void filesTellOneStory() {
    assertEquals(List.of(), new Sources(Path.of("src/main/java")).tooLong());
  }

  @Test
  void everyPackageSaysWhatNullMeans() {
    assertEquals(List.of(), new Sources(Path.of("src/main/java")).notNullMarked());
    assertEquals(List.of(), new Sources(Path.of("src/test/java")).notNullMarked());
  }

  @Test
  void rulesOfSourcesBite(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Long.java"), "\n".repeat(501));
    Files.writeString(folder.resolve("Fits.java"), "\n".repeat(500));
    Files.writeString(folder.resolve("LongView.java"), "\n".repeat(401));
    Sources sources = new Sources(folder);
    assertEquals(2, sources.tooLong().size());
    assertTrue(sources.tooLong().stream().noneMatch(file -> file.contains("Fits")));
    assertEquals(1, sources.notNullMarked().size());
  }
}
