package app.parcelle.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import app.parcelle.engine.intake.database.PrivatePostgres;

/**
 * A French shop as its exports show it at the end of a month: customers as a CSV with semicolons in windows-1252, orders as a
 * workbook, e-mails as NDJSON in a zip, products as an OpenDocument sheet, visits as a table of PostgreSQL. A month later there
 * are more customers, some have moved, and one has gone.
 */
public final class FiveSources {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<String> TOWNS = List.of("Orléans", "Nîmes", "Besançon", "Béziers", "Angoulême");
  private static final List<String> POSTAL_CODES = List.of("45000", "30000", "25000", "34500", "16000");
  private static final List<String> FIRST_NAMES = List.of("Zoé", "Noël", "Chloé", "Jérôme", "Anaïs", "Loïc");
  private static final List<String> CATEGORIES = List.of("Thé", "Café", "Épicerie", "Vaisselle");
  private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  /** Products that there are. */
  public static final int PRODUCTS = 20;

  private final int month;
  private final int customers;

  private FiveSources(int month, int customers) {
    this.month = month;
    this.customers = customers;
  }

  /** The shop at the end of January 2024. */
  public static FiveSources firstMonth() {
    return new FiveSources(1, 120);
  }

  /** The shop at the end of February 2024: 15 customers more, number 1 gone, every tenth moved to another town. */
  public static FiveSources secondMonth() {
    return new FiveSources(2, 135);
  }

  /** What a customer is called in all five sources: {@code C00001}, or by e-mail. */
  public static String key(int customer) {
    return String.format(Locale.ROOT, "C%05d", customer);
  }

  static String email(int customer) {
    return "client" + customer + "@exemple.fr";
  }

  /** The customers of the export, ascending. */
  public List<Integer> customers() {
    List<Integer> all = new ArrayList<>();
    for (int customer = 1; customer <= customers; customer++) {
      if (month == 1 || customer != 1) {
        all.add(customer);
      }
    }
    return all;
  }

  /** Whether a customer's line is another one than a month before. */
  public static boolean moves(int customer) {
    return customer % 10 == 0;
  }

  public Path writeCustomers(Path folder) throws IOException {
    StringBuilder text = new StringBuilder(
        "Code client;Prénom;E-mail;Ville;Code postal;Inscrit le;Points\r\n");
    for (int customer : customers()) {
      int town = (customer + (month == 2 && moves(customer) ? 1 : 0)) % TOWNS.size();
      text.append(String.join(";", key(customer), FIRST_NAMES.get(customer % FIRST_NAMES.size()),
          email(customer), TOWNS.get(town), POSTAL_CODES.get(town),
          FRENCH.format(LocalDate.of(2020, 1, 1).plusDays(customer * 11L)),
          String.format(Locale.FRANCE, "%.1f", customer * 2.5))).append("\r\n");
    }
    return Files.write(folder.resolve("clients.csv"), text.toString().getBytes(WINDOWS));
  }

  /** An order of the month: who, when, what, how many, at which price in cents. */
  private record Order(String number, int customer, LocalDate day, int product, int quantity, int cents) {}

