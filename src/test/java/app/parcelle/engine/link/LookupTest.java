package app.parcelle.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Tables of products, places and the like, whose columns other tables get through a key. */
class LookupTest {
  private static final String[] PRODUCTS = {"sku,label,category,price", "A1,Apple,Fruit,1.50",
      "B2,Bean,,0.90",
      "A1,Another,Else,9.99", "C3,Cup,Kitchen,x"};
  private static final ImportOptions BY_SKU = ImportOptions.FOUND.withRoles(Map.of("sku", Role.LOOKUP_KEY))
      .withTypes(Map.of("price", ColumnType.DECIMAL));
  private static final String[] ORDERS = {"CustomerID,order date,Product,label", "1,2026-01-02,A1,x",
      "1,2026-01-03,b2,y", "2,2026-01-03,C3,z", "2,2026-01-04,Z9,w", "3,2026-01-04,,v"};

  @TempDir
  Path folder;

  @Test
  void aTableOfProductsIsALookupTableAndNoTableOfCustomers() {
    try (Shop shop = new Shop(folder)) {
      ImportReport report = shop.report("Products", ImportOptions.FOUND,
          List.of("sku,label,category,price", "A1,Apple,Fruit,1.50", "B2,Bean,Food,0.90",
              "C3,Cup,Kitchen,3"));
      TableVersion products = report.table();
      assertEquals(0, report.keyless(), "no customer is missing where none is looked for");
      assertEquals(null, report.counted());
      assertEquals(TableKind.LOOKUP, products.kind());
      assertEquals("sku", products.withRole(Role.LOOKUP_KEY).orElseThrow().name());
      assertEquals(0, shop.project.view().directory());
      assertEquals(0, shop.project.view().base());
      assertEquals(3, products.rows());
    }
  }

