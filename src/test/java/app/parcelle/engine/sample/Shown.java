package app.parcelle.engine.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** An English sample as its files show it, read and counted by plain loops. */
record Shown(List<List<String>> customers, List<List<String>> orders, List<List<String>> visits,
    List<List<String>> emails, List<List<String>> truth) {
  private static final LocalDate TODAY = SampleRequest.LAST_DAY;

  static Shown read(Path folder) throws IOException {
    return new Shown(rows(folder.resolve("customers.csv")), rows(folder.resolve("orders.csv")),
        rows(folder.resolve("visits.csv")), rows(folder.resolve("emails.csv")),
        rows(folder.resolve("truth.csv")));
  }

  private static List<List<String>> rows(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      return reader.stream().skip(1).map(CsvRecord::getFields).toList();
    }
  }

  double share(List<List<String>> rows, Predicate<List<String>> test) {
    return rows.stream().filter(test).count() / (double) rows.size();
  }

  /** Whom the truth file names. */
  Set<String> planted(PlantedSegment segment) {
    return truth.stream()
        .filter(row -> List.of(row.get(2).split(" ")).contains(segment.id()))
        .map(List::getFirst)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whom the rule of the segment holds, from the rows alone. */
  Set<String> members(PlantedSegment segment) {
    Map<String, Story> stories = stories();
    return customers.stream()
        .filter(row -> holds(segment, row, stories.getOrDefault(row.getFirst(), new Story())))
        .map(List::getFirst)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean holds(PlantedSegment segment, List<String> customer, Story story) {
    boolean refused = customer.get(11).equals("no");
    return switch (segment) {
      case WIN_BACK -> story.orders(365) >= 2 && story.basket("20", "180") && !refused
          && (story.orders(60) == 0
              || story.opened.stream()
                  .noneMatch(day -> !day.isBefore(TODAY.minusDays(30)) && day.isBefore(TODAY)));
      case BEST -> story.orders.size() >= 5 && story.basket("60", "1e9") && story.recency() <= 45;
      case SECOND_PURCHASE -> story.orders.size() == 1 && story.recency() <= 60 && !refused;
      case DORMANT_BIG_BASKETS -> story.basket("120", "1e9") && story.orders(120) == 0;
      case BIRTHDAYS -> customer.get(10).equals("yes") && day(customer.get(5)).map(Shown::soon).orElse(false);
    };
  }

  private Map<String, Story> stories() {
    Map<String, Story> stories = new TreeMap<>();
    for (List<String> row : orders) {
      int quantity = Integer.parseInt(row.get(5));
      if (quantity > 0 && !row.get(1).isEmpty()) {
        Story story = stories.computeIfAbsent(row.get(1), _ -> new Story());
        story.orders.put(row.getFirst(), day(row.get(2)).orElseThrow());
        story.monetary = story.monetary
            .add(new BigDecimal(row.get(6)).multiply(BigDecimal.valueOf(quantity)));
      }
    }
    for (List<String> row : emails) {
      if (row.get(3).equals("yes")) {
        stories.computeIfAbsent(row.getFirst(), _ -> new Story()).opened.add(day(row.get(1)).orElseThrow());
      }
    }
    return stories;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static boolean soon(LocalDate born) {
    return TODAY.datesUntil(TODAY.plusDays(30))
        .anyMatch(day -> day.getMonth() == born.getMonth() && day.getDayOfMonth() == born.getDayOfMonth());
  }

  /** What the files tell of one customer. */
  private static final class Story {
    final Map<String, LocalDate> orders = new TreeMap<>();
    final Collection<LocalDate> opened = new ArrayList<>();
    BigDecimal monetary = BigDecimal.ZERO;

    long orders(int days) {
      return orders.values()
          .stream()
          .filter(day -> !day.isBefore(TODAY.minusDays(days)) && day.isBefore(TODAY))
          .count();
    }

    long recency() {
      return orders.values()
          .stream()
          .mapToLong(day -> TODAY.toEpochDay() - day.toEpochDay())
          .min()
          .orElse(Long.MAX_VALUE);
    }

    boolean basket(String low, String high) {
      if (orders.isEmpty()) {
        return false;
      }
      BigDecimal basket = monetary.divide(BigDecimal.valueOf(orders.size()), 2, RoundingMode.HALF_UP);
      return basket.compareTo(new BigDecimal(low)) >= 0 && basket.compareTo(new BigDecimal(high)) <= 0;
    }
  }
}
