package app.parcelle.engine.evaluate;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dataset;

/** One condition without children, over all customer numbers. */
final class LeafEvaluation {
  private final Dataset data;
  private final FieldCatalog fields;
  private final AsOf asOf;
  private final EventRows rows;
  private final Function<Field, List<Chunk>> columns;
  private final CustomerLeaves customers;
  private final JobContext job;

  LeafEvaluation(Dataset data, FieldCatalog fields, AsOf asOf, EventRows rows,
      Function<Field, List<Chunk>> columns,
      Surroundings around,
      JobContext job) {
    this.data = data;
    this.fields = fields;
    this.asOf = asOf;
    this.rows = rows;
    this.columns = columns;
    this.customers = new CustomerLeaves(data, fields, rows, around, job);
    this.job = job;
  }

  Evaluator.Leaf of(Condition condition) {
    return switch (condition) {
      case Condition.Everyone() -> plain(Bits.full(customers()));
      case Condition.EventTest test -> events().of(test);
      case Condition.Never test -> events().of(test);
      case Condition.EventDateTest test -> events().of(test);
      case Condition.EventRelation test -> events().of(test);
      case Condition.EventTrend test -> events().of(test);
      case Condition.EventShare test -> events().of(test);
      case Condition.Sequence test -> new SequenceSearch(data, asOf, rows, fields, job).of(test);
      case Condition.InCluster(String clustering, Set<Integer> clusters) ->
        attribute(AttributeTest.of(cluster(clustering), value -> clusters.contains((int) value)));
      case Condition.Ranked test -> customers.ranked(test);
      case Condition.InBand test -> customers.inBand(test);
      case Condition.Near test -> customers.near(test);
      case Condition.InArea test -> customers.inArea(test);
      case Condition.ListTest test -> customers.list(test);
      case Condition.ListSize test -> customers.listSize(test);
      case Condition.Consent test -> customers.consent(test);
      case Condition.InSegment test -> customers.inSegment(test);
      case Condition.RandomSample test -> customers.sample(test);
      case Condition.AllOf g -> throw new IllegalArgumentException(g.toString());
      case Condition.AnyOf g -> throw new IllegalArgumentException(g.toString());
      case Condition.Not g -> throw new IllegalArgumentException(g.toString());
      default -> attribute(AttributeTest.ofTyped(condition, ref -> {
        Field field = field(ref);
        return AttributeTest.typed(field.type(), field.scale());
      }, asOf));
    };
  }

  private int customers() {
    return data.customers().size();
  }

  private Evaluator.Leaf plain(long[] bits) {
    return new Evaluator.Leaf(bits, null, null);
  }

  private Evaluator.Leaf attribute(AttributeTest test) {
    return new ChunkLeaf(test, customers(), job).of(columns.apply(field(test.field())),
        test.other() == null ? List.of() : columns.apply(field(test.other())));
  }

  private Field field(FieldRef ref) {
    return field(fields, ref);
  }

  static Field field(FieldCatalog fields, FieldRef ref) {
    return fields.find(ref).orElseThrow(() -> new Problem(Message.of("evaluate.no-field", ref.name())));
  }

  private EventLeaves events() {
    return new EventLeaves(data, fields, asOf, rows, columns, job);
  }

  private FieldRef cluster(String nameOrId) {
    return new FieldRef(nameOrId, fields.clustering(nameOrId)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-clustering", nameOrId))));
  }

  /** What a condition compares for one customer; null where it is missing, or where there is nothing to show. */
  @Nullable
  Value value(Condition condition, int customer) {
    return switch (condition) {
      case Condition.EventTest test -> events().value(test, customer);
      case Condition.Never test -> events().value(test, customer);
      case Condition.EventDateTest test -> events().value(test, customer);
      case Condition.EventRelation test -> events().value(test, customer);
      case Condition.EventTrend test -> events().value(test, customer);
      case Condition.EventShare test -> events().value(test, customer);
      case Condition.InCluster(String clustering, var clusters) ->
        ofField(field(cluster(clustering)), customer);
      case Condition.Known(FieldRef field, var knowledge) -> ofField(field(field), customer);
      case Condition.TextTest test -> ofField(field(test.field()), customer);
      case Condition.NumberTest test -> ofField(field(test.field()), customer);
      case Condition.YesNoTest test -> ofField(field(test.field()), customer);
      case Condition.DateTest test -> ofField(field(test.field()), customer);
      case Condition.Ranked test -> customers.rank(test, customer);
      case Condition.InBand test -> customers.band(test, customer);
      case Condition.Near test -> customers.distance(test, customer);
      case Condition.InArea test -> customers.place(test, customer);
      case Condition.ListTest test -> customers.elements(test.field(), customer);
      case Condition.ListSize test -> customers.elements(test.field(), customer);
      case Condition.Consent test -> customers.consent(test, customer);
      case Condition.InSegment test -> customers.member(test, customer);
      case Condition.RandomSample test -> customers.sampleNumber(test, customer);
      default -> null;
    };
  }

  private @Nullable Value ofField(Field field, int customer) {
    return FieldColumn.value(field, columns.apply(field).get(customer >> 16), customer & 0xFFFF);
  }
}
