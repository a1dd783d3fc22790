package app.parcelle.engine.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * Where a project says who may be written to: in its ledger of consent, and where it has none, in the consent field of customers. With
 * a ledger they are those whose last word is yes for at least one purpose and channel.
 *
 * @param ledger null where the field says it
 * @param field null where the ledger says it
 */
record Reachable(@Nullable TableVersion ledger, @Nullable Field field) {
  /** Empty where the project does not know. */
  static Optional<Reachable> in(FieldCatalog fields) {
    Optional<Reachable> ledger = ConsentLedger.in(fields).map(table -> new Reachable(table, null));
    return ledger.isPresent()
        ? ledger
        : fields.fields()
            .stream()
            .filter(field -> field instanceof Field.OfCustomer f && f.role() == Role.CONSENT)
            .findFirst()
            .map(field -> new Reachable(null, field));
  }

  Uses in(Uses uses) {
    return ledger != null ? uses.with(ledger) : field != null ? uses.with(field) : uses;
  }

  /** One bit a customer. */
  long[] granted(Dataset data, EventRows rows, Function<Field, List<Chunk>> columns, JobContext job) {
    if (ledger != null) {
      return ConsentLedger.of(ledger, data, rows, job).orElseThrow().grantedSomewhere();
    }
    long[] granted = Bits.of(data.customers().size());
    int customer = 0;
    for (Chunk chunk : field == null ? List.<Chunk>of() : columns.apply(field)) {
      for (int i = 0; i < chunk.rows(); i++, customer++) {
        if (ConsentWords.of(chunk, i) == ConsentState.GRANTED) {
          Bits.set(granted, customer);
        }
      }
    }
    return granted;
  }
}
