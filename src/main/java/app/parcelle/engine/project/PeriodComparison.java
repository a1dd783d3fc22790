package app.parcelle.engine.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.Comparison;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.quality.Agreement;
import app.parcelle.engine.cluster.quality.Matching;
import app.parcelle.engine.message.Message;

/**
 * The same search on two days: which clusters are still there, and who has gone from one to another. Clusters count from 1.
 *
 * @param then as of the earlier day
 * @param agreement of the customers who have a cluster on both days, those of then in lines
 * @param heirs one a cluster of then: the cluster of now that is the same, or 0 where it is there no more
 */
public record PeriodComparison(LocalDate earlier, CustomerClustering then, LocalDate later,
    CustomerClustering now, Agreement agreement, int[] heirs) {
  /** @param then and {@code now}: of the same customers by number */
  public static PeriodComparison of(LocalDate earlier, CustomerClustering then, LocalDate later,
      CustomerClustering now) {
    int all = Math.max(then.all(), now.all());
    Agreement agreement = Agreement.of(labels(then, all), labels(now, all));
    int[] heirs = Arrays.stream(Matching.of(agreement.table())).map(partner -> partner + 1).toArray();
    return new PeriodComparison(earlier, then, later, now, agreement,
        Arrays.copyOf(heirs, then.result().k()));
  }

  private static int[] labels(CustomerClustering clustering, int all) {
    int[] labels = new int[all];
    Arrays.fill(labels, Partition.NOISE);
    int[] clusters = clustering.byCustomer();
    for (int customer = 0; customer < clusters.length; customer++) {
      labels[customer] = clusters[customer] == 0 ? Partition.NOISE : clusters[customer] - 1;
    }
    return labels;
  }

  /** Customers who have a cluster on both days. */
  public int both() {
    return agreement.rows();
  }

  /** Of those the ones whose cluster is still the same. */
  public int stayed() {
    return IntStream.range(0, agreement.table().length)
        .filter(cluster -> heirs[cluster] > 0)
        .map(cluster -> agreement.table()[cluster][heirs[cluster] - 1])
        .sum();
  }

  public int moved() {
    return both() - stayed();
  }

  /** Customers who have a cluster now, and had none then. */
  public int entered() {
    return clustered(now) - both();
  }

  /** Customers who had a cluster then, and have none now. */
  public int left() {
    return clustered(then) - both();
  }

  private static int clustered(CustomerClustering clustering) {
    return (int) Arrays.stream(clustering.result().assignment()).filter(cluster -> cluster > 0).count();
  }

  /** Clusters of then that are there no more. */
  public List<Integer> gone() {
    return IntStream.rangeClosed(1, heirs.length).filter(cluster -> heirs[cluster - 1] == 0).boxed().toList();
  }

  /** Clusters of now that were not there then. */
  public List<Integer> fresh() {
    return IntStream.rangeClosed(1, now.result().k())
        .filter(cluster -> Arrays.stream(heirs).noneMatch(heir -> heir == cluster))
        .boxed()
        .toList();
  }

  /**
   * Who went from where to where. The groups are the clusters of now, then those of then that are {@link #gone}, then no cluster.
   *
   * @return groups x groups, from and to
   */
  public int[][] flows() {
    int k = now.result().k();
    List<Integer> gone = gone();
    int none = k + gone.size();
    int[] before = then.byCustomer();
    int[] after = now.byCustomer();
    int[][] flows = new int[none + 1][none + 1];
    for (int customer = 0; customer < Math.max(before.length, after.length); customer++) {
      int was = customer < before.length ? before[customer] : 0;
      int is = customer < after.length ? after[customer] : 0;
      if (was > 0 || is > 0) {
        int from = was == 0 ? none : heirs[was - 1] > 0 ? heirs[was - 1] - 1 : k + gone.indexOf(was);
        flows[from][is == 0 ? none : is - 1]++;
      }
    }
    return flows;
  }

  /** The numbers of the customers who are no more in the cluster that they were in, ascending. */
  public int[] movers() {
    int[] before = then.byCustomer();
    int[] after = now.byCustomer();
    return IntStream.range(0, Math.min(before.length, after.length))
        .filter(customer -> before[customer] > 0 && after[customer] > 0)
        .filter(customer -> heirs[before[customer] - 1] != after[customer])
        .toArray();
  }

  /** What has come of the clusters, in sentences. */
  public List<Message> words() {
    List<Message> words = new ArrayList<>();
    if (both() == 0) {
      words.add(Message.of("comparison.period.nobody", earlier, later));
      return words;
    }
    words.add(Comparison.words(agreement.adjustedRand()));
    words.add(Message.of("comparison.period.stayed", both(), (double) stayed() / both(), moved()));
    if (!gone().isEmpty()) {
      words.add(Message.of("comparison.period.gone", gone().size()));
    }
    if (!fresh().isEmpty()) {
      words.add(Message.of("comparison.period.fresh", fresh().size()));
    }
    return words;
  }
}
