package app.parcelle.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongFunction;

import app.parcelle.engine.profile.ColumnProfile.Share;

/** Keeps the most frequent of many values; of equally frequent ones, those that came first. */
final class TopShares {
  private static final Comparator<Counted> LEAST_FIRST = Comparator.comparingLong(Counted::rows)
      .thenComparing(Comparator.comparingLong(Counted::value).reversed());

  private final int most;
  private final PriorityQueue<Counted> kept = new PriorityQueue<>(LEAST_FIRST);

  private record Counted(long value, long rows) {}

  TopShares(int most) {
    this.most = most;
  }

  void add(long value, long rows) {
    boolean worth = rows > 0 && (kept.size() < most || kept.peek().rows() < rows);
    if (worth) {
      kept.add(new Counted(value, rows));
      if (kept.size() > most) {
        kept.poll();
      }
    }
  }

  List<Share> shares(LongFunction<String> text) {
    List<Counted> all = new ArrayList<>(kept);
    all.sort(LEAST_FIRST.reversed());
    return all.stream().map(c -> new Share(text.apply(c.value()), c.rows())).toList();
  }
}
