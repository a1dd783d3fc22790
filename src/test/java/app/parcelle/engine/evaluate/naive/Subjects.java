package app.parcelle.engine.evaluate.naive;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that a condition over a {@link RandomWorld} can speak of, by type.
 *
 * @param lists texts that hold several elements
 */
record Subjects(List<String> texts, List<String> numbers, List<String> yesNos, List<String> dates,
    List<String> lists) {
  static final Subjects CUSTOMERS = new Subjects(
      List.of("City", "Code", "Client", "Status", "Shop", "Shop (most frequent)", "Page",
          "Page (most frequent)", "Kind"),
      List.of("Age", "Score", "recency", "frequency", "monetary", "average_basket", "tenure",
          "recency (Visits)", "frequency (Visits)", "tenure (Visits)", "frequency (Mails)",
          NaiveWorld.CLUSTERING),
      List.of("Member", "Gift", "Agreed"), List.of("Born", "Contact", "Delivered"),
      List.of("Tags", "Labels", "Topics"));
  static final Subjects ORDERS = new Subjects(List.of("Status", "Order no", "Client", "Shop"),
      List.of("Quantity", "UnitPrice"), List.of("Gift"), List.of("When", "Delivered"), List.of());
  static final Subjects VISITS = new Subjects(List.of("Page"), List.of("Seconds"), List.of(),
      List.of("Day"), List.of());
  static final Subjects MAILS = new Subjects(List.of("Kind", "Shop seen"), List.of("Cost"), List.of(),
      List.of("At"), List.of("Topics"));

  static Subjects of(String table) {
    return switch (table) {
      case "Orders" -> ORDERS;
      case "Visits" -> VISITS;
      case "Mails" -> MAILS;
      default -> throw new IllegalArgumentException(table);
    };
  }

  List<String> any() {
    List<String> all = new ArrayList<>(texts);
    all.addAll(numbers);
    all.addAll(yesNos);
    all.addAll(dates);
    all.addAll(lists);
    return all;
  }
}
