package app.parcelle.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Random;

/**
 * A CSV of the customers of {@link TransactionsFile}: customer_id, age, city, points, signed_up, loyal, spend_score, source, born,
 * latitude, longitude.
 */
final class CustomersFile {
  private static final String[] SOURCES = {"search", "friend", "poster", "newsletter", "fair"};
  private static final int CITIES = 800;

  private CustomersFile() {}

  static Path of(int rows) throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "parcelle-bench",
        "customers-2-" + rows + ".csv");
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
        write(rows, out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static void write(int rows, OutputStream out) throws IOException {
    Random random = new Random(7);
    out.write(
        "customer_id,age,city,points,signed_up,loyal,spend_score,source,born,latitude,longitude\n"
            .getBytes(StandardCharsets.UTF_8));
    for (int row = 0; row < rows; row++) {
      String age = random.nextInt(20) == 0 ? "" : Integer.toString(18 + random.nextInt(70));
      String line = String.format("C%07d,%s,City %03d,%d,%s,%s,%d.%02d,%s,%s,%d.%04d,%d.%04d%n", row, age,
          random.nextInt(CITIES),
          random.nextInt(5000), LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2500)),
          random.nextBoolean() ? "yes" : "no", random.nextInt(100), random.nextInt(100),
          SOURCES[random.nextInt(SOURCES.length)], LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000)),
          43 + random.nextInt(7), random.nextInt(10_000), 1 + random.nextInt(6), random.nextInt(10_000));
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }
}
