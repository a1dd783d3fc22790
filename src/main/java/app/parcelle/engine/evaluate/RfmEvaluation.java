package app.parcelle.engine.evaluate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmModel.Monetary;
import app.parcelle.engine.value.RfmModel.RecencyUnit;
import app.parcelle.engine.value.RfmScores;

/** Scores customers by the traits of a table of events. */
final class RfmEvaluation {
  private final FieldCatalog fields;
  private final AsOf asOf;
  private final int customers;
  private final Function<Field, List<Chunk>> columns;

  RfmEvaluation(FieldCatalog fields, AsOf asOf, int customers, Function<Field, List<Chunk>> columns) {
    this.fields = fields;
    this.asOf = asOf;
    this.customers = customers;
    this.columns = columns;
  }

  /** @throws Problem when the table is not there, or has no time or no amount */
  RfmScores scores(RfmModel model) {
    double[] recency = values(trait(model, Trait.RECENCY));
    double[] frequency = values(trait(model, Trait.FREQUENCY));
    double[] monetary = values(trait(model,
        model.monetary() == Monetary.SUM ? Trait.MONETARY : Trait.AVERAGE_BASKET));
    long[] scored = Bits.of(customers);
    for (int c = 0; c < customers; c++) {
      if (!Double.isNaN(recency[c]) && !Double.isNaN(monetary[c]) && frequency[c] > 0) {
        Bits.set(scored, c);
      }
    }
    if (model.recency() == RecencyUnit.MONTHS) {
      months(recency);
    }
    return RfmScores.of(model, c -> Bits.get(scored, c), recency, frequency, monetary);
  }

  private void months(double[] days) {
    for (int c = 0; c < days.length; c++) {
      if (!Double.isNaN(days[c])) {
        LocalDate last = asOf.today().minusDays((long) days[c]);
        days[c] = ChronoUnit.MONTHS.between(last, asOf.today());
      }
    }
  }

  private Field trait(RfmModel model, Trait trait) {
    Optional<Field> found = fields.fields()
        .stream()
        .filter(
            f -> f instanceof Field.OfTrait t && t.trait() == trait && t.tableId().equals(model.tableId()))
        .findFirst();
    return found.orElseThrow(() -> new Problem(Message.of("evaluate.no-trait", trait.id())));
  }

  private double[] values(Field field) {
    return Gathered.of(field, columns.apply(field), customers).numbers();
  }
}
