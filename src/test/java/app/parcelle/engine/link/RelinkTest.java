package app.parcelle.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Destination;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Links of tables that are there already: made, taken away, and made again when customers change. */
class RelinkTest {
  private static final JobContext JOB = JobContext.silent();
  private static final String[] PEOPLE = {"CustomerID,Name,E-mail", "1,Ana,ana@shop.fr", "2,Ben,ben@shop.fr",
      "3,Cleo,"};
  private static final String[] MAILS = {"email,sent at,n,opened at", "ana@shop.fr,2026-01-02,1,2026-01-03",
      "BEN@shop.fr,2026-01-03,2,soon", "zoe@else.fr,2026-01-04,3,", "ana@shop.fr,2026-01-01,4,2026-01-09",
      ",2026-01-05,5,"};

  @TempDir
  Path folder;

  @Test
  void aTableThatWasThereFirstIsLinkedLaterAndLosesNothing() {
    try (Shop shop = new Shop(folder)) {
      TableVersion mails = shop.add("Mails",
          ImportOptions.FOUND.withTypes(Map.of("opened at", app.parcelle.engine.table.ColumnType.DATE)),
          MAILS);
      assertEquals("email", mails.withRole(Role.CUSTOMER_KEY).orElseThrow().name());
      shop.add("Customers", PEOPLE);
      List<List<@Nullable String>> values = without(shop.rows("Mails", "email", "n", "opened at"));
      int invalid = shop.project.invalidCells(mails, 10).size();
      String before = shop.project.fingerprint(JOB);
      shop.project.links().link(mails.tableId(), new Link("Email", "customers", "e-mail"), JOB);
      assertEquals(Map.of("1", "4 1", "2", "2", "zoe@else.fr", "3", "", "5"), perCustomer(shop));
      assertEquals(values, without(shop.rows("Mails", "email", "n", "opened at")));
      assertEquals(invalid, shop.project.invalidCells(shop.table("Mails"), 10).size());
      assertEquals(1, invalid);
      LinkReport.Customers report = Objects.requireNonNull(shop.report("Mails").customers());
      assertEquals(List.of(3L, 1L, 1L), List.of(report.linked(), report.orphans(), report.keyless()));
      String after = shop.project.fingerprint(JOB);
      shop.project.undo();
      assertEquals(before, shop.project.fingerprint(JOB));
      shop.project.redo();
      assertEquals(after, shop.project.fingerprint(JOB));
      shop.project.links().unlink(mails.tableId(), "email", JOB);
      assertEquals(Map.of("ana@shop.fr", "4 1", "BEN@shop.fr", "2", "zoe@else.fr", "3", "", "5"),
          perCustomer(shop));
      assertEquals(before, shop.project.fingerprint(JOB));
    }
  }

