package app.parcelle.engine.project;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.RfmJson;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmReport;

/** The RFM model of a project: what it finds, and whether its scores are fields. */
public final class Rfm {
  private final ProjectStore store;
  private final Supplier<Moment> now;
  private final Runnable changed;

  /** @param changed to be told when the project has changed; what {@code now} says is new then */
  Rfm(ProjectStore store, Supplier<Moment> now, Runnable changed) {
    this.store = store;
    this.now = now;
    this.changed = changed;
  }

  /** The model that the project keeps; its scores are fields. */
  public Optional<RfmModel> model() {
    return Optional.ofNullable(now.get().state().rfm()).map(RfmJson::read);
  }

  /**
   * Keeps a model, as one step of the journal; null for none any more.
   *
   * @throws Problem when its table cannot be scored
   */
  public void keep(@Nullable RfmModel model) {
    if (Objects.equals(model, model().orElse(null))) {
      return;
    }
    String table = model == null ? "" : table(model).name();
    String document = model == null ? null : RfmJson.write(model);
    store.change(state -> state.withRfm(document),
        Operation.of(Operation.Kind.RFM, table, model == null ? Documents.text(null) : RfmJson.tree(model))
            .write());
    changed.run();
  }

  /**
   * What a model finds as of a reference, whether it is kept or not.
   *
   * @throws Problem when its table is not there, or has no time or no amount
   */
  public RfmReport report(RfmModel model, Segment.Reference reference, JobContext job) {
    Moment at = now.get();
    table(model);
    FieldColumn orders = column(at, model, Trait.FREQUENCY, reference, job);
    FieldColumn revenue = column(at, model, Trait.MONETARY, reference, job);
    return RfmReport.of(model, at.evaluator().day(reference, job),
        at.evaluator().scores(model, reference, job),
        column(at, model, Trait.RECENCY, reference, job).values(), orders.values(), revenue.values(),
        revenue.field().scale());
  }

  private static FieldColumn column(Moment at, RfmModel model, Trait trait, Segment.Reference reference,
      JobContext job) {
    return at.evaluator().column(trait(at, model.tableId(), trait).orElseThrow(), reference, job);
  }

  private static Optional<Field> trait(Moment at, String tableId, Trait trait) {
    return at.fields()
        .fields()
        .stream()
        .filter(f -> f instanceof Field.OfTrait t && t.trait() == trait && t.tableId().equals(tableId))
        .findFirst();
  }

  private TableVersion table(RfmModel model) {
    TableVersion table = now.get().table(model.tableId());
    if (!fits(table)) {
      throw new Problem(Message.of("value.fault.table", table.name()));
    }
    return table;
  }

  /** Whether purchases in a table can be scored: it has times and amounts. */
  public boolean fits(TableVersion table) {
    return trait(now.get(), table.tableId(), Trait.RECENCY).isPresent()
        && trait(now.get(), table.tableId(), Trait.MONETARY).isPresent();
  }
}
