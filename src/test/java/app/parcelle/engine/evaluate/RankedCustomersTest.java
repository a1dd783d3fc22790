package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.End;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

class RankedCustomersTest {
  private static final List<String> TOWNS = List.of("Paris", "PARIS", "Pâris", "Lyon", "Nice", "");

  @TempDir
  private Path folder;

  /** @param value null where it is missing or invalid */
  private record Customer(String key, @Nullable Long value, String town) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void ranksAndBandsAreThoseOfCountingEachCustomer(long seed) throws java.io.IOException {
    Random random = new Random(seed);
    boolean dates = seed % 2 == 0;
    List<Customer> customers = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of("Customer|Score|Town"));
    int spread = 1 + random.nextInt(60);
    for (int c = 0; c < 150; c++) {
      boolean missing = random.nextInt(8) == 0;
      boolean invalid = random.nextInt(12) == 0;
      long value = (long) random.nextInt(spread) - spread / 2;
      String town = TOWNS.get(random.nextInt(TOWNS.size()));
      String text = dates ? LocalDate.of(2024, 1, 1).plusDays(value).toString() : String.valueOf(value);
      lines.add("k" + c + "|" + (invalid ? "oops" : missing ? "" : text) + "|" + town);
      customers.add(new Customer("k" + c, invalid || missing ? null : value, town));
    }
    try (Questions asked = new Questions(Files.createTempDirectory(folder, "w"))) {
      asked.add("People",
          Map.of("Score", dates ? ColumnType.DATE : ColumnType.WHOLE, "Town", ColumnType.TEXT),
          Map.of("Customer", Role.CUSTOMER_KEY), Map.of(), lines);
      for (int i = 0; i < 60; i++) {
        FieldRef within = random.nextBoolean() ? FieldRef.named("Town") : null;
        compare(asked, customers, random, within);
      }
    }
  }

  private static void compare(Questions asked, List<Customer> customers, Random random,
      @Nullable FieldRef within) {
    BigDecimal n = BigDecimal.valueOf(random.nextInt(1, 1200), 1);
    boolean percent = random.nextBoolean();
    End end = random.nextBoolean() ? End.TOP : End.BOTTOM;
    var ranked = new Condition.Ranked(FieldRef.named("Score"), end, n, percent, within);
    Set<String> in = new TreeSet<>();
    int bands = random.nextInt(1, 13);
    Set<Integer> wanted = new HashSet<>(
        List.of(random.nextInt(1, bands + 1), random.nextInt(1, bands + 1) + 20));
    Set<String> inBand = new TreeSet<>();
    for (Customer customer : customers) {
      Long value = customer.value();
      if (value == null || (within != null && customer.town().isEmpty())) {
        continue;
      }
      List<Long> group = customers.stream()
          .filter(c -> within == null || (!c.town().isEmpty() && folded(c).equals(folded(customer))))
          .map(Customer::value)
          .filter(Objects::nonNull)
          .toList();
      long before = group.stream().filter(v -> end == End.TOP ? v > value : v < value).count();
      BigDecimal places = percent
          ? n.multiply(BigDecimal.valueOf(group.size())).movePointLeft(2)
          : n;
      if (BigDecimal.valueOf(before).compareTo(places) < 0) {
        in.add(customer.key());
      }
      long less = group.stream().filter(v -> v < value).count();
      if (wanted.contains((int) (1 + bands * less / group.size()))) {
        inBand.add(customer.key());
      }
    }
    assertEquals(in, asked.meeting(ranked), ranked.toString());
    assertEquals(inBand,
        asked.meeting(new Condition.InBand(FieldRef.named("Score"), bands, wanted, within)));
  }

  private static String folded(Customer customer) {
    return customer.town().replace('â', 'a').toLowerCase(Locale.ROOT);
  }

  @Test
  void whyTellsTheRankAndTheBandAndNothingOfThoseWithoutValue() {
    try (Questions asked = new Questions(folder)) {
      asked.add("People", Map.of("Score", ColumnType.WHOLE), Map.of("Customer", Role.CUSTOMER_KEY), Map.of(),
          List.of("Customer|Score", "a|10", "b|30", "c|30", "d|", "e|50"));
      var top = new Condition.Ranked(FieldRef.named("Score"), End.TOP, BigDecimal.TWO, false, null);
      assertEquals(Set.of("b", "c", "e"), asked.meeting(top));
      assertEquals(Message.of("evaluate.why.rank", 2, 4, BigDecimal.valueOf(30)), asked.shown(top, "c"));
      assertNull(asked.shown(top, "d"));
      assertEquals(Set.of("d"), asked.missing(top));
      var band = new Condition.InBand(FieldRef.named("Score"), 4, Set.of(2), null);
      assertEquals(Message.of("evaluate.why.band", 2L, 4, BigDecimal.valueOf(30)), asked.shown(band, "b"));
    }
  }

  @Property(tries = 1000)
  void valuesStandWhereSortingWouldPutThem(@ForAll long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(400);
    int spread = 1 + random.nextInt(500);
    long[] values = random.ints(size, 0, spread).asLongStream().toArray();
    if (random.nextBoolean()) {
      Arrays.sort(values);
    }
    int from = random.nextInt(size);
    int to = from + 1 + random.nextInt(size - from);
    int[] places = random.ints(1 + random.nextInt(5), from, to).sorted().distinct().toArray();
    long[] sorted = values.clone();
    Arrays.sort(sorted, from, to);
    OrderStatistics.place(values, from, to, places);
    for (int place : places) {
      assertEquals(sorted[place], values[place]);
    }
  }
}
