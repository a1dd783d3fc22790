package app.parcelle.engine.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a model finds: how many customers each pair of scores has, and what each named segment is.
 *
 * @param day that it is seen from
 * @param cells scores x scores: by recency score, then by frequency score, each from 1
 * @param segments one for each name of the model, that of the others last
 * @param all everyone who bought something
 */
public record RfmReport(RfmModel model, LocalDate day, Figures[][] cells, List<Figures> segments,
    Figures all, RfmScores scores) {

  /**
   * Some customers and what they bought.
   *
   * @param recency the median in days; with an even number of customers the lesser of the middle two. Null without customers
   */
  public record Figures(int customers, long orders, BigDecimal revenue, @Nullable Integer recency) {
    /** Revenue over orders, at two digits at least, a half away from zero; null without orders. */
    public @Nullable BigDecimal averageBasket() {
      return orders == 0
          ? null
          : revenue.divide(BigDecimal.valueOf(orders), Math.max(2, revenue.scale()), RoundingMode.HALF_UP);
    }
  }

  /**
   * @param days since the last purchase, by customer number
   * @param orders of each
   * @param revenue of each, in units of the scale
   */
  public static RfmReport of(RfmModel model, LocalDate day, RfmScores scores, long[] days, long[] orders,
      long[] revenue, int scale) {
    int n = model.scores();
    Sums[][] cells = new Sums[n][n];
    Sums[] segments = new Sums[model.segments().size() + 1];
    for (Sums[] row : cells) {
      Arrays.setAll(row, _ -> new Sums());
    }
    Arrays.setAll(segments, _ -> new Sums());
    Sums all = new Sums();
    for (int c = 0; c < days.length; c++) {
      if (scores.segments()[c] > 0) {
        cells[scores.recency()[c] - 1][scores.frequency()[c] - 1].add(days[c], orders[c], revenue[c]);
        segments[scores.segments()[c] - 1].add(days[c], orders[c], revenue[c]);
        all.add(days[c], orders[c], revenue[c]);
      }
    }
    Figures[][] grid = new Figures[n][n];
    for (int r = 0; r < n; r++) {
      for (int f = 0; f < n; f++) {
        grid[r][f] = cells[r][f].figures(scale);
      }
    }
    List<Figures> named = new ArrayList<>();
    for (Sums segment : segments) {
      named.add(segment.figures(scale));
    }
    return new RfmReport(model, day, grid, List.copyOf(named), all.figures(scale), scores);
  }

  /**
   * How customers moved from one report's segments to another's.
   *
   * @return names + 1 x names + 1 counts, from and to: the last row and column are those who had not bought yet
   */
  public static int[][] moves(RfmReport before, RfmReport after) {
    int last = before.model().names().size();
    int[][] moves = new int[last + 1][last + 1];
    byte[] from = before.scores().segments();
    byte[] to = after.scores().segments();
    for (int c = 0; c < Math.max(from.length, to.length); c++) {
      int was = c < from.length ? from[c] : 0;
      int is = c < to.length ? to[c] : 0;
      moves[was == 0 ? last : was - 1][is == 0 ? last : is - 1]++;
    }
    return moves;
  }

  /** Grows as customers are added. */
  private static final class Sums {
    private int customers;
    private long orders;
    private long revenue;
    private long[] days = new long[16];

    void add(long recency, long ordered, long worth) {
      if (customers == days.length) {
        days = Arrays.copyOf(days, 2 * customers);
      }
      days[customers++] = recency;
      orders += ordered;
      revenue = Math.addExact(revenue, worth);
    }

    Figures figures(int scale) {
      long[] sorted = Arrays.copyOf(days, customers);
      Arrays.sort(sorted);
      return new Figures(customers, orders, BigDecimal.valueOf(revenue, scale),
          customers == 0 ? null : (int) sorted[(customers - 1) / 2]);
    }
  }
}
