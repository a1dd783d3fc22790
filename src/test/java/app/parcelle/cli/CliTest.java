package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import app.parcelle.engine.project.FormerProject;

class CliTest {
  @TempDir
  Path folder;

  @Test
  void aMistypedOptionIsToldInTheLanguageAskedFor() {
    Ran french = Ran.of("tables", "--projet", "x", "--language", "fr");
    assertEquals(Cli.MISUSED, french.code());
    assertTrue(french.err().startsWith("Il manque") && french.err().contains("--project"), french.err());
    Ran english = Ran.of("tables", "--language=en");
    assertEquals(Cli.MISUSED, english.code());
    assertTrue(english.err().startsWith("Missing: --project"), english.err());
  }

  @Test
  void anImpossibleValueNamesThePossibleOnes() {
    Ran ran = Ran.of("import", "--project", "p", "--role", "a=king", "f.csv", "--language", "en");
    assertEquals(Cli.MISUSED, ran.code());
    assertTrue(ran.err().contains("“king”") && ran.err().contains("customer-key"), ran.err());
  }

  @Test
  void aDayThatIsNoneSaysHowToWriteOne() {
    for (String day : List.of("2026-02-30", "yesterday", "03/04/2026")) {
      Ran ran = Ran.of("segment", "--project", "p", "--since", day, "s.json", "--language", "en");
      assertEquals(Cli.MISUSED, ran.code());
      assertTrue(ran.err().startsWith("--since: “" + day + "” is no day") && ran.err().contains("2026-10-31"),
          ran.err());
    }
  }

  @Test
  void everyCommandHasHelpInBothLanguages() {
    for (String command : List.of("import", "tables", "segment", "cluster", "clusters", "export", "exports",
        "run",
        "sample")) {
      Ran french = Ran.of(command, "--help", "--language", "fr");
      assertEquals(Cli.DONE, french.code());
      assertTrue(french.out().startsWith("Utilisation"), french.out());
      assertTrue(Ran.of(command, "--help", "--language", "en").out().startsWith("Usage:"));
    }
  }

  @Test
  void theMachinesLanguageIsUsedWhereThereAreTextsInIt() {
    assertEquals(Locale.CANADA_FRENCH, Cli.locale(new String[]{"tables"}, Locale.CANADA_FRENCH));
    assertEquals(Locale.US, Cli.locale(new String[]{"tables"}, Locale.US));
    assertEquals(Locale.UK, Cli.locale(new String[]{"tables"}, Locale.GERMANY));
    assertEquals(Locale.FRANCE, Cli.locale(new String[]{"--language", "fr"}, Locale.US));
    assertEquals(Locale.UK, Cli.locale(new String[]{"--language=en"}, Locale.FRANCE));
  }

  @Test
  void optionsOfAllCommandsMayStandBeforeTheCommand() throws IOException {
    Path project = shop();
    assertEquals(Ran.of("tables", "--project", project, "--json").out(),
        Ran.of("--json", "--language", "en", "tables", "--project", project).out());
  }

