package app.parcelle.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.link.LinkProposal.Kind;
import app.parcelle.engine.table.Link;

/** Links that are found by the values that tables share. */
class ProposalTest {
  @TempDir
  Path folder;

  /** Customers 1 to 400, of whom every tenth has no address. */
  private static List<String> people() {
    List<String> lines = new ArrayList<>(List.of("N° client,Nom,Courriel,Groupe"));
    for (int i = 1; i <= 400; i++) {
      lines.add(i + ",Nom" + i + "," + (i % 10 == 0 ? "" : "Client" + i + "@boutique.fr") + ",g" + i % 20);
    }
    return lines;
  }

  private List<LinkProposal> proposed(Shop shop, String name, List<String> lines) {
    try {
      Path file = Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines) + "\n");
      return shop.project.links().propose(Sources.file(file), ImportOptions.FOUND, JobContext.silent());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void addressesLeadToCustomersWithTheFiguresToJudgeBy() {
    try (Shop shop = new Shop(folder)) {
      shop.report("Clients", ImportOptions.FOUND, people());
      List<String> mails = new ArrayList<>(List.of("email,date envoi"));
      Set<String> found = new HashSet<>();
      Set<String> all = new HashSet<>();
      Random random = new Random(4);
      for (int i = 0; i < 300; i++) {
        int who = 1 + random.nextInt(420);
        mails.add("CLIENT" + who + "@boutique.fr,2026-03-01");
        all.add("" + who);
        if (who <= 400 && who % 10 != 0) {
          found.add("" + who);
        }
      }
      LinkProposal first = proposed(shop, "mails", mails).getFirst();
      assertEquals(new LinkProposal("mails", new Link("email", "Clients", "Courriel"), Kind.CUSTOMER,
          all.size(), found.size()), first);
    }
  }

  @Test
  void numbersLeadToCustomersOnlyWhereNamesAgree() {
    try (Shop shop = new Shop(folder)) {
      shop.report("Clients", ImportOptions.FOUND, people());
      List<String> orders = new ArrayList<>(List.of("commande,id_client,lignes,date commande"));
      for (int i = 1; i <= 100; i++) {
        orders.add(i + "," + (2 * i) + "," + (i % 7 + 1) + ",2026-03-01");
      }
      List<LinkProposal> proposals = proposed(shop, "orders", orders);
      assertEquals(List.of(new LinkProposal("orders", new Link("id_client", "Clients", "N° client"),
          Kind.CUSTOMER_KEY, 100, 100)), proposals);
    }
  }

  @Test
  void aColumnWithoutManyDifferentValuesIsNoKey() {
    try (Shop shop = new Shop(folder)) {
      shop.report("Clients", ImportOptions.FOUND, people());
      assertEquals(List.of(),
          proposed(shop, "offers", List.of("Groupe,offre", "g1,Dix pour cent", "g2,Vingt pour cent")));
    }
  }

  @Test
  void linksBetweenTablesAreProposedUntilTheyAreMade() {
    try (Shop shop = new Shop(folder)) {
      List<String> mails = new ArrayList<>(List.of("email,date envoi"));
      for (int i = 0; i < 50; i++) {
        mails.add("client" + (1 + i % 25) + "@boutique.fr,2026-03-01");
      }
      shop.report("Mails", ImportOptions.FOUND, mails);
      shop.report("Clients", ImportOptions.FOUND, people());
      List<LinkProposal> proposals = shop.project.links().propose(JobContext.silent());
      assertEquals(List.of(new LinkProposal("Mails", new Link("email", "Clients", "Courriel"), Kind.CUSTOMER,
          25, 23)), proposals);
    }
    try (Shop shop = new Shop(Files.createDirectory(folder.resolve("other")))) {
      shop.report("Clients", ImportOptions.FOUND, people());
      shop.add("Mails", Shop.linked("email", "Clients", "Courriel"), "email,date envoi",
          "client1@boutique.fr,2026-01-01", "client2@boutique.fr,2026-01-01");
      assertEquals(List.of(), shop.project.links().propose(JobContext.silent()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** With e-mails for keys, the customers would no longer be those of the orders. */
  @Test
  void aTableWhoseKeysAreUsedIsLinkedToAndNotFrom() {
    try (Shop shop = new Shop(folder)) {
      String[] crm = new String[61];
      String[] accounts = new String[61];
      String[] orders = new String[61];
      crm[0] = "CustomerNo,Mail";
      accounts[0] = "email,points";
      orders[0] = "OrderNo,CustomerNo,date,amount";
      for (int i = 1; i <= 60; i++) {
        crm[i] = "K%03d,p%d@x.fr".formatted(i, i);
        accounts[i] = "p%d@x.fr,%d".formatted(i, i * 7);
        orders[i] = "O%04d,K%03d,2026-05-%02d,%d".formatted(i, 1 + i % 40, 1 + i % 28, i);
      }
      shop.add("crm", crm);
      shop.add("accounts", accounts);
      shop.add("orders", orders);
      assertEquals(List.of("accounts email crm.Mail"), shop.project.links()
          .propose(JobContext.silent())
          .stream()
          .map(p -> p.from() + " " + p.link().column() + " " + p.link().table() + "." + p.link().to())
          .toList());
    }
  }

  @Test
  void aSampleOfManyValuesIsAFairOne() {
    ValueSketch all = new ValueSketch();
    ValueSketch third = new ValueSketch();
    app.parcelle.engine.table.KeyText key = new app.parcelle.engine.table.KeyText();
    for (int i = 0; i < 300_000; i++) {
      key.read(null, i);
      all.add(key.hash());
      all.add(key.hash());
      if (i % 3 == 0) {
        third.add(key.hash());
      }
    }
    assertEquals(300_000.0, (double) all.distinct(), 5_000);
    assertEquals(ValueSketch.MOST, all.hashes().length);
    SortedHashes known = SortedHashes.of(List.of(all.hashes()));
    long found = java.util.stream.IntStream.range(0, 100_000)
        .map(i -> 3 * i)
        .filter(i -> {
          key.read(null, i);
          return known.find(key.hash()) >= 0;
        })
        .count();
    assertEquals(1 / 3.0, found / (double) ValueSketch.MOST, 0.02);
    assertTrue(third.distinct() < all.distinct());
  }
}
