package app.parcelle.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.TableKind;

/** Rows that find their customers through a column of a customer table. */
class CustomerLinkTest {
  private static final String[] PEOPLE = {"CustomerID,Name,E-mail,LoyaltyNo", "1,Ana,Ana@shop.fr,17",
      "2,Ben,ben@shop.fr,18", "3,Cleo,,19", "4,Dan,ana@SHOP.fr,2"};

  @TempDir
  Path folder;

  @Test
  void rowsFindTheirCustomersThroughAnotherColumn() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      shop.add("Mails", Shop.linked("address", "customers", "e-mail"), "address,sent at,opened",
          "ana@shop.fr,2026-01-02,yes", "BEN@shop.fr ,2026-01-03,no", "zoe@else.fr,2026-01-04,no",
          ",2026-01-05,no", "ben@shop.fr,2026-01-06,yes");
      assertEquals(TableKind.EVENTS, shop.table("Mails").kind());
      assertEquals(Map.of("1", 1L, "2", 2L, "zoe@else.fr", 1L, "", 1L), perCustomer(shop, "Mails"));
      LinkReport.Customers report = present(shop.report("Mails").customers());
      assertEquals(3, report.linked());
      assertEquals(1, report.orphans());
      assertEquals(1, report.keyless());
      assertEquals(2, report.both());
      assertEquals(1, report.onlyHere());
      assertEquals(2, report.onlyThere());
      assertEquals(1, report.shared(), "Ana and Dan share an address; the first of them was taken");
    }
  }

  @Test
  void theKeyColumnKeepsItsOwnValues() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      shop.add("Mails", Shop.linked("address", "Customers", "E-mail"), "address,sent at",
          "ana@shop.fr,2026-01-02", "BEN@shop.fr,2026-01-03");
      assertEquals(List.of(List.of("1", "ana@shop.fr"), List.of("2", "BEN@shop.fr")),
          shop.rows("Mails", "address"));
    }
  }

  @Test
  void anUnknownNumberOfAnotherKindIsNotTakenForACustomerNumber() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      shop.add("Visits", Shop.linked("card", "Customers", "LoyaltyNo"), "card,visited at", "17,2026-01-02",
          "2,2026-01-03", "3,2026-01-04");
      assertEquals(Map.of("1", 1L, "4", 1L, "LoyaltyNo:3", 1L), perCustomer(shop, "Visits"));
    }
  }

  @Test
  void tablesOfSeveralSystemsLandOnTheSameCustomers() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      shop.add("Panel", Shop.linked("mail", "Customers", "E-mail"), "contact,mail,Name,Score",
          "c1,ben@shop.fr,Benny,7", "c2,zoe@else.fr,Zoe,9", "c3,ANA@shop.fr,Anna,4", "c4,,Max,1");
      assertEquals(TableKind.CUSTOMERS, shop.table("Panel").kind());
      assertEquals(Map.of("1", "4", "2", "7", "zoe@else.fr", "9"), shop.values("Score"));
      assertEquals(Map.of("1", "Anna", "2", "Benny", "zoe@else.fr", "Zoe"), shop.values("Name (Panel)"));
      assertEquals("Ana", shop.values("Name").get("1"));
      assertEquals("ANA@shop.fr", shop.values("mail").get("1"));
      LinkReport.Customers here = present(shop.report("Panel").customers());
      assertEquals(List.of(2, 1, 2), List.of(here.both(), here.onlyHere(), here.onlyThere()));
      LinkReport.Customers there = present(shop.report("Customers").customers());
      assertEquals(List.of(2, 2, 1), List.of(there.both(), there.onlyHere(), there.onlyThere()));
      assertEquals(5, shop.project.view().base());
    }
  }

  @Test
  void aLinkToTheKeysThemselvesIsNone() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      shop.add("Orders", Shop.linked("who", "Customers", "CustomerID"), "who,order date", "3,2026-01-02",
          "9,2026-01-02");
      assertEquals(List.of(), shop.table("Orders").links());
      assertEquals(Map.of("3", 1L, "9", 1L), perCustomer(shop, "Orders"));
      assertEquals(1, present(shop.report("Orders").customers()).orphans());
    }
  }

  @Test
  void aLinkThatLeadsNowhereIsRefusedAndNothingIsKept() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      String before = shop.project.fingerprint(JobContext.silent());
      for (List<String> wrong : List.of(List.of("mail", "Clients", "E-mail", "project.link.no-table"),
          List.of("mail", "Customers", "Courriel", "project.link.no-column"),
          List.of("mails", "Customers", "E-mail", "intake.no-such-column"))) {
        Problem problem = assertThrows(Problem.class,
            () -> shop.add("M", Shop.linked(wrong.get(0), wrong.get(1), wrong.get(2)), "mail,sent at",
                "a@b.fr,2026-01-02"));
        assertEquals(wrong.get(3), problem.message().key());
      }
      assertEquals(before, shop.project.fingerprint(JobContext.silent()));
    }
  }

  @Test
  void undoTakesTheTableAndItsLinkBack() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Customers", PEOPLE);
      String before = shop.project.fingerprint(JobContext.silent());
      shop.add("Mails", Shop.linked("a", "Customers", "E-mail"), "a,sent at", "x@y.fr,2026-01-02");
      String after = shop.project.fingerprint(JobContext.silent());
      shop.project.undo();
      assertEquals(before, shop.project.fingerprint(JobContext.silent()));
      shop.project.redo();
      assertEquals(after, shop.project.fingerprint(JobContext.silent()));
      assertEquals("Customers", shop.table("Mails").customerLink().orElseThrow().table());
    }
  }

  /** What a person with a list of customers and a list of mails would do by hand. */
  @Property(tries = 20)
  void everyRowGoesToTheFirstCustomerWithItsValue(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Path here = Files.createTempDirectory("links");
    List<String> people = new ArrayList<>(List.of("CustomerID,Name,E-mail"));
    Map<String, String> first = new LinkedHashMap<>();
    Set<String> several = new HashSet<>();
    int size = 1 + random.nextInt(60);
    for (int i = 0; i < size; i++) {
      String mail = random.nextInt(5) == 0 ? "" : "p" + random.nextInt(40) + "@x.fr";
      people.add("C" + (100 + i) + ",n" + i + "," + written(mail, random));
      if (!mail.isEmpty() && first.putIfAbsent(mail, "C" + (100 + i)) != null) {
        several.add(mail);
      }
    }
    List<String> mails = new ArrayList<>(List.of("to,sent at,n"));
    TreeMap<String, Long> expected = new TreeMap<>();
    Set<String> shared = new HashSet<>();
    int rows = 1 + random.nextInt(200);
    for (int i = 0; i < rows; i++) {
      String mail = i > 0 && random.nextInt(8) == 0 ? "" : "p" + random.nextInt(60) + "@x.fr";
      mails.add(written(mail, random) + ",2026-02-03," + i);
      expected.merge(mail.isEmpty() ? "" : first.getOrDefault(mail, mail), 1L, Long::sum);
      if (several.contains(mail)) {
        shared.add(mail);
      }
    }
    try (Shop shop = new Shop(here)) {
      shop.report("Customers", app.parcelle.engine.intake.ImportOptions.FOUND
          .withRoles(Map.of("CustomerID", app.parcelle.engine.table.Role.CUSTOMER_KEY)), people);
      shop.report("Mails", Shop.linked("to", "Customers", "E-mail"), mails);
      assertEquals(expected, perCustomer(shop, "Mails"));
      LinkReport.Customers report = present(shop.report("Mails").customers());
      long orphans = expected.entrySet()
          .stream()
          .filter(e -> e.getKey().contains("@"))
          .mapToLong(Map.Entry::getValue)
          .sum();
      assertEquals(orphans, report.orphans());
      assertEquals(expected.keySet().stream().filter(k -> k.contains("@")).count(), report.onlyHere());
      assertEquals(rows, report.linked() + report.orphans() + report.keyless());
      assertEquals(shared.size(), report.shared());
    } finally {
      try (var files = Files.list(here)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      Files.delete(here);
    }
  }

  private static String written(String mail, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> mail.toUpperCase(Locale.ROOT);
      case 1 -> " " + mail;
      default -> mail;
    };
  }

  private static LinkReport.Customers present(LinkReport.@Nullable Customers report) {
    return Objects.requireNonNull(report);
  }

  private static Map<String, Long> perCustomer(Shop shop, String table) {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (List<@Nullable String> row : shop.rows(table)) {
      String key = row.getFirst();
      counts.merge(key == null ? "" : key, 1L, Long::sum);
    }
    return counts;
  }

  @Test
  void thereIsNothingToFindWithoutATableOfCustomers() {
    try (Shop shop = new Shop(folder)) {
      shop.add("Orders", "CustomerID,order date", "3,2026-01-02", "9,2026-01-02");
      assertNull(shop.report("Orders").customers());
    }
  }
}
