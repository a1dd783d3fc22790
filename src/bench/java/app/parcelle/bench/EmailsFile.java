package app.parcelle.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** A CSV of what became of e-mails to the customers of {@link CustomersFile}: customer_id, at, kind. In the order of time. */
final class EmailsFile {
  private static final String[] KINDS = {"sent", "sent", "sent", "open", "open", "click"};
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final int SECONDS = 3 * 365 * 86_400;

  private EmailsFile() {}

  static Path of(int rows, int customers) throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "parcelle-bench",
        "emails-" + rows + "-" + customers + ".csv");
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (BufferedWriter out = Files.newBufferedWriter(part)) {
        Random random = new Random(11);
        LocalDateTime first = LocalDateTime.of(2022, 1, 1, 0, 0);
        out.write("customer_id,at,kind\n");
        for (int row = 0; row < rows; row++) {
          String customer = Integer.toString(random.nextInt(customers));
          out.write("C" + "0".repeat(7 - customer.length()) + customer + ","
              + TIME.format(first.plusSeconds((long) SECONDS * row / rows)) + ","
              + KINDS[random.nextInt(KINDS.length)] + "\n");
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }
}
