package app.parcelle.engine.project;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.Clusters;
import app.parcelle.engine.cluster.FeatureMatrix;
import app.parcelle.engine.evaluate.Evaluator;
import app.parcelle.engine.evaluate.Fields;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;

/** Clusters of the customers of the base: their fields as a matrix, and the clusters back by customer number. */
final class CustomerClusters {
  private static final Segment.Reference SEEN_FROM = new Segment.Reference.Project();

  private final Fields fields;
  private final Evaluator evaluator;
  private final int customers;

  CustomerClusters(Fields fields, Evaluator evaluator, int customers) {
    this.fields = fields;
    this.evaluator = evaluator;
    this.customers = customers;
  }

  ClusterResult find(ClusterRequest request, JobContext job) {
    List<Field> chosen = request.fields().stream().map(p -> field(p.field())).toList();
    long[] base = evaluator.base(SEEN_FROM, job);
    int[] numbers = numbers(base);
    double[] values = new double[Math.multiplyExact(numbers.length, chosen.size())];
    for (int f = 0; f < chosen.size(); f++) {
      double[] column = evaluator.column(chosen.get(f), SEEN_FROM, job).numbers();
      for (int row = 0; row < numbers.length; row++) {
        values[row * chosen.size() + f] = column[numbers[row]];
      }
    }
    FeatureMatrix matrix = new FeatureMatrix(chosen.stream().map(Field::name).toList(), numbers.length,
        values);
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    return spread(Clusters.find(matrix, request, threads, job), numbers);
  }

  private Field field(String id) {
    Field field = fields.find(new FieldRef(id, id))
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-field", id)));
    if (field.type().isText()) {
      throw new Problem(Message.of("project.not-a-number", field.name()));
    }
    return field;
  }

  private static int[] numbers(long[] base) {
    int[] numbers = new int[Bits.count(base)];
    int row = 0;
    for (int customer = 0; row < numbers.length; customer++) {
      if (Bits.get(base, customer)) {
        numbers[row++] = customer;
      }
    }
    return numbers;
  }

  /** From rows of the matrix to customer numbers; who is outside the base is in no cluster and not on the map. */
  private ClusterResult spread(ClusterResult result, int[] numbers) {
    int[] assignment = new int[customers];
    float[] map = new float[2 * customers];
    Arrays.fill(map, Float.NaN);
    for (int row = 0; row < numbers.length; row++) {
      assignment[numbers[row]] = result.assignment()[row];
      map[2 * numbers[row]] = result.map()[2 * row];
      map[2 * numbers[row] + 1] = result.map()[2 * row + 1];
    }
    return new ClusterResult(result.k(), result.recommended(), result.reason(), result.silhouette(),
        result.inertia(),
        result.silhouetteSample(), result.rowSilhouettes(), assignment, result.profiles(), map, result.axes(),
        result.seed(),
        result.threads());
  }
}