  @Test
  void aProjectThatIsNotThereIsAProblem() {
    Ran ran = Ran.of("tables", "--project", folder.resolve("none.parcelle"), "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code());
    assertEquals("", ran.out());
    assertTrue(!ran.err().isBlank());
  }

  @Test
  void aSegmentWithAnUnknownPartIsRefusedWithItsPointer() throws IOException {
    Path project = shop();
    Path document = Files.writeString(folder.resolve("s.json"), """
        {"version":1,"name":"s","rule":{"all":[{"field":"amount","op":">=","value":1,"oops":2}]}}""");
    Ran ran = Ran.of("segment", "--project", project, "--file", document, "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code());
    assertTrue(ran.err().contains("/rule/all/0/oops"), ran.err());
  }

  @Test
  void aSegmentThatNamesAnUnknownFieldIsRefusedWithItsPointer() throws IOException {
    Path project = shop();
    Path document = Files.writeString(folder.resolve("s.json"), """
        {"version":1,"name":"s","rule":{"all":[{"field":"nothing","op":">=","value":1}]}}""");
    Ran ran = Ran.of("segment", "--project", project, "--file", document, "--language", "en", "--members",
        folder.resolve("m.csv"));
    assertEquals(Cli.NOT_DONE, ran.code());
    assertTrue(ran.err().contains("/rule/all/0"), ran.err());
    assertTrue(Files.notExists(folder.resolve("m.csv")));
  }

  @Test
  void aSampleThatCannotBeWrittenLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Ran ran = Ran.of("sample", "--out", file.resolve("dir"), "--customers", "10", "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code());
    assertEquals(List.of("file"), Ran.names(folder));
  }

  @Test
  void aScenarioIsReplayedOnItsDataAndOnOther() throws IOException {
    Path recipe = scenario("2026-02-06,20.00");
    JsonNode first = Ran.answer("run", recipe, "--out", folder.resolve("one"));
    assertEquals(2, first.at("/steps/1/segment/count").asInt());
    assertEquals(List.of("keys.csv", "recipe.parcelle.mv.db"), Ran.names(folder.resolve("one")));
    assertEquals(List.of("customer", "C1", "C2"), Files.readAllLines(folder.resolve("one/keys.csv")));

    Path other = Files.writeString(folder.resolve("other.csv"),
        "id,customer,time,amount\n1,C7,2026-01-05,99.00\n2,C8,2026-01-06,1.00\n");
    JsonNode again = Ran.answer("run", recipe, "--data", other, "--out", folder.resolve("two"));
    assertEquals(1, again.at("/steps/1/segment/count").asInt());
    assertEquals(List.of("customer", "C7"), Files.readAllLines(folder.resolve("two/keys.csv")));
  }

  @Test
  void aScenarioWhoseStepFailsLeavesNothing() throws IOException {
    Path recipe = Files.writeString(folder.resolve("recipe.json"),
        """
            {"version": 1, "steps": [
              {"import": {"files": ["shop.csv"], "options": {"version": 1, "roles": {"customer": "customer-key"}}}},
              {"segment": {"segment": {"version": 1, "name": "All", "rule": {"everyone": true}}, "members": "keys.csv"}},
              {"segment": {"name": "nobody saved this"}}]}""");
    Files.writeString(folder.resolve("shop.csv"), "id,customer,time,amount\n1,C1,2026-01-05,10.50\n");
    Ran ran = Ran.of("run", recipe, "--out", folder.resolve("out"), "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code());
    assertTrue(ran.err().contains("/steps/2/segment"), ran.err());
    assertEquals(List.of("recipe.json", "shop.csv"), Ran.names(folder));
  }

  @Test
  void aScenarioIsReadStrictly() throws IOException {
    refused("{\"version\":1,\"steps\":[{\"dance\":{}}]}", "/steps/0/dance");
    refused("{\"version\":1,\"steps\":[{\"cluster\":{\"fields\":[\"a\"],\"k\":1}}]}", "/steps/0/cluster/k");
    refused("{\"version\":1,\"steps\":[{\"export\":{\"segments\":[\"a\"],\"to\":\"../x.xlsx\"}}]}",
        "/steps/0/export/to");
    refused(
        "{\"version\":1,\"steps\":[{\"segment\":{\"segment\":{\"version\":1,\"name\":\"a\",\"rule\":{\"x\":1}}}}]}",
        "/steps/0/segment/segment/rule");
    refused(
        "{\"version\":1,\"steps\":[{\"import\":{\"files\":[\"a\"],\"options\":{\"version\":1,\"colour\":1}}}]}",
        "/steps/0/import/options/colour");
    refused("{\"version\":1,\"steps\":[{}]}", "/steps/0");
    refused("{\"version\":1,", "1");
  }

  private void refused(String json, String pointer) throws IOException {
    Path recipe = Files.writeString(folder.resolve("bad.json"), json);
    Ran ran = Ran.of("run", recipe, "--out", folder.resolve("out"), "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains(pointer), ran.err());
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  private Path scenario(String second) throws IOException {
    Files.writeString(folder.resolve("shop.csv"),
        "id,customer,time,amount\n1,C1,2026-01-05,10.50\n2,C2,%s\n3,C3,2026-01-05,1.00\n".formatted(second));
    return Files.writeString(folder.resolve("recipe.json"), """
        {"version": 1, "zone": "Europe/Paris", "steps": [
          {"import": {"files": ["shop.csv"], "options": {"version": 1, "table": "shop",
            "roles": {"customer": "customer-key", "time": "event-time", "amount": "amount"}}}},
          {"segment": {"segment": {"version": 1, "name": "Ten and more",
            "rule": {"all": [{"field": "monetary", "op": ">=", "value": 10}]}},
            "members": "keys.csv", "save": "Ten and more"}}]}""");
  }

  private Path shop() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.csv"),
        "id,customer,time,amount\n1,C1,2026-01-05,10.50\n2,C2,2026-02-06,20.00\n");
    Path project = folder.resolve("p.parcelle");
    Ran.answer("import", "--project", project, "--role", "customer=customer-key", file);
    return project;
  }

  @Test
  void aProjectOfAnEarlierFormatIsUpdatedAndThePersonTold() throws IOException {
    Path project = folder.resolve("shop.parcelle");
    FormerProject.of(1).putAt(folder.resolve("shop.parcelle.mv.db"));
    Ran ran = Ran.of("tables", "--project", project, "--language", "en");
    assertEquals(Cli.DONE, ran.code());
    assertTrue(ran.err().contains("shop.parcelle.v1-backup.mv.db"), ran.err());
    assertEquals("", Ran.of("tables", "--project", project).err());
  }

  @Test
  void pastExportsAreListedTheLastFirst() throws IOException {
    Path project = folder.resolve("shop.parcelle");
    FormerProject.of(1).putAt(folder.resolve("shop.parcelle.mv.db"));
    assertEquals("", Ran.of("exports", "--project", project).out());
    Path first = folder.resolve("first.xlsx");
    Path second = folder.resolve("second.xlsx");
    Ran.answer("export", "--project", project, "--segment", "Above 100", "--to", first);
    Ran.answer("export", "--project", project, "--segment", "First cluster", "Above 100", "--to", second);
    JsonNode exports = Ran.answer("exports", "--project", project).get("exports");
    assertEquals(List.of(second.toString(), first.toString()),
        exports.valueStream().map(e -> e.get("path").asString()).toList());
    assertEquals(List.of("First cluster", "Above 100"),
        exports.get(0).get("segments").valueStream().map(s -> s.get("name").asString()).toList());
    Ran said = Ran.of("exports", "--project", project, "--language", "en");
    assertTrue(said.out().contains(second + ": " + exports.get(0).get("rows").asInt() + " customers"),
        said.out());
  }
}
