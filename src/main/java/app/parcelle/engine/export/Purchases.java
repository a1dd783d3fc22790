package app.parcelle.engine.export;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.export.WorkbookContent.Money;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment.Reference;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.table.Bits;

/** What customers bought, from the first table of events that has amounts. */
final class Purchases {
  private final Project project;
  private final JobContext job;
  private final @Nullable Field monetary;
  private final @Nullable Field frequency;

  Purchases(Project project, JobContext job) {
    this.project = project;
    this.job = job;
    List<Field> fields = project.fields().fields();
    Optional<Field> revenue = fields.stream().filter(field -> is(field, Trait.MONETARY)).findFirst();
    monetary = revenue.orElse(null);
    frequency = revenue.flatMap(amount -> fields.stream()
        .filter(field -> is(field, Trait.FREQUENCY))
        .filter(field -> field.tableId().equals(amount.tableId()))
        .findFirst()).orElse(null);
  }

  /** The sums over the members as of the reference; null where the project has no amounts. */
  @Nullable
  Money of(long[] members, Reference reference) {
    return monetary == null || frequency == null
        ? null
        : new Money(sum(monetary, members, reference), sum(frequency, members, reference).longValueExact());
  }

  private BigDecimal sum(Field field, long[] members, Reference reference) {
    FieldColumn column = project.column(field, reference, job);
    long[] present = members.clone();
    Bits.andNot(present, column.missing());
    BitSet customers = BitSet.valueOf(present);
    long sum = 0;
    for (int c = customers.nextSetBit(0); c >= 0; c = customers.nextSetBit(c + 1)) {
      sum = Math.addExact(sum, column.values()[c]);
    }
    return BigDecimal.valueOf(sum, field.scale());
  }

  private static boolean is(Field field, Trait trait) {
    return field instanceof Field.OfTrait of && of.trait() == trait;
  }
}
