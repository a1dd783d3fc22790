package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Clusters compared with those of other methods, and with those of an earlier day. */
class CompareCliTest {
  @TempDir
  Path folder;

  private Path shop() throws IOException {
    StringBuilder csv = new StringBuilder("order,customer,day,amount\n");
    for (int i = 0; i < 600; i++) {
      int customer = i % 60;
      int amount = customer < 25 || (customer < 30 && i < 300) ? 10 + customer % 7 : 500 + customer % 9;
      csv.append(String.format(Locale.ROOT, "O%d,C%02d,2026-%02d-11,%d\n", i, customer, 1 + i / 60, amount));
    }
    Path project = folder.resolve("p.parcelle");
    Ran.answer("import", "--project", project, Files.writeString(folder.resolve("orders.csv"), csv), "--role",
        "order=order-key", "--role", "customer=customer-key", "--role", "day=event-time", "--role",
        "amount=amount");
    return project;
  }

  @Test
  void methodsAndDaysAreComparedInJson() throws IOException {
    JsonNode answer = Ran.answer("cluster", "--project", shop(), "--fields", "average_basket", "--k", "2",
        "--compare", "k-means,hierarchical,gower", "--since", "2026-04-30");

    JsonNode methods = answer.at("/comparison/methods");
    assertEquals(3, methods.size());
    assertEquals("hierarchical", methods.at("/1/method").asString());
    assertEquals(answer.get("silhouette").asDouble(), methods.at("/0/silhouette").asDouble());
    assertEquals(3, answer.at("/comparison/agreement").size());
    JsonNode since = answer.get("since");
    assertEquals(60, since.get("rows").asInt());
    assertEquals(60, since.get("stayed").asInt() + since.get("moved").asInt());
    assertEquals(2, since.get("heirs").size());
  }

  @Test
  void anUnknownMethodIsRefused() throws IOException {
    Ran ran = Ran.of("cluster", "--project", shop(), "--fields", "average_basket", "--k", "2", "--compare",
        "k-means,magic", "--language", "en");
    assertTrue(ran.code() != Cli.DONE && ran.err().contains("magic"), ran.err());
  }
}
