package app.parcelle.engine.cluster.rule;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.job.JobContext;

/** Takes out of a rule what it does as well without: literals, and whole boxes. */
final class Pruning {
  private final Scoring scoring;
  private final JobContext job;

  Pruning(Scoring scoring, JobContext job) {
    this.scoring = scoring;
    this.job = job;
  }

  Boxes prune(Boxes rule) {
    Boxes best = rule;
    double balance = scoring.score(rule).balance();
    boolean again = true;
    while (again) {
      again = false;
      for (Boxes shorter : shorter(best)) {
        job.throwIfCancelled();
        double without = scoring.score(shorter).balance();
        if (without >= balance) {
          best = shorter;
          balance = without;
          again = true;
          break;
        }
      }
    }
    return best;
  }

  /** The rule without one of its boxes, then without one of its literals. */
  private static List<Boxes> shorter(Boxes rule) {
    List<Boxes> shorter = new ArrayList<>();
    for (int b = 0; b < rule.boxes().size() && rule.boxes().size() > 1; b++) {
      List<List<Literal>> boxes = new ArrayList<>(rule.boxes());
      boxes.remove(b);
      shorter.add(new Boxes(boxes));
    }
    for (int b = 0; b < rule.boxes().size(); b++) {
      List<Literal> box = rule.boxes().get(b);
      for (int l = 0; l < box.size() && box.size() > 1; l++) {
        List<Literal> literals = new ArrayList<>(box);
        literals.remove(l);
        List<List<Literal>> boxes = new ArrayList<>(rule.boxes());
        boxes.set(b, literals);
        shorter.add(new Boxes(boxes));
      }
    }
    return shorter;
  }
}
