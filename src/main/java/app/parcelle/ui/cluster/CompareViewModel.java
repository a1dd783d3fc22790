package app.parcelle.ui.cluster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.PeriodComparison;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.JobStatus;

/** Beside clusters that were found: those of other methods, and those of an earlier day. */
final class CompareViewModel {
  private static final String METHODS = "clusters-compare";
  private static final String PERIODS = "clusters-periods";

  private final ClusterSource source;
  private final JobRunner jobs;
  private final Consumer<Throwable> complain;
  private final Consumer<Found> taker;
  private final Map<String, BooleanProperty> ticks = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable PeriodComparison> periods = new ReadOnlyObjectWrapper<>();

  /** @param taker takes a clustering that is to be shown */
  CompareViewModel(ClusterSource source, JobRunner jobs, Consumer<Throwable> complain,
      Consumer<Found> taker) {
    this.source = source;
    this.jobs = jobs;
    this.complain = complain;
    this.taker = taker;
    for (String method : AlgorithmText.NAMES) {
      ticks.put(method, new SimpleBooleanProperty(switch (method) {
        case "k-means", "mixture", "hierarchical" -> true;
        default -> false;
      }));
    }
  }

  /** Whether each method takes part. */
  Map<String, BooleanProperty> ticks() {
    return ticks;
  }

  List<String> ticked() {
    return ticks.entrySet().stream().filter(e -> e.getValue().get()).map(Map.Entry::getKey).toList();
  }

  /** Looks for as many clusters by each ticked method; the method of the base keeps its parameters. */
  void compare(Found base) {
    Algorithm own = base.result().request().algorithm();
    List<Algorithm> algorithms = ticked().stream()
        .map(method -> method.equals(AlgorithmText.name(own)) ? own : AlgorithmText.read(method, Map.of()))
        .toList();
    ClusterRequest request = base.result().request().withOnly(Math.max(2, base.result().k()));
    jobs.run(METHODS, Message.of("comparison.job.compare"),
        job -> Compared.of(base, source.compare(request, algorithms, job)), compared::set, complain);
  }

  /** Shows one of the clusterings compared in the place of the one shown. */
  void take(Compared of, int place) {
    taker.accept(of.found().get(place));
  }

  /** Looks for the same clusters in what was known so many months before the day of the clusters shown. */
  void monthsBefore(Found shown, int months) {
    periods(shown, day -> day.minusMonths(months));
  }

  /** Looks for the same clusters in what was known on a day. */
  void asOf(Found shown, LocalDate day) {
    periods(shown, _ -> day);
  }

  private void periods(Found shown, UnaryOperator<LocalDate> earlier) {
    jobs.run(PERIODS, Message.of("comparison.job.periods"), job -> source.overPeriods(shown.clustering(),
        earlier.apply(source.day(shown.clustering(), job)), job), periods::set, complain);
  }

  /** To be called when clusters were looked for anew. */
  void forgetMethods() {
    jobs.cancel(METHODS);
    compared.set(null);
  }

  /** To be called when other clusters are shown. */
  void forgetPeriods() {
    jobs.cancel(PERIODS);
    periods.set(null);
  }

  void cancel() {
    jobs.cancel(METHODS);
    jobs.cancel(PERIODS);
  }

  ReadOnlyBooleanProperty comparing() {
    return jobs.running(METHODS);
  }

  ReadOnlyBooleanProperty goingBack() {
    return jobs.running(PERIODS);
  }

  /** How far the comparison of methods is. */
  ReadOnlyObjectProperty<@Nullable JobStatus> comparingProgress() {
    return jobs.status(METHODS);
  }

  /** How far the search in an earlier day is. */
  ReadOnlyObjectProperty<@Nullable JobStatus> goingBackProgress() {
    return jobs.status(PERIODS);
  }

  ReadOnlyObjectProperty<@Nullable Compared> compared() {
    return compared.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable PeriodComparison> periods() {
    return periods.getReadOnlyProperty();
  }
}
