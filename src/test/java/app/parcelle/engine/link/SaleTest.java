package app.parcelle.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.SaleReport;
import app.parcelle.engine.segment.SaleSentence;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.Sale.Returns;

/** What counts as a sale, and what follows from it. */
class SaleTest {
  private static final JobContext JOB = JobContext.silent();
  private static final String[] ORDERS = {
      "CustomerID,InvoiceNo,invoice date,Quantity,UnitPrice,Status,Discount,Cost,Test",
      "1,100,2026-01-01,2,10.00,paid,1.50,4.00,no", "1,C101,2026-01-05,-1,10.00,paid,,4.00,no",
      "1,102,2026-01-09,1,5.00,Annulée,,2.00,no", "2,103,2026-01-02,3,7.00,,,5.00,no",
      "2,104,2026-01-08,1,100.00,paid,,1.00,yes", "3,C105,2026-01-20,-2,3.00,paid,,1.00,no",
      ",106,2026-01-03,4,2.00,paid,,,no"};

  @TempDir
  Path folder;

  private static Sale sale(Returns returns) {
    return new Sale(returns, List.of(), List.of(), Sale.Amount.FOUND, null);
  }

  @Test
  void theAmountOfAFrenchTableIsCalledSo() {
    try (Shop shop = new Shop(folder)) {
      String text = "client;commande;jour;quantité;prix unitaire;coût\nC1;A1;2026-05-01;2;10,00;7,00\n";
      String id = shop.add("Ventes", text).tableId();
      assertEquals(List.of("C1", "20.00"), shop.rows("Ventes", "Montant").getFirst());
      shop.project.sales()
          .define(id, new Sale(Returns.KEEP, List.of(), List.of(),
              new Sale.Amount(null, null, false, null, null), new Sale.Cost("coût", true)));
      assertEquals(List.of("C1", "6.00"), shop.rows("Ventes", "Marge").getFirst());
    }
  }

  @Test
  void returnsAreTakenOffAmountsAndAreNoPurchases() {
    try (Shop shop = new Shop(folder)) {
      String id = shop.add("Orders", ORDERS).tableId();
      assertEquals("3", shop.values("frequency").get("1"));
      shop.project.sales().define(id, sale(Returns.SUBTRACT));
      assertEquals(Map.of("1", "15.00", "2", "121.00", "3", "-6.00"), shop.values("monetary"));
      assertEquals(Map.of("1", "2", "2", "2", "3", "0"), shop.values("frequency"));
      assertEquals(Map.of("1", "7.50", "2", "60.50"), shop.values("average_basket"));
      assertEquals(Map.of("1", "11", "2", "12"), shop.values("recency"));
      assertEquals(2, shop.project.view().base(), "a customer who only gave back bought nothing");
      shop.project.sales().define(id, sale(Returns.LEAVE_OUT));
      assertEquals(Map.of("1", "25.00", "2", "121.00", "3", "0.00"), shop.values("monetary"));
      assertEquals(Map.of("1", "2", "2", "2", "3", "0"), shop.values("frequency"));
    }
  }

  @Test
  void cancelledOrdersAndTestsAreLeftOutByWordsOrByHowTheyBegin() {
    try (Shop shop = new Shop(folder)) {
      String id = shop.add("Orders", ORDERS).tableId();
      shop.project.sales()
          .define(id, new Sale(Returns.KEEP, List.of(new Sale.Rows("Status", List.of("ANNULEE"), false),
              new Sale.Rows("InvoiceNo", List.of("c"), true)),
              List.of(new Sale.Rows("Test", List.of("yes"), false)), Sale.Amount.FOUND, null));
      assertEquals(Map.of("1", "20.00", "2", "21.00", "3", "0.00"), shop.values("monetary"));
      SaleReport report = shop.project.sales().report(shop.table("Orders"), JOB);
      assertEquals("not (Status in ('ANNULEE')) and not (InvoiceNo starts with 'c') and not (Test = yes)",
          report.rule());
      assertEquals(List.of(7L, 3L, 1L, 1L, 3L), Stream.of(report.all(), report.cancelled(), report.tests(),
          report.guests(), report.counted()).map(SaleReport.Part::rows).toList());
      assertEquals(new BigDecimal("8.00"), report.guests().amount());
      assertEquals(new BigDecimal("49.00"), report.counted().amount());
    }
  }

