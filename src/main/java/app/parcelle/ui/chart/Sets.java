package app.parcelle.ui.chart;

import java.util.List;

/**
 * What a picture of overlapping sets shows. A region is who is in exactly some of the sets, written as a number: bit i stands for
 * the set at i.
 *
 * @param name what it shows, for people who do not see it
 * @param sets in their order
 * @param regions in the order of the picture
 */
public record Sets(String name, List<OneSet> sets, List<Region> regions) {
  /**
   * A set.
   *
   * @param figure its size as people read it
   */
  public record OneSet(String name, int size, String figure) {}

  /**
   * A region that holds somebody.
   *
   * @param set the sets it lies in
   * @param figure its size as people read it
   * @param words what it is, in full
   */
  public record Region(int set, int count, String figure, String words) {
    boolean in(int one) {
      return (set >> one & 1) != 0;
    }
  }

  public Sets {
    sets = List.copyOf(sets);
    regions = List.copyOf(regions);
  }
}
