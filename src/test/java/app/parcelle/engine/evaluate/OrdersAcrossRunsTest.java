package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.csv.SmallMemory;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

class OrdersAcrossRunsTest {
  @TempDir
  Path folder;

  /** Where the positions of customers do not fit the cache, asking for each customer would read all of them each time. */
  @Test
  void positionsOfCustomersAreAskedForOnceARun() throws IOException {
    Random random = new Random(9);
    List<String> lines = new ArrayList<>(List.of("who,order,at"));
    Map<String, Set<String>> expected = new HashMap<>();
    for (int i = 0; i < 600; i++) {
      String who = "w" + random.nextInt(40);
      String order = "o" + random.nextInt(200);
      expected.computeIfAbsent(who, _ -> new HashSet<>()).add(order);
      lines.add(who + "," + order + ",2025-01-%02d".formatted(1 + random.nextInt(28)));
    }
    Path csv = Files.write(folder.resolve("orders.csv"), lines);
    ImportOptions options = ImportOptions.FOUND.withTable("orders")
        .withRoles(Map.of("who", Role.CUSTOMER_KEY, "order", Role.ORDER_KEY, "at", Role.EVENT_TIME));
    try (ProjectStore store = ProjectStore.create(folder.resolve("shop.parcelle"), ZoneId.of("UTC"))) {
      SmallMemory.add(csv, options, 150, false, store);
      Dataset data = store.data();
      TableVersion table = data.tables().getFirst();
      assertTrue(table.runs().size() > 1);
      AtomicInteger asked = new AtomicInteger();
      List<long[]> all = table.runs().stream().map(run -> ones(run.rows())).toList();
      long[] counts = new OrdersAcrossRuns(counting(data, asked),
          table.withRole(Role.ORDER_KEY).orElseThrow(), JobContext.silent())
          .count(ChosenRows.marked(table, all));
      assertEquals(table.runs().size(), asked.get());
      long[] naive = new long[counts.length];
      for (int c = 0; c < naive.length; c++) {
        naive[c] = expected.get(data.customers().text(c)).size();
      }
      assertArrayEquals(naive, counts);
    }
  }

  private static long[] ones(int rows) {
    long[] bits = new long[(rows + 63) / 64];
    Arrays.fill(bits, -1);
    return bits;
  }

  /** The same data, which counts how often it is asked where customers begin. */
  private static Dataset counting(Dataset data, AtomicInteger asked) {
    return (Dataset) Proxy.newProxyInstance(Dataset.class.getClassLoader(), new Class<?>[]{Dataset.class},
        (_, method, arguments) -> {
          if (method.getName().equals("offsets")) {
            asked.incrementAndGet();
          }
          return method.invoke(data, arguments);
        });
  }
}