  @Test
  void theRuleMayNameWhatTheDefinitionDoes() {
    try (Shop shop = new Shop(folder)) {
      String id = shop.add("Orders", ORDERS).tableId();
      shop.project.countWhen(id, "InvoiceNo not starts with 'C' and Quantity < 4");
      assertEquals(Map.of("1", "25.00", "2", "121.00", "3", "0.00"), shop.values("monetary"));
    }
  }

  @Test
  void amountsAreLessDiscountsAndTaxAndMarginsLessCosts() {
    try (Shop shop = new Shop(folder)) {
      String id = shop.add("Orders", ORDERS).tableId();
      shop.project.sales()
          .define(id, new Sale(Returns.SUBTRACT, List.of(), List.of(),
              new Sale.Amount(null, "Discount", false, null, new BigDecimal("0.2")),
              new Sale.Cost("Cost", true)));
      // (20.00 - 1.50) / 1.2, two digits more than the amount, half up
      assertEquals(List.of("15.4167", "-8.3333", "4.1667", "17.5000", "83.3333", "-5.0000", "6.6667"),
          shop.rows("Orders", "Amount").stream().map(row -> row.get(1)).toList());
      assertEquals(List.of("7.4167", "-4.3333", "2.1667", "2.5000", "82.3333", "-3.0000"),
          shop.rows("Orders", "Margin").stream().map(row -> row.get(1)).limit(6).toList());
      assertEquals(Map.of("1", "5.2501", "2", "84.8333", "3", "-3.0000"), shop.values("margin"));
      assertEquals(7, shop.rows("Orders", "Margin").size());
      assertEquals(null, shop.rows("Orders", "Margin").getLast().get(1), "nobody knows what it cost");
    }
  }

  @Test
  void anAmountOfTheFileStandsBackForWhatIsMadeOfIt() {
    try (Shop shop = new Shop(folder)) {
      String id = shop.add("Orders", "client,order date,total,TVA,remise", "1,2026-01-01,12.00,2.00,10%",
          "1,2026-01-02,6.00,1.00,", "2,2026-01-02,-3.00,-0.50,0%").tableId();
      assertEquals(Map.of("1", "18.00", "2", "-3.00"), shop.values("monetary"));
      String before = shop.project.fingerprint(JOB);
      shop.project.sales()
          .define(id,
              new Sale(Returns.KEEP, List.of(), List.of(),
                  new Sale.Amount(null, "remise", false, "TVA", null),
                  null));
      // 12.00 x (1 - 10 %) - 2.00
      assertEquals(Map.of("1", "13.8000", "2", "-2.5000"), shop.values("monetary"));
      assertEquals("total", shop.table("Orders").sale().amount().column());
      assertEquals(Role.NONE, shop.table("Orders").named("total").orElseThrow().role());
      shop.project.sales().define(id, Sale.ALL);
      assertEquals(Map.of("1", "18.00", "2", "-3.00"), shop.values("monetary"));
      shop.project.sales().define(id, null);
      assertEquals(before, shop.project.fingerprint(JOB));
    }
  }