  private static List<List<@Nullable String>> without(List<List<@Nullable String>> rows) {
    List<List<@Nullable String>> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.subList(1, row.size())));
    values.sort(java.util.Comparator.comparing(row -> String.valueOf(row.get(1))));
    return values;
  }

  /** What each customer was sent, in the order of their rows. */
  private static Map<String, String> perCustomer(Shop shop) {
    TreeMap<String, String> sent = new TreeMap<>();
    for (List<@Nullable String> row : shop.rows("Mails", "n")) {
      sent.merge(row.get(0) == null ? "" : String.valueOf(row.get(0)), String.valueOf(row.get(1)),
          (a, b) -> a + " " + b);
    }
    return sent;
  }

  private void replace(Shop shop, String table, List<String> lines) {
    try {
      Path file = Files.writeString(folder.resolve("next.csv"), String.join("\n", lines) + "\n");
      shop.project.imports()
          .into(app.parcelle.engine.intake.source.Sources.file(file), ImportOptions.FOUND,
              new Destination.Replace(shop.table(table).tableId()), JOB);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void newAddressesOfCustomersAreFollowedAndOneUndoTakesBothBack() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      shop.add("Mails", Shop.linked("email", "Customers", "E-mail"), MAILS);
      assertEquals(Map.of("1", "4 1", "2", "2", "zoe@else.fr", "3", "", "5"), perCustomer(shop));
      String before = shop.project.fingerprint(JOB);
      int steps = shop.project.journal().size();
      replace(shop, "Customers", List.of("CustomerID,Name,E-mail", "1,Ana,new@shop.fr", "2,Ben,ana@shop.fr",
          "3,Cleo,ben@shop.fr", "4,Zoe,zoe@else.fr"));
      assertEquals(Map.of("2", "4 1", "3", "2", "4", "3", "", "5"), perCustomer(shop));
      assertEquals(0, Objects.requireNonNull(shop.report("Mails").customers()).orphans());
      assertEquals(steps + 1, shop.project.journal().size());
      String after = shop.project.fingerprint(JOB);
      shop.project.undo();
      assertEquals(before, shop.project.fingerprint(JOB));
      shop.project.redo();
      assertEquals(after, shop.project.fingerprint(JOB));
    }
  }

  @Test
  void aCustomerWhoseRecordIsMendedIsFoundByThoseWhoWereWaiting() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", "CustomerID,Name,E-mail", "1,Ana,ana@shop.fr", "2,Ben,ben@shop.fr",
          "4,Zoe,zoe@else.fr,x");
      shop.add("Mails", Shop.linked("email", "Customers", "E-mail"), MAILS);
      assertEquals("3", perCustomer(shop).get("zoe@else.fr"));
      String id = shop.table("Customers").tableId();
      int steps = shop.project.journal().size();
      var rejected = shop.project.mending().rejects(id, null, 10);
      assertEquals(1, rejected.size());
      shop.project.mending().retry(id, Map.of(rejected.getFirst(), "4,Zoe,zoe@else.fr"), JOB);
      assertEquals(Map.of("1", "4 1", "2", "2", "4", "3", "", "5"), perCustomer(shop));
      assertEquals(steps + 1, shop.project.journal().size());
    }
  }

  @Test
  void customersThatChangeInOtherWaysLeaveTheLinkedRowsAlone() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      long version = shop.add("Mails", Shop.linked("email", "Customers", "E-mail"), MAILS).versionId();
      replace(shop, "Customers",
          List.of("CustomerID,Name,E-mail", "1,Anna,ana@shop.fr", "2,Ben,ben@shop.fr"));
      assertEquals(version, shop.table("Mails").versionId());
      replace(shop, "Customers", List.of("CustomerID,Name,E-mail", "1,Anna,ana@shop.fr"));
      assertEquals(Map.of("1", "4 1", "ben@shop.fr", "2", "zoe@else.fr", "3", "", "5"), perCustomer(shop));
    }
  }

  @Test
  void rowsAddedLaterFindTheirCustomersThroughTheSameLink() throws java.io.IOException {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      String id = shop.add("Mails", Shop.linked("email", "Customers", "E-mail"), MAILS).tableId();
      Path more = Files.writeString(folder.resolve("more.csv"),
          "email,sent at,n,opened at\nBen@Shop.fr,2026-02-01,6,\nzoe@else.fr,2026-02-01,7,\n");
      shop.project.imports()
          .into(app.parcelle.engine.intake.source.Sources.file(more), ImportOptions.FOUND,
              new Destination.Append(id),
              JOB);
      assertEquals(Map.of("1", "4 1", "2", "2 6", "zoe@else.fr", "3 7", "", "5"), perCustomer(shop));
    }
  }

  @Test
  void aChangedLookupTableIsSeenAtOnceByThoseThatLinkToIt() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Products", ImportOptions.FOUND.withRoles(Map.of("sku", Role.LOOKUP_KEY)), "sku,category",
          "A,Fruit",
          "B,Food");
      shop.add("Orders", Shop.linked("item", "Products", "sku"), "client,order date,item", "1,2026-01-01,A",
          "2,2026-01-01,B", "3,2026-01-01,C");
      assertEquals(Map.of("1", "Fruit", "2", "Food"), shop.values("category"));
      replace(shop, "Products", List.of("sku,category,brand", "B,Drink,Best", "C,Tea,Leaf"));
      assertEquals(Map.of("2", "Drink", "3", "Tea"), shop.values("category"));
      assertEquals(Map.of("2", "Best", "3", "Leaf"), shop.values("brand"));
      shop.project.undo();
      assertEquals(Map.of("1", "Fruit", "2", "Food"), shop.values("category"));
    }
  }

  @Test
  void aTableTakenForCustomersIsMadeALookupTable() {
    try (Shop shop = new Shop(folder)) {
      TableVersion things = shop.add("Things",
          ImportOptions.FOUND.withRoles(Map.of("ref", Role.CUSTOMER_KEY)),
          "ref,colour", "X1,red", "X2,blue");
      assertEquals(TableKind.CUSTOMERS, things.kind());
      String id = shop.add("Orders", "client,order date,thing", "1,2026-01-01,X1", "2,2026-01-01,X2")
          .tableId();
      String before = shop.project.fingerprint(JOB);
      assertEquals("project.link.not-from", assertThrows(Problem.class,
          () -> shop.project.links().link(things.tableId(), new Link("colour", "Things", "ref"), JOB))
          .message()
          .key());
      shop.project.links().makeLookup(things.tableId(), "ref", JOB);
      assertEquals(2, shop.project.view().base());
      shop.project.links().link(id, new Link("thing", "Things", "ref"), JOB);
      assertEquals(Map.of("1", "red", "2", "blue"), shop.values("colour"));
      shop.project.links().unlink(id, "Thing", JOB);
      assertEquals(List.of("client", "order date", "thing"),
          shop.table("Orders").columns().stream().map(Column::name).toList());
      shop.project.undo();
      shop.project.undo();
      shop.project.undo();
      assertEquals(before, shop.project.fingerprint(JOB));
    }
  }

  /** Tables linked late, with customers that change twice, are as tables linked from the beginning with the last customers. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theOrderInWhichThingsComeDoesNotMatter(long seed) throws java.io.IOException {
    Random random = new Random(seed);
    List<String> first = people(random);
    List<String> second = people(random);
    List<String> mails = new ArrayList<>(List.of("to,sent at,n"));
    int rows = seed == 1 ? 150_000 : 1 + random.nextInt(300);
    for (int i = 0; i < rows; i++) {
      mails.add((i > 0 && random.nextInt(9) == 0 ? "" : "p" + random.nextInt(90) + "@x.fr") + ",2026-03-"
          + (10 + random.nextInt(20)) + "," + i);
    }
    ImportOptions byKey = ImportOptions.FOUND.withRoles(Map.of("CustomerID", Role.CUSTOMER_KEY));
    try (Shop late = new Shop(Files.createDirectory(folder.resolve("late")));
        Shop early = new Shop(Files.createDirectory(folder.resolve("early")))) {
      String id = late.report("Mails", ImportOptions.FOUND.withRoles(Map.of("to", Role.CUSTOMER_KEY)), mails)
          .table()
          .tableId();
      late.report("Customers", byKey, first);
      late.project.links().link(id, new Link("to", "Customers", "mail"), JOB);
      assertEquals(naive(first, mails), perCustomer(late), "rows of one time stay in the order of the file");
      replace(late, "Customers", second);
      early.report("Customers", byKey, second);
      early.report("Mails", Shop.linked("to", "Customers", "mail"), mails);
      assertEquals(naive(second, mails), perCustomer(early));
      assertEquals(perCustomer(early), perCustomer(late));
      assertEquals(early.report("Mails").customers(), late.report("Mails").customers());
      assertEquals(early.project.view().base(), late.project.view().base());
    }
  }

  private static List<String> people(Random random) {
    List<String> lines = new ArrayList<>(List.of("CustomerID,mail"));
    int size = 30 + random.nextInt(40);
    for (int i = 0; i < size; i++) {
      // each address of one customer, so that the order of the numbers does not matter; some customers have several
      lines.add("C" + (i % 15 == 14 ? i - 1 : i) + "," + (random.nextInt(6) == 0 ? "" : "P" + i + "@x.fr"));
    }
    return lines;
  }

  /** The numbers of each customer's mails, ordered by day and then as in the file. */
  private static Map<String, String> naive(List<String> people, List<String> mails) {
    Map<String, String> customers = new HashMap<>();
    people.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(p -> !p[1].isEmpty())
        .forEach(p -> customers.putIfAbsent(p[1].toLowerCase(java.util.Locale.ROOT), p[0]));
    TreeMap<String, String> sent = new TreeMap<>();
    // rows of nobody are in the order of the file alone
    mails.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .sorted(java.util.Comparator.comparing((String[] m) -> m[0].isEmpty() ? "" : m[1]))
        .forEach(m -> sent.merge(m[0].isEmpty() ? "" : customers.getOrDefault(m[0], m[0]), m[2],
            (a, b) -> a + " " + b));
    return sent;
  }
}
