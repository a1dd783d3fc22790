package app.parcelle.engine.cluster.algorithm;

import java.util.List;
import java.util.stream.Stream;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** What a method of densities finds in a sample; every other row goes where the model of that puts it. */
final class SampledDensity {
  private static final int TASK = 256;

  private SampledDensity() {}

  /** Finds clusters in some rows. */
  interface Method {
    Partition fit(Points sample, JobContext job);
  }

  /** @param size of the sample, fewer than there are rows */
  static Partition of(Points points, int size, Method method, long seed, Workers workers, JobContext job) {
    int[] sample = Draws.sample(points.rows(), size, Draws.of(seed, Draws.Purpose.SAMPLE));
    Partition found = method.fit(points.pick(sample), new Stage(job, 0, 0.8));
    MixedPoints all = MixedPoints.of(points);
    Model.Assigner assigner = found.model().assigner(workers, job);
    int[] labels = new int[points.rows()];
    Stage assigning = new Stage(job, 0.8, 1);
    workers.stretches(labels.length, TASK, assigning, Message.of("cluster.progress.assign"), (from, to) -> {
      for (int row = from; row < to; row++) {
        job.throwIfCancelled();
        labels[row] = assigner.assign(all, row);
      }
    });
    for (int i = 0; i < sample.length; i++) {
      labels[sample[i]] = found.labels()[i];
    }
    // a radius holds for all rows; what is told row by row is of the sample's only
    Stream<Partition.Detail> radius = found.details()
        .stream()
        .filter(Partition.Detail.Radius.class::isInstance);
    List<Partition.Detail> details = Stream.concat(radius, Stream.of(new Partition.Detail.Sample(size)))
        .toList();
    return new Partition(found.k(), labels, found.model(), details);
  }
}
