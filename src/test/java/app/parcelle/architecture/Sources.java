package app.parcelle.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Java files under a folder, and what is wrong with them. */
record Sources(Path folder) {
  private static final int LONGEST = 500;
  private static final int LONGEST_VIEW = 400;

  List<Path> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of more lines than a reader follows: 500, or 400 for a view. */
  List<String> tooLong() {
    return files().stream()
        .filter(file -> lines(file) > most(file))
        .map(file -> lines(file) + " lines: " + file)
        .toList();
  }

  private static long lines(Path file) {
    return text(file).lines().count();
  }

  private static int most(Path file) {
    return file.toString().endsWith("View.java") ? LONGEST_VIEW : LONGEST;
  }

  /** Folders with Java files whose package does not say that null is absent unless written. */
  List<String> notNullMarked() {
    return files().stream()
        .map(Path::getParent)
        .distinct()
        .filter(Sources::unmarked)
        .map(Path::toString)
        .toList();
  }

  private static boolean unmarked(Path packageFolder) {
    Path info = packageFolder.resolve("package-info.java");
    return !Files.exists(info) || !text(info).contains("@NullMarked");
  }
}
