package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the command line says of an audience, and of one customer. */
class AudienceCommandTest {
  @TempDir
  Path folder;

  private Path project;
  private Path segment;

  @BeforeEach
  void shop() throws Exception {
    Path orders = Files.writeString(folder.resolve("orders.csv"), """
        Order,Customer,Date,Amount
        1,C1,2026-01-10,10.00
        2,C1,2026-02-10,10.00
        3,C1,2026-03-10,10.00
        4,C2,2026-01-10,40.00
        5,C3,2026-03-12,30.00
        6,C3,2026-03-13,30.00
        """);
    project = folder.resolve("shop.parcelle");
    Ran.answer("import", "--project", project, orders);
    segment = Files.writeString(folder.resolve("s.json"), """
        {"version": 1, "name": "Twice", "rule": {"all": [{"field": "frequency", "op": ">=", "value": 2}]}}
        """);
  }

  @Test
  void explanationNamesTheSmallestChange() {
    JsonNode out = explain("C2");
    assertFalse(out.get("member").asBoolean());
    assertEquals("""
        [{"path":"/rule/all/0","met":true,"value":1,"need":{"least":2,"most":null}}]""",
        out.get("change").toString());
    assertEquals("""
        [{"path":"/rule/all/0","met":false,"value":3,"need":{"least":null,"most":1}}]""",
        explain("C1").get("change").toString());
  }

  @Test
  void sinceSaysWhoCameAndWhatChangedForOne() {
    JsonNode answer = Ran.answer("segment", "--project", project, "--file", segment, "--explain", "C3",
        "--since",
        "2026-02-28");
    assertEquals("""
        {"day":"2026-02-28","before":1,"after":2,"entered":1,"left":0,"stayed":1}""",
        answer.get("since").toString());
    JsonNode since = answer.get("explanation").get("since");
    assertFalse(since.get("known").asBoolean());
    assertEquals("/rule/all/0", since.get("changes").get(1).get("path").asString());
  }

  @Test
  void audienceSaysWhatItIsWorthAndWhatToBewareOf() {
    JsonNode audience = Ran.answer("segment", "--project", project, "--file", segment, "--audience")
        .get("audience");
    assertEquals(90, audience.get("worth").get("revenue").asInt());
    assertEquals(130, audience.get("worth").get("ofEveryone").asInt());
    assertEquals(12, audience.get("trend").size());
    assertEquals("too-small", audience.get("warnings").get(0).get("warning").asString());
    assertTrue(audience.get("apart").size() > 0);
    Ran said = Ran.of("segment", "--project", project, "--file", segment, "--audience", "--explain", "C2",
        "--since", "2026-02-28", "--language", "fr");
    assertTrue(said.out().contains("Trop petit"), said::out);
    assertTrue(said.out().contains("au moins 2 au lieu de 1"), said::out);
  }

  private JsonNode explain(String key) {
    return Ran.answer("segment", "--project", project, "--file", segment, "--explain", key)
        .get("explanation");
  }
}
