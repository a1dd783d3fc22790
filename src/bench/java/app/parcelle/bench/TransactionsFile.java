package app.parcelle.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * A CSV of transactions, the same for the same number of rows: order_id, customer_id, ordered_at, product, quantity,
 * unit_price, channel, country. A tenth as many customers as rows, about 2.5 rows an order, in the order of time.
 */
public final class TransactionsFile {
  private static final String[] CHANNELS = {"web", "shop", "mobile", "phone"};
  private static final String[] COUNTRIES = {"France", "Belgium", "Germany", "Spain", "Italy",
      "United Kingdom",
      "Switzerland", "Portugal", "Netherlands", "Luxembourg"};
  private static final int PRODUCTS = 5_000;
  private static final int SECONDS = 3 * 365 * 86_400;

  private TransactionsFile() {}

  /** The file in the folder for temporary files, written when it is not there yet. */
  public static Path of(int rows) throws IOException {
    return write(
        Path.of(System.getProperty("java.io.tmpdir"), "parcelle-bench", "transactions-" + rows + ".csv"),
        rows,
        Math.max(1, rows / 10));
  }

  /** Writes such a file of so many customers, unless it is there. */
  static Path write(Path file, int rows, int customers) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
        write(rows, customers, out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static void write(int rows, int customers, OutputStream out) throws IOException {
    Random random = new Random(42);
    LocalDateTime first = LocalDateTime.of(2022, 1, 1, 0, 0);
    StringBuilder line = new StringBuilder(
        "order_id,customer_id,ordered_at,product,quantity,unit_price,channel,country\n");
    int order = 0;
    int customer = 0;
    String time = "";
    String channel = "";
    String country = "";
    for (int row = 0; row < rows; row++) {
      if (row == 0 || random.nextInt(5) < 2) {
        order++;
        customer = random.nextInt(customers);
        time = DateTimeFormatter.ISO_LOCAL_DATE.format(first.plusSeconds((long) SECONDS * row / rows)) + " "
            + DateTimeFormatter.ofPattern("HH:mm:ss").format(first.plusSeconds((long) SECONDS * row / rows));
        channel = CHANNELS[random.nextInt(CHANNELS.length)];
        country = COUNTRIES[customer % COUNTRIES.length];
      }
      int cents = 99 + random.nextInt(20_000);
      line.append('O')
          .append(padded(order, 8))
          .append(",C")
          .append(padded(customer, 7))
          .append(',')
          .append(time)
          .append(",P")
          .append(padded(random.nextInt(PRODUCTS), 4))
          .append(',')
          .append(1 + random.nextInt(9))
          .append(',')
          .append(cents / 100)
          .append('.')
          .append(padded(cents % 100, 2))
          .append(',')
          .append(channel)
          .append(',')
          .append(country)
          .append('\n');
      if (line.length() > 1 << 16) {
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        line.setLength(0);
      }
    }
    out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
