package app.parcelle.engine.cluster;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How to look for clusters. It is kept with the result, so that the same data gives the same clusters again.
 *
 * @param fields at least one
 * @param k the number of clusters; null for the recommended one
 * @param maxK the largest number tried, from 2 on
 */
public record ClusterRequest(List<Preparation> fields, @Nullable Integer k, int maxK, long seed) {
  /**
   * What is done to a field's values, in this order.
   *
   * @param field the id of the field
   * @param missing what happens to customers without a value
   * @param log sign(x) ln(1 + |x|), for amounts and counts
   * @param standardise to mean 0 and standard deviation 1
   */
  public record Preparation(String field, Missing missing, boolean log, boolean standardise) {}

  /** What happens to customers without a value. */
  public enum Missing {
    /** They are put in no cluster. */
    LEAVE_OUT,
    /** They are given the median of the others. */
    MEDIAN
  }

  public ClusterRequest {
    fields = List.copyOf(fields);
  }
}