  @Test
  void theCostOfALookupTableMakesTheMarginAndFollowsIt() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Products", ImportOptions.FOUND.withRoles(Map.of("sku", Role.LOOKUP_KEY)), "sku,cost", "A,1.5",
          "B,2");
      String id = shop.add("Orders", Shop.linked("item", "Products", "sku"),
          "client,order date,item,quantity,unit price", "1,2026-01-01,A,2,4", "2,2026-01-01,B,1,5",
          "2,2026-01-02,Z,1,9").tableId();
      shop.project.sales()
          .define(id,
              new Sale(Returns.KEEP, List.of(), List.of(), Sale.Amount.FOUND, new Sale.Cost("cost", true)));
      assertEquals(java.util.Arrays.asList("5.0", "3.0", null),
          shop.rows("Orders", "Margin").stream().map(row -> row.get(1)).toList());
    }
  }

  @Test
  void undoBringsBackWhatCountedBefore() {
    try (Shop shop = new Shop(folder)) {
      String id = shop.add("Orders", ORDERS).tableId();
      String before = shop.project.fingerprint(JOB);
      shop.project.sales().define(id, sale(Returns.SUBTRACT));
      String after = shop.project.fingerprint(JOB);
      shop.project.undo();
      assertEquals(before, shop.project.fingerprint(JOB));
      assertEquals("3", shop.values("frequency").get("1"));
      shop.project.redo();
      assertEquals(after, shop.project.fingerprint(JOB));
    }
  }

  @Test
  void aDefinitionThatDoesNotFitIsRefusedAndNothingChanges() {
    try (Shop shop = new Shop(folder)) {
      String id = shop.add("Orders", ORDERS).tableId();
      String visits = shop.add("Visits", "CustomerID,visit date,page", "1,2026-01-01,a", "1,2026-01-02,b",
          "2,2026-01-02,b").tableId();
      String before = shop.project.fingerprint(JOB);
      Sale.Rows nobody = new Sale.Rows("Statut", List.of("x"), false);
      Sale.Amount taxed = new Sale.Amount(null, null, false, null, new BigDecimal("20"));
      assertEquals("segment.sale.no-column",
          refused(shop, id, new Sale(Returns.KEEP, List.of(nobody), List.of(), Sale.Amount.FOUND, null)));
      assertEquals("segment.sale.no-number", refused(shop, id, new Sale(Returns.KEEP, List.of(), List.of(),
          Sale.Amount.FOUND.of("Status"), null)));
      assertEquals("segment.sale.bad-rate",
          refused(shop, id, new Sale(Returns.KEEP, List.of(), List.of(), taxed, null)));
      assertEquals("segment.sale.no-sign", refused(shop, visits, sale(Returns.SUBTRACT)));
      assertEquals("segment.sale.no-amount",
          refused(shop, visits, new Sale(Returns.KEEP, List.of(), List.of(),
              Sale.Amount.FOUND, new Sale.Cost("page", false))));
      assertEquals(before, shop.project.fingerprint(JOB));
    }
  }

  private static String refused(Shop shop, String id, Sale sale) {
    return assertThrows(Problem.class, () -> shop.project.sales().define(id, sale)).message().key();
  }

  @Test
  void aDefinitionIsProposedFromNamesAndValuesAndNothingIsAppliedByItself() {
    try (Shop shop = new Shop(folder)) {
      List<String> lines = new ArrayList<>(List.of(ORDERS));
      for (int i = 0; i < 40; i++) {
        lines.add("4,2" + i + ",2026-01-01,1,1.00,paid,0.50,0.20,no");
      }
      shop.report("Orders", ImportOptions.FOUND, lines);
      assertEquals(null, shop.table("Orders").sale());
      assertEquals(
          new Sale(Returns.SUBTRACT,
              List.of(new Sale.Rows("Status", List.of("Annulée"), false),
                  new Sale.Rows("InvoiceNo", List.of("C"), true)),
              List.of(new Sale.Rows("Test", List.of("yes"), false)),
              new Sale.Amount(null, "Discount", false, null, null), new Sale.Cost("Cost", false)),
          shop.project.sales().propose(shop.table("Orders"), JOB));
    }
  }

  @Test
  void aSentenceSaysTheDefinition() {
    try (Shop shop = new Shop(folder)) {
      String id = shop.add("Orders", ORDERS).tableId();
      shop.project.countWhen(id, "UnitPrice > 0");
      shop.project.sales()
          .define(id, new Sale(Returns.SUBTRACT, List.of(new Sale.Rows("Status", List.of("Annulée"), false)),
              List.of(), new Sale.Amount(null, "Discount", false, null, new BigDecimal("0.055")),
              new Sale.Cost("Cost", true)));
      assertEquals("Counts as a sale: the rows of “Orders” with UnitPrice > 0, except cancelled orders "
          + "(“Status” is “Annulée”). Returns (“Quantity” below 0) are taken off amounts, and are no purchases. "
          + "Amount: “Quantity” times “UnitPrice”, less “Discount”, without the tax of 5.5%. "
          + "Margin: amount less “Cost” a piece. "
          + "Rows without a customer are in the totals of the table, never among customers.",
          SaleSentence.of(shop.table("Orders"), new Texts(Locale.UK)));
      assertEquals("Compte comme vente : les lignes de « Orders » avec UnitPrice > 0, sauf les commandes "
          + "annulées (« Status » vaut « Annulée »). Les retours (« Quantity » sous 0) sont déduits des montants "
          + "et ne sont pas des achats. Montant : « Quantity » fois « UnitPrice », moins « Discount », hors taxe "
          + "de 5,5 %. Marge : montant moins « Cost » par pièce. Les lignes sans client sont dans les totaux de "
          + "la table, jamais parmi les clients.",
          SaleSentence.of(shop.table("Orders"), new Texts(Locale.FRANCE))
              .replace('\u202f', ' ')
              .replace('\u00a0', ' '));
    }
  }

  private record Row(@Nullable String customer, String order, int day, @Nullable Integer quantity,
      @Nullable BigDecimal price, @Nullable BigDecimal discount, @Nullable String status) {}

  static Stream<Sale> sales() {
    List<Sale.Rows> cancelled = List.of(new Sale.Rows("status", List.of("void"), false));
    List<Sale.Rows> starting = List.of(new Sale.Rows("order no", List.of("o1"), true));
    return Stream.of(Returns.values())
        .flatMap(returns -> Stream.of(
            new Sale(returns, cancelled, starting,
                new Sale.Amount(null, "discount", false, null, new BigDecimal("0.2")), null),
            new Sale(returns, List.of(), cancelled, new Sale.Amount(null, "discount", true, null, null),
                null)));
  }

  /** Every trait against a list of rows and decimals of any size. */
  @ParameterizedTest
  @MethodSource("sales")
  void everyTraitFollowsTheDefinition(Sale sale) {
    Random random = new Random(sale.hashCode());
    List<Row> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>(
        List.of("customer id,order no,order date,quantity,unit price,discount,status"));
    for (int i = 0; i < 3_000; i++) {
      Row row = new Row(random.nextInt(12) == 0 ? null : "K" + random.nextInt(60), "O" + random.nextInt(900),
          1 + random.nextInt(28), random.nextInt(15) == 0 ? null : random.nextInt(9) - 2,
          random.nextInt(15) == 0 ? null : BigDecimal.valueOf(random.nextInt(10_000), 2),
          random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(100), 2),
          random.nextInt(4) == 0 ? null : random.nextInt(5) == 0 ? "Void" : "paid");
      rows.add(row);
      lines.add(Stream.of(row.customer, row.order, "2026-03-%02d".formatted(row.day), row.quantity, row.price,
          row.discount, row.status)
          .map(v -> v == null ? "" : v.toString())
          .reduce((a, b) -> a + "," + b)
          .orElseThrow());
    }
    try (Shop shop = new Shop(folder)) {
      String id = shop.report("Orders",
          ImportOptions.FOUND.withTypes(Map.of("quantity", ColumnType.WHOLE, "discount", ColumnType.DECIMAL)),
          lines).table().tableId();
      shop.project.sales().define(id, sale);
      Naive naive = Naive.of(rows, sale, shop.table("Orders").named("Amount").orElseThrow());
      assertEquals(naive.monetary, shop.values("monetary"));
      assertEquals(naive.frequency, shop.values("frequency"));
      assertEquals(naive.basket, shop.values("average_basket"));
      assertEquals(naive.recency, shop.values("recency"));
      SaleReport report = shop.project.sales().report(shop.table("Orders"), JOB);
      assertEquals(naive.total, report.counted().amount());
      assertEquals(naive.rows, report.counted().rows());
    }
  }

  /** A measure of a condition, as JSON and as a loop over the rows of a customer says it. */
  private record Measure(String json, java.util.function.ToDoubleFunction<List<Row>> naive,
      boolean takesReturnsOff) {}

  private static List<Measure> measures(int scale) {
    return List.of(
        new Measure("\"measure\": \"count\"", rows -> rows.stream().map(Row::order).distinct().count(),
            false),
        new Measure("\"measure\": \"lines\"", List::size, false),
        new Measure("\"measure\": \"daysSinceLast\"",
            rows -> rows.stream()
                .mapToInt(Row::day)
                .max()
                .stream()
                .mapToDouble(day -> 28 - day)
                .findFirst()
                .orElse(Double.NaN),
            false),
        new Measure("\"measure\": \"sum\", \"of\": \"quantity\"",
            rows -> rows.stream().mapToInt(r -> r.quantity == null ? 0 : r.quantity).sum(), true),
        new Measure("\"measure\": \"sum\", \"of\": \"discount\"",
            rows -> rows.stream()
                .map(r -> r.discount == null ? BigDecimal.ZERO : r.discount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue(),
            false),
        new Measure("\"measure\": \"sum\"",
            rows -> rows.stream()
                .map(r -> Naive.worth(r, Sale.Amount.FOUND, scale))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue(),
            true));
  }

  /** Conditions with a window and a where, against loops: returns are in sums that they are taken off, and nowhere else. */
  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource(Returns.class)
  void everyMeasureOfAConditionFollowsTheDefinition(Returns returns) {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>(
        List.of("customer id,order no,order date,quantity,unit price,discount,status"));
    for (int i = 0; i < 2_000; i++) {
      Row row = new Row("K" + random.nextInt(80), "O" + random.nextInt(700),
          i == 0 ? 28 : 1 + random.nextInt(28),
          random.nextInt(7) - 2, BigDecimal.valueOf(random.nextInt(5_000), 2),
          BigDecimal.valueOf(random.nextInt(100), 2), random.nextInt(4) == 0 ? "shop" : "web");
      rows.add(row);
      lines.add(row.customer + "," + row.order + ",2026-03-%02d,".formatted(row.day) + row.quantity + ","
          + row.price
          + "," + row.discount + "," + row.status);
    }
    try (Shop shop = new Shop(folder)) {
      String id = shop
          .report("Orders", ImportOptions.FOUND.withTypes(Map.of("discount", ColumnType.DECIMAL)), lines)
          .table()
          .tableId();
      shop.project.sales().define(id, sale(returns));
      int scale = shop.table("Orders").named("Amount").orElseThrow().scale();
      for (Measure measure : measures(scale)) {
        for (int threshold : new int[]{1, 3, 20}) {
          long expected = rows.stream().map(Row::customer).distinct().filter(customer -> {
            List<Row> chosen = rows.stream()
                .filter(
                    r -> customer.equals(r.customer) && "web".equals(r.status) && r.day >= 5 && r.day <= 24)
                .filter(r -> r.quantity == null || r.quantity >= 0 || returns == Returns.KEEP
                    || (returns == Returns.SUBTRACT && measure.takesReturnsOff))
                .toList();
            return measure.naive.applyAsDouble(chosen) >= threshold;
          }).count();
          String rule = "{\"events\": \"Orders\", " + measure.json + ", \"op\": \">=\", \"value\": "
              + threshold
              + ", \"window\": {\"from\": \"2026-03-05\", \"to\": \"2026-03-24\"}, "
              + "\"where\": {\"field\": \"status\", \"op\": \"equals\", \"value\": \"web\"}}";
          assertEquals(expected, count(shop, rule), rule);
        }
      }
      long never = rows.stream()
          .map(Row::customer)
          .distinct()
          .filter(c -> rows.stream()
              .noneMatch(r -> c.equals(r.customer) && r.day >= 20
                  && (returns == Returns.KEEP || r.quantity == null || r.quantity >= 0)))
          .count();
      assertEquals(never, count(shop, "{\"never\": \"Orders\", \"window\": {\"since\": \"2026-03-20\"}}"));
    }
  }

  private static int count(Shop shop, String rule) {
    return shop.project
        .evaluate(SegmentJson.read("{\"version\": 1, \"name\": \"s\", \"rule\": {\"all\": [" + rule
            + "]}}"), JOB)
        .count();
  }

  private record Naive(TreeMap<String, String> monetary, TreeMap<String, String> frequency,
      TreeMap<String, String> basket, TreeMap<String, String> recency, BigDecimal total, long rows) {

    static Naive of(List<Row> rows, Sale sale, Column amount) {
      TreeMap<String, BigDecimal> sums = new TreeMap<>();
      TreeMap<String, Set<String>> orders = new TreeMap<>();
      TreeMap<String, Integer> last = new TreeMap<>();
      BigDecimal total = BigDecimal.ZERO.setScale(amount.scale());
      long counted = 0;
      int today = 0;
      for (Row row : rows) {
        if (row.customer != null) {
          sums.putIfAbsent(row.customer, BigDecimal.ZERO.setScale(amount.scale()));
          orders.computeIfAbsent(row.customer, _ -> new HashSet<>());
        }
        boolean back = row.quantity != null && row.quantity < 0;
        boolean out = "Void".equals(row.status)
            || (!sale.cancelled().isEmpty() && row.order.startsWith("O1"))
            || (back && sale.returns() == Returns.LEAVE_OUT);
        if (out) {
          continue;
        }
        counted++;
        today = Math.max(today, row.day);
        BigDecimal worth = worth(row, sale.amount(), amount.scale());
        total = total.add(worth);
        if (row.customer != null) {
          sums.merge(row.customer, worth, BigDecimal::add);
          if (!back || sale.returns() == Returns.KEEP) {
            orders.get(row.customer).add(row.order);
            last.merge(row.customer, row.day, Math::max);
          }
        }
      }
      TreeMap<String, String> monetary = new TreeMap<>();
      TreeMap<String, String> frequency = new TreeMap<>();
      TreeMap<String, String> basket = new TreeMap<>();
      TreeMap<String, String> recency = new TreeMap<>();
      int day = today;
      sums.forEach((key, sum) -> {
        int count = orders.get(key).size();
        monetary.put(key, sum.toPlainString());
        frequency.put(key, "" + count);
        if (count > 0) {
          basket.put(key,
              sum.divide(BigDecimal.valueOf(count), Math.max(2, amount.scale()), RoundingMode.HALF_UP)
                  .toPlainString());
          recency.put(key, "" + (day - last.get(key)));
        }
      });
      return new Naive(monetary, frequency, basket, recency, total, counted);
    }

    private static BigDecimal worth(Row row, Sale.Amount amount, int scale) {
      if (row.quantity == null || row.price == null) {
        return BigDecimal.ZERO.setScale(scale);
      }
      BigDecimal worth = row.price.multiply(BigDecimal.valueOf(row.quantity));
      BigDecimal discount = row.discount == null ? BigDecimal.ZERO : row.discount;
      worth = amount.discountIsPart()
          ? worth.multiply(BigDecimal.ONE.subtract(discount))
          : worth.subtract(discount);
      return amount.taxRate() == null
          ? worth.setScale(scale)
          : worth.divide(BigDecimal.ONE.add(amount.taxRate()), scale, RoundingMode.HALF_UP);
    }
  }
}
