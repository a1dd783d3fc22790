package app.parcelle.engine.cluster.algorithm;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Hierarchical clustering by the nearest-neighbour chain (Müllner, <i>Modern hierarchical, agglomerative clustering
 * algorithms</i>, 2011): from group to nearest group until two are each other's nearest, which are joined. Right for every
 * distance between groups that no join makes smaller; n squared distances in all.
 */
final class NeighbourChain {
  /** Groups that shrink in number. A group keeps the number of one of its leaves. */
  interface Groups {
    /** Any group; the same as long as none is joined. */
    int any();

    /** The nearest other group; of several as near, {@code preferred} if it is one of them, or else the first. */
    int nearest(int group, int preferred);

    /** How far the group found last was. */
    double gap();

    /** Joins the first into the second, whose number stays. */
    void join(int gone, int kept);

    /** The distance between groups, as a height in the tree, of such a gap. */
    double height(double gap);
  }

  private NeighbourChain() {}

  static Merges join(Groups groups, int leaves, JobContext job) {
    Merges merges = new Merges(leaves);
    int[] chain = new int[leaves];
    int length = 0;
    int steps = 0;
    while (merges.count() < leaves - 1) {
      if (length == 0) {
        chain[length++] = groups.any();
      }
      int last = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int nearest = groups.nearest(last, before);
      if (nearest == before) {
        int gone = Math.min(last, nearest);
        int kept = Math.max(last, nearest);
        merges.add(gone, kept, groups.height(groups.gap()));
        groups.join(gone, kept);
        length -= 2;
      } else {
        chain[length++] = nearest;
      }
      job.throwIfCancelled();
      if (steps++ % 1_024 == 0) {
        long left = (long) leaves - merges.count();
        // the work left goes with the square of the groups left
        job.progress((long) leaves * leaves - left * left, (long) leaves * leaves,
            Message.of("cluster.progress.join"));
      }
    }
    return merges;
  }
}
