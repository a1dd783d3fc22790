package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.job.HeldJobs;

class DistributionsTest {
  private final SmallShop shop = SmallShop.withLedger(40);
  private final HeldJobs jobs = new HeldJobs();
  private final Distributions distributions = new Distributions(shop, jobs, QuietDesk.NOTICES);

  @Test
  void everyoneWhoAsksForTheTextsOfAColumnIsAnswered() {
    TableVersion ledger = shop.fields().events("Consentements").orElseThrow();
    List<Column> texts = ledger.columns()
        .stream()
        .filter(column -> column.type() == ColumnType.TEXT)
        .toList();
    List<String> answered = new ArrayList<>();
    distributions.of(ledger, texts.getFirst(), _ -> answered.add("first"));
    distributions.of(ledger, texts.getLast(), _ -> answered.add("other column"));
    distributions.of(ledger, texts.getFirst(), _ -> answered.add("same column"));

    jobs.finish();

    assertEquals(List.of("first", "same column", "other column"), answered);
  }
}
