package app.parcelle.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;

/**
 * A CSV of order lines in 15 columns, the same for the same number of rows: texts that never, seldom and often repeat, times,
 * days, whole numbers, decimals, yes or no, and cells that are empty.
 */
final class WideFile {
  static final int COLUMNS = 15;
  private static final String HEADER = "line_id,customer_id,ordered_at,delivered_on,product,category,channel,country,"
      + "quantity,unit_price,amount,discount,paid,points,age\n";
  private static final String[] CHANNELS = {"web", "shop", "mobile", "phone"};
  private static final String[] COUNTRIES = {"France", "Belgique", "Deutschland", "España", "Italia",
      "United Kingdom", "Suisse", "Portugal", "Österreich", "Luxembourg"};

  private WideFile() {}

  /** The file in the folder for temporary files, written when it is not there yet. */
  static Path of(int rows) throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "parcelle-bench", "wide-" + rows + ".csv");
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
    Random random = new Random(15);
    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    LocalDateTime first = LocalDateTime.of(2022, 1, 1, 0, 0);
    StringBuilder line = new StringBuilder();
    for (int r = 0; r < rows; r++) {
      line.setLength(0);
      LocalDateTime at = first.plusSeconds((long) (random.nextDouble() * 3 * 365 * 86_400));
      LocalDate delivered = at.toLocalDate().plusDays(1 + random.nextInt(10));
      int product = random.nextInt(5_000);
      int quantity = 1 + random.nextInt(9);
      int cents = 99 + random.nextInt(20_000);
      line.append("L")
          .append(10_000_000 + r)
          .append(",C")
          .append(1_000_000 + random.nextInt(Math.max(1, rows / 10)));
      line.append(',')
          .append(at.toLocalDate())
          .append(' ')
          .append(at.toLocalTime().withNano(0).plusSeconds(0));
      if (at.getSecond() == 0) {
        line.append(":00");
      }
      line.append(',').append(random.nextInt(30) == 0 ? "" : delivered);
      line.append(",Product ").append(product).append(",Category ").append(product % 20);
      line.append(',').append(CHANNELS[random.nextInt(CHANNELS.length)]).append(',');
      line.append(random.nextInt(25) == 0 ? "" : COUNTRIES[random.nextInt(COUNTRIES.length)]);
      line.append(',').append(quantity).append(',');
      money(line, cents).append(',');
      money(line, (long) quantity * cents).append(',');
      line.append("0.").append(1_000_000 + random.nextInt(1_000_000)).append(',');
      line.append(random.nextInt(20) > 0 ? "yes" : "no").append(',');
      line.append(
          random.nextInt(10) == 0 ? "" : Integer.toString((int) Math.exp(random.nextGaussian() * 2 + 6)));
      line.append(',').append(random.nextInt(12) == 0 ? "" : Integer.toString(18 + random.nextInt(70)));
      line.append('\n');
      out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static StringBuilder money(StringBuilder line, long cents) {
    line.append(cents / 100).append('.');
    return cents % 100 < 10 ? line.append('0').append(cents % 100) : line.append(cents % 100);
  }
}