  @Test
  void itsColumnsAppearInTheTableThatLinksToIt() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Products", BY_SKU, PRODUCTS);
      TableVersion orders = shop.add("Orders", Shop.linked("Product", "products", "SKU"), ORDERS);
      assertEquals(List.of("CustomerID", "order date", "Product", "label", "Products label", "category",
          "price"), orders.columns().stream().map(Column::name).toList());
      assertEquals(List.of(row("1", "A1", "Apple", "Fruit", "1.50"), row("1", "b2", null, null, null),
          row("2", "C3", "Cup", "Kitchen", null), row("2", "Z9", null, null, null),
          row("3", null, null, null, null)),
          shop.rows("Orders", "Product", "Products label", "category", "price"));
      LinkReport.Lookup report = shop.report("Orders").lookups().getFirst();
      assertEquals(List.of(2L, 2L, 1L, 2L, 1L),
          List.of(report.found(), report.notFound(), report.missing(), report.unknown(),
              (long) report.doubles()));
    }
  }

  private static List<@Nullable String> row(@Nullable String... cells) {
    return java.util.Arrays.asList(cells);
  }

  @Test
  void conditionsAndFieldsSeeThemAsColumnsOfTheEvents() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Products", BY_SKU, PRODUCTS);
      shop.add("Orders", Shop.linked("Product", "Products", "sku"), ORDERS);
      assertEquals(1, count(shop, """
          {"events": "Orders", "measure": "count", "op": ">=", "value": 1,
           "where": {"field": "category", "op": "equals", "value": "fruit"}}"""));
      assertEquals(Map.of("1", "Fruit", "2", "Kitchen"), shop.values("category (most frequent)"));
      shop.project.countWhen(shop.table("Orders").tableId(), "category = 'Kitchen'");
      assertEquals(1, shop.project.view().base());
    }
  }

  private static int count(Shop shop, String rule) {
    Segment segment = SegmentJson
        .read("{\"version\": 1, \"name\": \"s\", \"rule\": {\"all\": [" + rule + "]}}");
    return shop.project.evaluate(segment, JobContext.silent()).count();
  }

  @Test
  void customersHaveThemTooAndALookupTableMayLookUpItself() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Regions", "code région,région", "84,Auvergne-Rhône-Alpes", "11,Île-de-France");
      shop.add("Villes", Shop.linked("code région", "Regions", "code région"),
          "code postal,ville,code région",
          "69001,Lyon,84", "75001,Paris,11");
      shop.add("Clients", Shop.linked("CP", "Villes", "code postal"), "id client,CP", "1,75001", "2,69001",
          "3,99999");
      assertEquals(TableKind.LOOKUP, shop.table("Villes").kind());
      assertEquals(TableKind.CUSTOMERS, shop.table("Clients").kind());
      assertEquals(Map.of("1", "Île-de-France", "2", "Auvergne-Rhône-Alpes"), shop.values("région"));
    }
  }

  @Test
  void leadingZerosStandAndNumbersMeetIdentifiers() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Stores", "store code,town", "01,Ain", "1,Elsewhere", "20,Nice");
      shop.add("Visits",
          Shop.linked("store", "Stores", "store code").withRoles(Map.of("who", Role.CUSTOMER_KEY)),
          "who,visit date,store", "a,2026-01-02,1", "b,2026-01-02,20");
      assertEquals(List.of(row("a", "Elsewhere"), row("b", "Nice")), shop.rows("Visits", "town"));
    }
  }

  @Test
  void aLinkFromAWrongColumnIsRefused() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Products", BY_SKU, PRODUCTS);
      Problem problem = assertThrows(Problem.class,
          () -> shop.add("Orders", Shop.linked("CustomerID", "Products", "sku"), ORDERS));
      assertEquals("project.link.not-from", problem.message().key());
      assertEquals(1, shop.project.view().tables().size());
    }
  }

  @Test
  void undoOfTheLookupTableTakesItsColumnsAlong() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Products", BY_SKU, PRODUCTS);
      String products = shop.table("Products").tableId();
      shop.add("Orders", Shop.linked("Product", "Products", "sku"), ORDERS);
      String before = shop.project.fingerprint(JobContext.silent());
      shop.project.removeTable(products);
      assertEquals(4, shop.table("Orders").columns().size());
      shop.project.undo();
      assertEquals(7, shop.table("Orders").columns().size());
      assertEquals(before, shop.project.fingerprint(JobContext.silent()));
    }
  }

  @Test
  void productsAreProposedForOrders() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Products", BY_SKU, PRODUCTS);
      shop.add("Orders", ORDERS);
      assertEquals(List.of(new LinkProposal("Orders", new Link("Product", "Products", "sku"),
          LinkProposal.Kind.LOOKUP, 4, 2)), shop.project.links().propose(JobContext.silent()));
    }
  }

  /** Against a map and a list, with keys in several forms, doubles, missing values and several chunks of rows. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyRowHasTheValuesOfTheFirstRowWithItsKey(long seed) {
    Random random = new Random(seed);
    int size = 20 + random.nextInt(300);
    List<String> products = new ArrayList<>(List.of("sku,colour,stock,since"));
    Map<String, String[]> first = new HashMap<>();
    for (int i = 0; i < size; i++) {
      // every key once within the sample, so that it is seen as one
      String key = i < 15 ? "K" + i : "K" + random.nextInt(size);
      String[] values = {random.nextInt(4) == 0 ? "" : "colour" + random.nextInt(9),
          random.nextInt(4) == 0 ? "" : "" + random.nextInt(100),
          random.nextInt(4) == 0 ? "" : "2026-03-" + (10 + random.nextInt(20))};
      products.add(key + "," + String.join(",", values));
      first.putIfAbsent(key, values);
    }
    List<String> orders = new ArrayList<>(List.of("CustomerID,order date,item,n"));
    TreeMap<String, Integer> expected = new TreeMap<>();
    int rows = seed == 1 ? 70_000 : 500;
    for (int i = 0; i < rows; i++) {
      String key = random.nextInt(9) == 0 ? "" : "K" + random.nextInt(size + 20);
      String[] values = first.getOrDefault(key, new String[]{"", "", ""});
      String customer = "C" + random.nextInt(50);
      orders.add(customer + ",2026-01-02," + key + "," + i);
      expected.merge(customer + "|" + key + "|" + String.join("|", values), 1, Integer::sum);
    }
    try (Shop shop = new Shop(folder)) {
      shop.report("Products", ImportOptions.FOUND.withRoles(Map.of("sku", Role.LOOKUP_KEY)), products);
      shop.report("Orders", Shop.linked("item", "Products", "sku"), orders);
      TreeMap<String, Integer> found = new TreeMap<>();
      for (List<@Nullable String> cells : shop.rows("Orders", "item", "colour", "stock", "since")) {
        found.merge(String.join("|", cells.stream().map(c -> c == null ? "" : c).toList()), 1, Integer::sum);
      }
      assertEquals(expected, found);
      assertTrue(found.size() > 40);
    }
  }
}
