package app.parcelle.engine.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.table.Bits;

/**
 * Who is in exactly which of some segments. A set of segments is written as a number: bit i stands for the segment at i.
 *
 * @param sizes members of each segment
 * @param regions those that hold somebody, the largest first; together they are everybody who is in any of the segments
 * @param outside customers of the base who are in none
 * @param pairs each two segments, in the order of the segments
 */
public record Overlap(List<Integer> sizes, List<Region> regions, int outside, List<Pair> pairs) {
  /** Beyond these there are more regions than anybody reads. */
  public static final int MOST = 12;

  /**
   * The customers who are in these segments and in none of the others.
   *
   * @param segments a set; 0 for those who are in none
   */
  public record Region(int segments, int count) {
    public boolean in(int segment) {
      return (segments >> segment & 1) != 0;
    }

    /** How many segments they are in. */
    public int degree() {
      return Integer.bitCount(segments);
    }
  }

  public Overlap {
    sizes = List.copyOf(sizes);
    regions = List.copyOf(regions);
    pairs = List.copyOf(pairs);
  }

  /**
   * Counts all regions in one pass: 4 ms for twelve segments of a million customers.
   *
   * @param segments members of each, at most {@link #MOST}: one bit a customer number
   * @param base the customers that there are
   */
  public static Overlap of(List<long[]> segments, long[] base, JobContext job) {
    if (segments.size() > MOST) {
      throw new IllegalArgumentException("more than " + MOST + " segments");
    }
    int[] counts = new RegionCounts(segments).all(job);
    List<Region> regions = new ArrayList<>();
    for (int set = 1; set < counts.length; set++) {
      if (counts[set] > 0) {
        regions.add(new Region(set, counts[set]));
      }
    }
    regions.sort(Comparator.comparingInt(Region::count)
        .reversed()
        .thenComparingInt(Region::degree)
        .thenComparingInt(Region::segments));
    int[] sizes = new int[segments.size()];
    Arrays.setAll(sizes, segment -> Bits.count(segments.get(segment)));
    return new Overlap(Arrays.stream(sizes).boxed().toList(), regions,
        Bits.count(members(segments, base, 0)), pairs(regions, sizes));
  }

  private static List<Pair> pairs(List<Region> regions, int[] sizes) {
    List<Pair> pairs = new ArrayList<>();
    for (int first = 0; first < sizes.length; first++) {
      for (int second = first + 1; second < sizes.length; second++) {
        int both = 0;
        for (Region region : regions) {
          both += region.in(first) && region.in(second) ? region.count() : 0;
        }
        pairs.add(new Pair(first, second, both, sizes[first], sizes[second]));
      }
    }
    return pairs;
  }

  /** How many customers are in exactly these segments; 0 counts those who are in none. */
  public int count(int set) {
    return set == 0
        ? outside
        : regions.stream().filter(r -> r.segments() == set).mapToInt(Region::count).findFirst().orElse(0);
  }

  /** How many customers are in any of the segments. */
  public int union() {
    return regions.stream().mapToInt(Region::count).sum();
  }

  /** The customers of the base who are in exactly these segments: one bit each. */
  public static long[] members(List<long[]> segments, long[] base, int set) {
    long[] members = base.clone();
    for (int i = 0; i < segments.size(); i++) {
      if ((set >> i & 1) != 0) {
        Bits.and(members, segments.get(i));
      } else {
        Bits.andNot(members, segments.get(i));
      }
    }
    return members;
  }

  /**
   * The rule of a region: in these segments, and in none of the others.
   *
   * @param membership the condition that says "is in the segment", one a segment
   */
  public static Condition rule(int set, List<? extends Condition> membership) {
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < membership.size(); i++) {
      if ((set >> i & 1) != 0) {
        parts.add(membership.get(i));
      }
    }
    for (int i = 0; i < membership.size(); i++) {
      if ((set >> i & 1) == 0) {
        parts.add(new Condition.Not(membership.get(i)));
      }
    }
    return new Condition.AllOf(parts);
  }
}