  /** All orders up to the end of the month, three in four customers having some. */
  private List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    for (int of = 1; of <= month; of++) {
      Random random = new Random(of);
      LocalDate first = LocalDate.of(2024, of, 1);
      for (int i = 0; i < 200; i++) {
        int customer = 1 + random.nextInt(of == 1 ? 120 : 135);
        if (customer % 4 != 0) {
          orders.add(new Order(String.format(Locale.ROOT, "F%d-%04d", of, i), customer,
              first.plusDays(random.nextInt(first.lengthOfMonth())), 1 + random.nextInt(PRODUCTS),
              1 + random.nextInt(3), 100 + random.nextInt(4_000)));
        }
      }
    }
    return orders;
  }

  /** How many rows {@link #writeOrders} writes. */
  public int orderRows() {
    return orders().size();
  }

  public Path writeOrders(Path folder) throws IOException {
    Path file = folder.resolve("commandes.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet("Commandes");
      CellStyle day = book.createCellStyle();
      day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      sheet.createRow(0).createCell(0).setCellValue("Commandes de la boutique");
      List<String> names = List.of("N° commande", "Date commande", "Code client", "Référence", "Quantité",
          "Prix unitaire");
      Row header = sheet.createRow(2);
      for (int column = 0; column < names.size(); column++) {
        header.createCell(column).setCellValue(names.get(column));
      }
      int at = 3;
      for (Order order : orders()) {
        Row row = sheet.createRow(at++);
        row.createCell(0).setCellValue(order.number());
        row.createCell(1).setCellValue(order.day());
        row.getCell(1).setCellStyle(day);
        row.createCell(2).setCellValue(key(order.customer()));
        row.createCell(3).setCellValue(product(order.product()));
        row.createCell(4).setCellValue(order.quantity());
        row.createCell(5).setCellValue(order.cents() / 100.0);
      }
      book.write(out);
    }
    return file;
  }

  private static String product(int number) {
    return String.format(Locale.ROOT, "REF-%03d", number);
  }

  /** How many e-mails {@link #writeEmails} writes: one a customer and month, opened by every second. */
  public int emailRows() {
    return emails().size();
  }

  private List<String> emails() {
    List<String> lines = new ArrayList<>();
    for (int of = 1; of <= month; of++) {
      for (int customer = 1; customer <= (of == 1 ? 120 : 135); customer++) {
        lines.add(email(customer, of, "sent", 9));
        if (customer % 2 == 0) {
          lines.add(email(customer, of, "open", 18));
        }
      }
    }
    return lines;
  }

  private static String email(int customer, int month, String what, int hour) {
    return String.format(Locale.ROOT,
        "{\"email\": \"%s\", \"event\": \"%s\", \"campaign\": {\"name\": \"Lettre %d\"}, \"sent_at\": \"2024-%02d-15T%02d:30:00Z\"}",
        email(customer), what, month, month, hour);
  }

  public Path writeEmails(Path folder) throws IOException {
    Path file = folder.resolve("emails.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("emails.ndjson"));
      zip.write((String.join("\n", emails()) + "\n").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }

  public Path writeProducts(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder(row(text("Référence"), text("Libellé"), text("Catégorie"),
        text("Prix d’achat")));
    for (int number = 1; number <= PRODUCTS; number++) {
      rows.append(row(text(product(number)), text("Produit " + number), text(category(number)),
          "<table:table-cell office:value-type=\"float\" office:value=\"" + number / 4.0 + "\"/>"));
    }
    Path file = folder.resolve("produits.ods");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content(rows.toString()).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }

  static String category(int product) {
    return CATEGORIES.get(product % CATEGORIES.size());
  }

  private static String content(String rows) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
        <office:body><office:spreadsheet><table:table table:name="Produits">%s</table:table>
        </office:spreadsheet></office:body></office:document-content>""".formatted(rows);
  }

  private static String row(String... cells) {
    return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
  }

  private static String text(String text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
  }

  /** How many rows {@link #writeVisits} writes. */
  public int visitRows() {
    return visits().size();
  }

  private List<String> visits() {
    List<String> rows = new ArrayList<>();
    for (int of = 1; of <= month; of++) {
      Random random = new Random(100 + of);
      for (int i = 0; i < 300; i++) {
        rows.add(String.format(Locale.ROOT, "(%d, '%s', '2024-%02d-%02d %02d:%02d:00+01', '/page/%d')",
            1_000 * of + i, key(1 + random.nextInt(of == 1 ? 120 : 135)), of, 1 + random.nextInt(28),
            8 + random.nextInt(12), random.nextInt(60), random.nextInt(9)));
      }
    }
    return rows;
  }

  /** Puts the visits into the table {@code visites}, in place of those that are there. */
  public void writeVisits(PrivatePostgres server) throws SQLException {
    server.execute("DROP TABLE IF EXISTS visites",
        "CREATE TABLE visites (id bigint PRIMARY KEY, code_client text, date_visite timestamptz, page text)",
        "INSERT INTO visites VALUES " + visits().stream().collect(Collectors.joining(", ")));
  }

  /** The four files, in a folder of their own. */
  public List<Path> writeFiles(Path folder) throws IOException {
    Files.createDirectories(folder);
    return List.of(writeCustomers(folder), writeOrders(folder), writeEmails(folder), writeProducts(folder));
  }
}
