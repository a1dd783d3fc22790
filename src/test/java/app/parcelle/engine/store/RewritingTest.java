package app.parcelle.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.csv.SmallMemory;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Rows that are given to customers anew, with any memory and however their table came. */
class RewritingTest {
  private static final JobContext JOB = JobContext.silent();
  private static final Link LINK = new Link("to", "people", "mail");

  @TempDir
  Path folder;

  private ProjectStore shop(String name, int rowsARun, boolean ownTexts) throws IOException {
    Random random = new Random(5);
    List<String> people = new ArrayList<>(List.of("CustomerID,mail"));
    for (int i = 0; i < 400; i++) {
      people.add("C" + i + ",p" + i + "@x.fr");
    }
    List<String> mails = new ArrayList<>(List.of("to,sent at,n,note"));
    for (int i = 0; i < 140_000; i++) {
      mails.add("p" + random.nextInt(600) + "@x.fr,2026-03-" + (10 + random.nextInt(20)) + "," + i + ",text"
          + random.nextInt(70_000));
    }
    ProjectStore store = ProjectStore.create(folder.resolve(name), ZoneId.of("UTC"));
    SmallMemory.add(Files.write(folder.resolve("people.csv"), people),
        ImportOptions.FOUND.withRoles(Map.of("CustomerID", Role.CUSTOMER_KEY)), 1_000, false, store);
    SmallMemory.add(Files.write(folder.resolve("mails.csv"), mails),
        ImportOptions.FOUND.withRoles(Map.of("to", Role.CUSTOMER_KEY)), rowsARun, ownTexts, store);
    return store;
  }

  @ParameterizedTest
  @CsvSource({"1000000, false, 1", "40000, false, 1", "40000, true, 1", "40000, false, 1000000000"})
  void theTableIsTheSameWhateverTheMemory(int rowsARun, boolean ownTexts, long budget) throws IOException {
    String expected;
    try (ProjectStore store = shop("roomy", 1_000_000, false)) {
      TableVersion mails = store.data().tables().getLast();
      store.rewrite(mails.tableId(), stored -> Rewriting.linked(stored, LINK), "{}", Long.MAX_VALUE, JOB);
      expected = store.fingerprint(JOB);
    }
    try (ProjectStore store = shop("small", rowsARun, ownTexts)) {
      TableVersion mails = store.data().tables().getLast();
      String before = store.fingerprint(JOB);
      TableVersion linked = store.rewrite(mails.tableId(), stored -> Rewriting.linked(stored, LINK), "{}",
          budget,
          JOB);
      assertEquals(expected, store.fingerprint(JOB));
      assertTrue(LinkCheck.holds(store.data(), linked, JOB));
      store.rewrite(mails.tableId(), stored -> Rewriting.keyed(stored, "to"), "{}", budget, JOB);
      assertEquals(before, store.fingerprint(JOB));
    }
  }

  @Test
  void aRewritingThatFailsLeavesEverythingAsItWas() throws IOException {
    try (ProjectStore store = shop("shop", 1_000_000, false)) {
      TableVersion mails = store.data().tables().getLast();
      String before = store.fingerprint(JOB);
      Link nowhere = new Link("to", "people", "nothing");
      assertEquals("project.link.no-column",
          org.junit.jupiter.api.Assertions.assertThrows(Problem.class, () -> store.rewrite(mails.tableId(),
              stored -> Rewriting.linked(stored, nowhere), "{}", JOB)).message().key());
      CancelledLater stopping = new CancelledLater(3);
      org.junit.jupiter.api.Assertions.assertThrows(JobContext.Cancelled.class,
          () -> store.rewrite(mails.tableId(), stored -> Rewriting.linked(stored, LINK), "{}", 1, stopping));
      assertEquals(before, store.fingerprint(JOB));
      assertEquals(2, store.journal().size());
      TableVersion lookup = store.rewrite(mails.tableId(), stored -> Rewriting.lookup(stored, "n"), null,
          JOB);
      assertEquals(TableKind.LOOKUP, lookup.kind());
      assertEquals(2, store.journal().size(), "it is part of the last step");
      assertTrue(store.data().tables().getLast().rows() == 140_000);
      store.rewrite(mails.tableId(), UnaryOperator.identity(), "{}", JOB);
    }
  }
}
