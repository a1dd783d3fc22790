package app.parcelle.engine.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.evaluate.Explanation;

/**
 * One customer against one segment on two days. Fields that keep no history are as they are now on both.
 *
 * @param then as of the first day
 * @param now as of the segment's own
 */
public record SinceThen(LocalDate from, LocalDate to, Explanation then, Explanation now) {
  /** A node of the rule on both days. */
  public record Both(Explanation.Row then, Explanation.Row now) {}

  /** The nodes whose truth or value is another, in document order. */
  public List<Both> changes() {
    List<Both> changes = new ArrayList<>();
    for (int row = 0; row < now.rows().size(); row++) {
      Both both = new Both(then.rows().get(row), now.rows().get(row));
      if (!both.then().equals(both.now())) {
        changes.add(both);
      }
    }
    return changes;
  }
}
