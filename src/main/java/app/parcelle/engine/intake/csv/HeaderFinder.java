package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import app.parcelle.engine.intake.csv.Format.Dates.Order;

/** Whether a first record holds names: none of its fields is a number or a date, and not all are empty. */
final class HeaderFinder {
  private HeaderFinder() {}

  static boolean isHeader(List<String> fields) {
    boolean named = false;
    for (String field : fields) {
      byte[] b = field.strip().getBytes(UTF_8);
      if (b.length > 0) {
        named = true;
        if (isValue(b)) {
          return false;
        }
      }
    }
    return named;
  }

  private static boolean isValue(byte[] b) {
    if (new NumberText('.', 9).read(b, 0, b.length) || new NumberText(',', 9).read(b, 0, b.length)) {
      return true;
    }
    for (Order order : Order.values()) {
      for (char separator : new char[]{'-', '/', '.'}) {
        if (new DateText(order, separator).read(b, 0, b.length)) {
          return true;
        }
      }
    }
    return false;
  }
}
