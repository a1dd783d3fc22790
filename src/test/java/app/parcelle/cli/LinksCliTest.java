package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A French shop whose files name customers and products in different ways, from the command line. */
class LinksCliTest {
  @TempDir
  Path folder;

  private Path customers = Path.of("");
  private Path products = Path.of("");
  private Path orders = Path.of("");
  private Path mails = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    List<String> people = new ArrayList<>(List.of("N° client;Nom;E-mail"));
    List<String> sold = new ArrayList<>(
        List.of("N° client;N° commande;Date commande;Réf;Quantité;Prix unitaire;Statut"));
    List<String> sent = new ArrayList<>(List.of("courriel;date envoi;campagne"));
    for (int i = 1; i <= 60; i++) {
      people.add(i + ";Nom" + i + ";Client" + i + "@boutique.fr");
      sold.add(i + ";F" + i + ";" + (10 + i % 18) + "/03/2026;P" + i % 5 + ";" + (i % 10 == 0 ? -1 : 2) + ";1"
          + i % 4 + ",50;" + (i % 12 == 0 ? "Annulée" : "Payée"));
      sent.add("client" + (i + 6) + "@boutique.fr;0" + (1 + i % 9) + "/02/2026;hiver");
      sent.add("client" + (i + 6) + "@boutique.fr;1" + (1 + i % 9) + "/02/2026;fin d'hiver");
    }
    customers = Files.write(folder.resolve("Clients.csv"), people);
    orders = Files.write(folder.resolve("Commandes.csv"), sold);
    mails = Files.write(folder.resolve("Envois.csv"), sent);
    products = Files.write(folder.resolve("Produits.csv"),
        List.of("réf produit;rayon;coût", "P0;Thé;4,00", "P1;Thé;5,25", "P2;Café;6,00", "P3;Café;1,10"));
  }

  private Path project() {
    return folder.resolve("shop.parcelle");
  }

  private JsonNode ask(Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.add(1, "--project");
    all.add(2, project());
    return Ran.answer(all.toArray());
  }

  @Test
  void whatIsProposedIsLinkedAndCountedAndFollowed() {
    JsonNode first = ask("import", "--zone", "Europe/Paris", customers, products, orders);
    assertEquals("lookup", ask("tables", "--table", "Produits").at("/tables/0/kind").asString());
    assertEquals(60, first.at("/tables/2/links/customers/linked").asInt());
    JsonNode proposed = ask("links", mails);
    assertEquals("Clients.E-mail", proposed.at("/proposals/0/to").asString());
    assertEquals("customer", proposed.at("/proposals/0/kind").asString());
    assertEquals(60, proposed.at("/proposals/0/values").asInt());
    assertEquals(54, proposed.at("/proposals/0/found").asInt());
    JsonNode linked = ask("import", "--link", "courriel=Clients.E-mail", mails)
        .at("/tables/0/links/customers");
    assertEquals(List.of(108, 12, 0, 54, 6, 6),
        List.of("linked", "orphans", "keyless", "both", "onlyHere", "onlyThere")
            .stream()
            .map(name -> linked.get(name).asInt())
            .toList());
    JsonNode between = ask("links", "--propose").at("/proposals/0");
    assertEquals("Commandes Réf Produits.réf produit lookup", between.get("table").asString() + " "
        + between.get("column").asString() + " " + between.get("to").asString() + " "
        + between.get("kind").asString());
    JsonNode looked = ask("link", "--table", "Commandes", "--column", "Réf", "--to", "Produits.réf produit");
    assertEquals(List.of(48, 12, 0), List.of(looked.at("/links/lookups/0/found").asInt(),
        looked.at("/links/lookups/0/notFound").asInt(), looked.at("/links/lookups/0/missing").asInt()));
    assertTrue(names(looked).contains("rayon"));
    assertEquals(12,
        count("{\"field\": \"rayon (most frequent)\", \"op\": \"equals\", \"value\": \"café\"}") / 2);
    ask("unlink", "--table", "Commandes", "--column", "réf");
    assertTrue(!names(ask("tables", "--table", "Commandes").at("/tables/0")).contains("rayon"));
  }

  @Test
  void tablesOfCustomersAreNotLinkedInACircle() throws IOException {
    List<String> accounts = new ArrayList<>(List.of("account_id;email"));
    for (int i = 30; i <= 90; i++) {
      accounts.add("A" + i + ";CLIENT" + i + "@boutique.fr");
    }
    Path shop = Files.write(folder.resolve("Comptes.csv"), accounts);
    ask("import", "--zone", "Europe/Paris", customers, shop, orders);
    ask("link", "--table", "Comptes", "--column", "email", "--to", "Clients.E-mail");
    assertTrue(ask("links", "--propose").get("proposals")
        .valueStream()
        .noneMatch(p -> p.get("table")
            .asString()
            .equals("Clients")));
    Ran ran = Ran.of("link", "--project", project(), "--table", "Clients", "--column", "E-mail", "--to",
        "Comptes.email", "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code());
    assertTrue(ran.err().startsWith("“Comptes” already looks for its customers in “Clients”"), ran.err());
    assertEquals(60, ask("tables", "--table", "Commandes").at("/tables/0/links/customers/linked").asInt());
  }

  @Test
  void onlyTablesOfEventsAreSaidToHaveOrders() {
    Ran ran = Ran.of("import", "--project", project(), "--language", "en", customers, orders);
    assertEquals(List.of("Counted: 60 rows, 60 orders, 60 customers"),
        ran.out().lines().filter(line -> line.startsWith("Counted")).toList());
  }

  private static List<String> names(JsonNode table) {
    return table.get("columns").valueStream().map(c -> c.get("name").asString()).toList();
  }

  private int count(String rule) {
    try {
      Path file = Files.writeString(folder.resolve("s.json"),
          "{\"version\": 1, \"name\": \"s\", \"rule\": {\"all\": [" + rule + "]}}");
      return ask("segment", "--file", file).get("count").asInt();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theDefinitionOfASaleIsProposedSaidAndFollowed() {
    ask("import", "--zone", "Europe/Paris", customers, products);
    ask("import", "--link", "Réf=Produits.réf produit", orders);
    JsonNode before = ask("sale", "--table", "Commandes", "--propose");
    assertTrue(before.get("sale").isNull());
    assertEquals("subtract", before.at("/proposal/returns").asString());
    assertEquals("Annulée", before.at("/proposal/cancelled/0/values/0").asString());
    assertEquals("coût", before.at("/proposal/cost/column").asString());
    assertEquals(60, before.at("/counted/rows").asInt());
    JsonNode said = ask("sale", "--table", "Commandes", "--returns", "subtract", "--cancelled",
        "Statut=annulée",
        "--cost-per-unit", "coût");
    // every twelfth of 60 is cancelled; of the others every tenth comes back
    assertEquals(55, said.at("/counted/rows").asInt());
    assertEquals(5, said.at("/cancelled/rows").asInt());
    assertEquals(5, said.at("/returns/rows").asInt());
    assertEquals("not (Statut in ('annulée'))", said.get("rule").asString());
    assertTrue(said.at("/sentence/fr").asString().contains("Marge"), said.at("/sentence/fr").asString());
    assertEquals(50,
        count("{\"events\": \"Commandes\", \"measure\": \"count\", \"op\": \">=\", \"value\": 1}"));
    assertEquals(new BigDecimal("-58.5"), said.at("/returns/amount").decimalValue());
    assertTrue(ask("sale", "--table", "Commandes", "--clear").get("sale").isNull());
  }

  @Test
  void aScenarioDoesTheSame() throws IOException {
    Path scenario = Files.writeString(folder.resolve("monday.json"), """
        {"version": 1, "zone": "Europe/Paris", "steps": [
          {"import": {"files": ["Clients.csv", "Produits.csv", "Envois.csv"]}},
          {"import": {"files": ["Commandes.csv"], "options": {"version": 1, "sale": {"returns": "subtract"},
             "links": [{"column": "Réf", "table": "Produits", "to": "réf produit"}]}}},
          {"link": {"table": "Envois", "column": "courriel", "to": "Clients.E-mail"}},
          {"sale": {"table": "Commandes", "sale": {"returns": "leave-out",
             "cancelled": [{"column": "Statut", "values": ["annulée"]}]}}},
          {"segment": {"segment": {"version": 1, "name": "Mailed",
             "rule": {"all": [{"events": "Envois", "measure": "count", "op": ">=", "value": 1}]}}}}]}
        """);
    JsonNode answer = Ran.answer("run", scenario, "--out", folder.resolve("out"));
    assertEquals(108, answer.at("/steps/2/link/links/customers/linked").asInt());
    assertEquals(50, answer.at("/steps/3/sale/counted/rows").asInt());
    assertEquals(60, answer.at("/steps/4/segment/count").asInt());
  }

  @Test
  void whatCannotBeLinkedIsRefusedInOneSentence() {
    ask("import", "--zone", "Europe/Paris", customers, orders);
    for (List<String> wrong : List.of(List.of("--column", "Réf", "--to", "Clients"),
        List.of("--column", "Réf", "--to", "Articles.réf"), List.of("--column", "Réf", "--to", "Clients.Age"),
        List.of("--column", "Statu", "--to", "Clients.Nom"),
        List.of("--column", "Date commande", "--to", "Clients.Nom"))) {
      List<Object> words = new ArrayList<>(
          List.of("link", "--project", project(), "--table", "Commandes", "--language", "fr"));
      words.addAll(wrong);
      Ran ran = Ran.of(words.toArray());
      assertTrue(ran.code() == Cli.NOT_DONE || ran.code() == Cli.MISUSED, ran.err());
      assertEquals(1, ran.err().lines().count(), ran.err());
    }
    Ran sale = Ran.of("sale", "--project", project(), "--table", "Clients", "--returns", "subtract");
    assertEquals(Cli.NOT_DONE, sale.code());
    assertEquals(Cli.MISUSED,
        Ran.of("sale", "--project", project(), "--table", "Commandes", "--returns", "none").code());
  }
}
