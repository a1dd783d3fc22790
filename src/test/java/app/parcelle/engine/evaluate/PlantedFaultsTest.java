package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Shows that the comparison with the naive model would notice: each fault of {@code planted-faults.txt} is put into a copy of the
 * evaluator, one at a time, and has to be found.
 */
class PlantedFaultsTest {
  private static final Path SOURCES = Path.of("src/main/java/app/parcelle/engine/evaluate");
  private static final List<Long> SMALL_WORLDS = LongStream.rangeClosed(1, 10).boxed().toList();
  private static final List<Long> LARGE_WORLD = List.of(FaultHunt.LARGE);

  @TempDir
  private static Path worlds;

  @TempDir
  private Path classes;

  @BeforeAll
  static void importWorlds() throws IOException {
    for (long seed : SMALL_WORLDS) {
      WorldProject.of(FaultHunt.world(seed), Files.createDirectory(worlds.resolve("" + seed))).close();
    }
    WorldProject
        .of(FaultHunt.world(FaultHunt.LARGE), Files.createDirectory(worlds.resolve("" + FaultHunt.LARGE)))
        .close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "planted-faults.txt", delimiter = '~', quoteCharacter = '\0')
  void aFaultInTheEvaluatorIsFound(String name, String file, String snippet, @Nullable String replacement)
      throws Exception {
    plant(file, snippet, replacement);
    assertTrue(hunted(SMALL_WORLDS).isPresent(), () -> "nobody noticed: " + name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "planted-faults-beyond-a-chunk.txt", delimiter = '~', quoteCharacter = '\0')
  void aFaultBeyondTheFirstChunkIsFound(String name, String file, String snippet, String replacement)
      throws Exception {
    plant(file, snippet, replacement);
    assertTrue(hunted(LARGE_WORLD).isPresent(), () -> "nobody noticed: " + name);
  }

  @Test
  void theEvaluatorAsItIsHasNone() throws Exception {
    assertEquals(Optional.empty(), hunted(SMALL_WORLDS));
    assertEquals(Optional.empty(), hunted(LARGE_WORLD));
  }

  private void plant(String file, String snippet, @Nullable String replacement) throws IOException {
    compile(planted(file, snippet, replacement == null ? "" : replacement), file);
  }

  private static String planted(String file, String snippet, String replacement) throws IOException {
    String source = Files.readString(SOURCES.resolve(file));
    // the formatter may break a line anywhere
    Matcher places = Pattern
        .compile(Arrays.stream(snippet.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+")))
        .matcher(source);
    assertEquals(1, places.results().count(), () -> file + " does not hold exactly once: " + snippet);
    return places.replaceFirst(Matcher.quoteReplacement(replacement));
  }

  private void compile(String source, String file) throws IOException {
    Path changed = Files.writeString(classes.resolve(file), source);
    int result = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-nowarn", "-cp",
            System.getProperty("java.class.path"), "-d", classes.toString(), changed.toString());
    assertEquals(0, result, "the faulty source does not compile");
  }

  private Optional<String> hunted(List<Long> seeds) throws Exception {
    try (Anew loader = new Anew(classes)) {
      Object hunt = loader.loadClass(FaultHunt.class.getName())
          .getConstructor(Path.class)
          .newInstance(worlds);
      for (long seed : seeds) {
        Optional<?> found = noticed((LongFunction<?>) hunt, seed);
        if (found.isPresent()) {
          return found.map(Object::toString);
        }
      }
      return Optional.empty();
    }
  }

  /** A fault that ends in an exception is noticed as well as one that gives a wrong answer. */
  private static Optional<?> noticed(LongFunction<?> hunt, long seed) {
    try {
      return (Optional<?>) hunt.apply(seed);
    } catch (IndexOutOfBoundsException | ArithmeticException | NullPointerException crash) {
      return Optional.of(crash);
    }
  }

  /** Loads the program's classes a second time, the changed ones first. */
  private static final class Anew extends URLClassLoader {
    Anew(Path changed) throws IOException {
      super(new URL[]{changed.toUri().toURL()}, PlantedFaultsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        @Nullable
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null || !name.startsWith("app.parcelle.")) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        return again(name);
      }
    }

    private Class<?> again(String name) throws ClassNotFoundException {
      String path = name.replace('.', '/') + ".class";
      URL changed = findResource(path);
      try (InputStream in = changed != null ? changed.openStream() : getResourceAsStream(path)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
