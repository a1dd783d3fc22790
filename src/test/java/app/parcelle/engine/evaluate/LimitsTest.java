package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Limit;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TextDictionary;

class LimitsTest {
  @TempDir
  private Path folder;

  /** @param score null where it is missing */
  private record Customer(String key, @Nullable Integer score, String shop) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void samplesAndLimitsTakeExactlyThoseWhomSortingTakes(long seed)
      throws java.io.IOException, NoSuchAlgorithmException {
    Random random = new Random(seed);
    List<Customer> customers = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of("Customer|Score|Shop"));
    for (int c = 0; c < 200; c++) {
      Integer score = random.nextInt(5) == 0 ? null : random.nextInt(12);
      customers.add(new Customer("é" + c, score, List.of("North", "south", "").get(random.nextInt(3))));
      lines.add("é" + c + "|" + (score == null ? "" : score) + "|" + customers.getLast().shop());
    }
    try (Questions asked = new Questions(Files.createTempDirectory(folder, "w"))) {
      asked.add("People", Map.of("Score", ColumnType.WHOLE, "Shop", ColumnType.TEXT),
          Map.of("Customer", Role.CUSTOMER_KEY), Map.of(), lines);
      for (int i = 0; i < 60; i++) {
        Limit limit = new Limit(BigDecimal.valueOf(random.nextInt(1, 1100), 1), random.nextBoolean(),
            random.nextBoolean() ? FieldRef.named("Score") : null, random.nextBoolean(),
            random.nextBoolean() ? FieldRef.named("Shop") : null, "seed " + i);
        Condition rule = new Condition.NumberTest(FieldRef.named("Score"), NumberOperator.AT_MOST,
            BigDecimal.valueOf(random.nextInt(14)), null, random.nextBoolean());
        assertEquals(kept(customers, asked.meeting(rule), limit), asked.kept(rule, limit), limit.toString());
        compareSample(asked, customers, random, "seed " + i);
      }
    }
  }

  private static void compareSample(Questions asked, List<Customer> customers, Random random, String seed)
      throws NoSuchAlgorithmException {
    BigDecimal from = BigDecimal.valueOf(random.nextInt(1000), 1);
    BigDecimal to = from.add(BigDecimal.valueOf(random.nextInt(600), 1));
    Set<String> in = new TreeSet<>();
    for (Customer customer : customers) {
      BigDecimal number = number(seed, customer.key());
      if (number.compareTo(from) >= 0 && number.compareTo(to) < 0) {
        in.add(customer.key());
      }
    }
    assertEquals(in, asked.meeting(new Condition.RandomSample(from, to, seed)));
  }

  private static BigDecimal number(String seed, String key) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("MD5")
        .digest((seed + ":" + key).getBytes(StandardCharsets.UTF_8));
    BigInteger first = new BigInteger(1, digest).shiftRight(96);
    return new BigDecimal(first).multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(1L << 32), MathContext.UNLIMITED);
  }

  private static Set<String> kept(List<Customer> customers, Set<String> met, Limit limit)
      throws NoSuchAlgorithmException {
    Map<String, List<Customer>> groups = new HashMap<>();
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (Customer customer : customers) {
      if (met.contains(customer.key())) {
        groups.computeIfAbsent(limit.per() == null ? "" : customer.shop(), _ -> new ArrayList<>())
            .add(customer);
        numbers.put(customer.key(), number(limit.seed(), customer.key()));
      }
    }
    Set<String> kept = new TreeSet<>();
    for (List<Customer> group : groups.values()) {
      BigDecimal places = limit.percent()
          ? limit.n().multiply(BigDecimal.valueOf(group.size())).movePointLeft(2)
          : limit.n();
      group.sort(Comparator
          .comparing((Customer c) -> limit.by() != null && c.score() == null)
          .thenComparing(c -> {
            Integer score = c.score();
            return limit.by() == null || score == null ? 0 : limit.greatest() ? -score : score;
          })
          .thenComparing(c -> numbers.get(c.key())));
      group.stream()
          .limit(places.setScale(0, RoundingMode.CEILING).longValueExact())
          .forEach(c -> kept.add(c.key()));
    }
    return kept;
  }

  @Test
  void ofTwoWithOneNumberTheFirstKeyIsTaken() {
    Limit two = new Limit(BigDecimal.TWO, false, null, true, null, "s");
    long[] kept = new Limits(two, null, new int[]{5, 5, 5, 9}, TextDictionary.of(List.of("c", "a", "b", "0")))
        .kept(new long[]{0b1111}, null, Questions.JOB);
    assertEquals(0b0110, kept[0]);
  }

  @Test
  void whyTellsTheNumberOfTheSample() throws NoSuchAlgorithmException {
    try (Questions asked = new Questions(folder)) {
      asked.add("People", Map.of(), Map.of("Customer", Role.CUSTOMER_KEY), Map.of(),
          List.of("Customer|Name", "a|n", "b|n"));
      Object shown = asked.shown(new Condition.RandomSample(BigDecimal.ZERO, BigDecimal.TEN, "x"), "a");
      assertTrue(shown instanceof Value.OfNumber);
      BigDecimal number = ((Value.OfNumber) shown).number();
      assertTrue(number("x", "a").subtract(number).abs().compareTo(new BigDecimal("0.000001")) < 0);
    }
  }
}
