package app.parcelle.engine.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another program that reads workbooks, where it is installed. */
public final class LibreOffice {
  private static final String FIRST_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1";

  private LibreOffice() {}

  /** Says so where it is not. */
  public static boolean installed() {
    boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
    if (!there) {
      System.out.println("skipped: no LibreOffice");
    }
    return there;
  }

  /**
   * The first sheet of a workbook as CSV: comma, quotes, UTF-8.
   *
   * @param work an empty folder
   */
  static Path csv(Path workbook, Path work) throws Exception {
    Process process = new ProcessBuilder("soffice",
        "-env:UserInstallation=" + work.resolve("profile").toUri(),
        "--headless", "--convert-to", FIRST_SHEET, "--outdir", work.resolve("out").toString(),
        workbook.toString()).redirectErrorStream(true).redirectOutput(work.resolve("log").toFile()).start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("LibreOffice takes too long");
    }
    try (Stream<Path> files = Files.list(work.resolve("out"))) {
      return files.filter(file -> file.toString().endsWith(".csv")).findFirst().orElseThrow();
    }
  }
}
