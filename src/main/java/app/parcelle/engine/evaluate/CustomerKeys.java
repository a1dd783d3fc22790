package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Dictionary;

/** The directory of customers, searched by the beginning of a key; whatever the case. */
public final class CustomerKeys {
  private static final int STRIDE = 8_192;
  private static final Comparator<Found> ORDER = Comparator
      .comparingInt((Found found) -> found.key().length())
      .thenComparing(Found::key);

  private CustomerKeys() {}

  /** A customer of the directory. */
  public record Found(int number, String key) {}

  /** The first {@code limit} keys that begin with some text, short ones first, so that the very key is the first. */
  public static List<Found> startingWith(Dictionary customers, String text, int limit, JobContext job) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    PriorityQueue<Found> first = new PriorityQueue<>(ORDER.reversed());
    for (int number = 0; number < customers.size(); number++) {
      if (number % STRIDE == 0) {
        job.throwIfCancelled();
      }
      String key = customers.text(number);
      if (key.regionMatches(true, 0, wanted, 0, wanted.length())) {
        first.add(new Found(number, key));
        if (first.size() > limit) {
          first.remove();
        }
      }
    }
    List<Found> found = new ArrayList<>(first);
    found.sort(ORDER);
    return found;
  }
}
