package app.parcelle.engine.cluster.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.message.Message;

/**
 * Whether the points show clusters, and how many. K-means cuts any cloud into pieces; the pieces are clusters only when their
 * silhouette is clearly better than what the same procedure reaches on data without clusters ({@link NoClusters}).
 *
 * @param k the number recommended; empty where the points show no clusters
 * @param reason why, in words
 */
public record Evidence(OptionalInt k, Message reason) {
  /** Rows that are compared with data without clusters. */
  public static final int ROWS = 1_000;

  /** Fewer rows say nothing. */
  public static final int FEWEST = 30;

  /** So stable has to be every cluster of a division that is mentioned beside the recommended one. */
  private static final double FOUND_AGAIN = 0.85;

  /** And such a share of the recommended one's silhouette has it to reach. */
  private static final double NEARLY = 0.7;

  /** After Hennig a cluster is then hardly to be trusted. */
  private static final double DOUBTFUL = 0.6;

  /** The rows that are compared. */
  static int[] rows(Points points, long seed) {
    return Draws.sample(points.rows(), ROWS, Draws.of(seed, Draws.Purpose.REFERENCE, -1));
  }

  static Evidence few(int rows) {
    return new Evidence(OptionalInt.empty(), Message.of("cluster.reason.few", rows, FEWEST));
  }

  static Evidence of(List<Standing> standings) {
    Comparator<Standing> bySilhouette = Comparator.comparingDouble(Standing::silhouette);
    if (standings.stream().noneMatch(Standing::clear)) {
      Standing best = Collections.max(standings, bySilhouette);
      return new Evidence(OptionalInt.empty(), Message.of("cluster.reason.none", best.k(), best.silhouette(),
          best.without(), slices(standings)));
    }
    // once there are groups, their number is the one that separates them best
    Standing best = standings.stream().filter(Standing::better).max(bySilhouette).orElseThrow();
    Optional<Standing> beside = standings.stream()
        .filter(other -> other.k() != best.k() && other.better() && other.least() >= FOUND_AGAIN
            && other.silhouette() >= NEARLY * best.silhouette())
        .max(bySilhouette);
    List<Message> reasons = new ArrayList<>(List.of(
        Message.of("cluster.reason.clear", best.k(), best.silhouette(), best.without())));
    if (best.least() < DOUBTFUL) {
      reasons.add(Message.of("cluster.reason.doubtful", best.least()));
    } else if (best.least() >= DOUBTFUL) {
      reasons.add(Message.of("cluster.reason.again", best.least()));
    }
    beside.ifPresent(other -> reasons.add(Message.of(
        other.k() < best.k() ? "cluster.reason.coarser" : "cluster.reason.finer", other.k(),
        other.silhouette())));
    return new Evidence(OptionalInt.of(best.k()),
        reasons.stream().reduce((one, next) -> Message.of("cluster.reason.and", one, next)).orElseThrow());
  }

  /** Into how many slices a crowd can be cut so that each is found again; 0 where chance cuts anew each time. */
  private static int slices(List<Standing> standings) {
    return standings.stream()
        .filter(standing -> standing.least() >= FOUND_AGAIN)
        .mapToInt(Standing::k)
        .max()
        .orElse(0);
  }
}
