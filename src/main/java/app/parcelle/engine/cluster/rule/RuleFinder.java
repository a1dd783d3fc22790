package app.parcelle.engine.cluster.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;

/**
 * Looks for rules that stand for a cluster, from short to faithful. They are read off a decision tree and found box by box, on a
 * sample of at most {@value HeldOut#FITTED} customers; of each length the better one is kept, without what it can do without, its
 * numbers rounded where that costs nothing, and measured on everyone and on the customers held out.
 */
public final class RuleFinder {
  /** Of the F-measure: a longer rule has to bring so much. */
  private static final double STEP = 0.002;
  /** Squares of the weight of recall beside precision: balanced boxes, and pure ones for clusters of several parts. */
  private static final double[] RECALLS = {1, 0.25};

  private RuleFinder() {}

  /**
   * Finds rules. The same arguments give the same rules on any number of threads.
   *
   * @param sheet customers x fields, not prepared: dates as days since 1970, yes and no as 1 and 0
   * @param fields one a column of the sheet, in its order
   * @param members one bit a row of the sheet
   * @throws Problem when nobody or everybody is a member
   */
  public static RulePath find(Sheet sheet, List<Field> fields, long[] members, RuleOptions options, long seed,
      Workers workers, JobContext job) {
    int count = Bits.count(members);
    if (count == 0 || count == sheet.rows()) {
      throw new Problem(Message.of(count == 0 ? "cluster.problem.rule-nobody" : "cluster.problem.rule-all"));
    }
    Message what = Message.of("cluster.progress.rule");
    job.progress(0, 10, what);
    List<Feature> features = Features.of(sheet, fields, options.zone());
    HeldOut drawn = HeldOut.draw(sheet.rows(), members, seed);
    job.progress(2, 10, what);
    Sample sample = sample(features, drawn, workers, job);
    List<Boxes> found = new ArrayList<>();
    for (double recall : RECALLS) {
      found.addAll(BoxSearch.rules(sample, recall, options.conditions(), workers, Stage.quiet(job)));
      job.progress(recall == 1 ? 3 : 4, 10, what);
    }
    found.addAll(TreeSearch.rules(sample, options.conditions(), workers, Stage.quiet(job)));
    job.progress(6, 10, what);
    List<Boxes> path = refined(found, sample, options, workers, job);
    Measuring measuring = new Measuring(features, sheet.rows(), members, drawn.bits(), workers, job);
    List<RuleCandidate> candidates = new ArrayList<>();
    for (Boxes rule : path) {
      job.progress(8 + 2L * candidates.size() / path.size(), 10, what);
      candidates.add(measuring.measure(rule));
    }
    job.progress(10, 10, what);
    return new RulePath(candidates, seed, Bits.count(drawn.bits()), sample.size());
  }

  private static Sample sample(List<Feature> features, HeldOut drawn, Workers workers, JobContext job) {
    int[] rows = IntStream.concat(Arrays.stream(drawn.members()), Arrays.stream(drawn.others())).toArray();
    boolean[] member = new boolean[rows.length];
    Arrays.fill(member, 0, drawn.members().length, true);
    return Sample.of(features, rows, member, drawn.memberWeight(), drawn.otherWeight(), workers, job);
  }

  /** Of each length the best, pruned and rounded. */
  private static List<Boxes> refined(List<Boxes> found, Sample sample, RuleOptions options, Workers workers,
      JobContext job) {
    Scoring scoring = new Scoring(sample);
    Boxes[] pruned = new Boxes[found.size()];
    workers.run(pruned.length, i -> pruned[i] = new Pruning(scoring, job).prune(found.get(i)));
    List<Boxes> fitting = Arrays.stream(pruned)
        .filter(rule -> rule.conditions() <= options.conditions())
        .toList();
    List<Boxes> best = path(fitting, scoring);
    Boxes[] rounded = new Boxes[best.size()];
    workers.run(rounded.length, i -> rounded[i] = new Rounding(sample, scoring, job).round(best.get(i)));
    return path(List.of(rounded), scoring);
  }

  /** Those that no shorter rule equals, by length. */
  private static List<Boxes> path(List<Boxes> rules, Scoring scoring) {
    record Scored(Boxes rule, double balance) {}
    List<Scored> scored = rules.stream()
        .distinct()
        .map(rule -> new Scored(rule, scoring.score(rule).balance()))
        .sorted(Comparator.comparingInt((Scored one) -> one.rule().conditions())
            .thenComparing(Comparator.comparingDouble(Scored::balance).reversed()))
        .toList();
    List<Boxes> path = new ArrayList<>();
    double best = 0;
    for (Scored one : scored) {
      boolean longer = path.isEmpty() || one.rule().conditions() > path.getLast().conditions();
      if (longer && one.balance() > best + STEP) {
        path.add(one.rule());
        best = one.balance();
      }
    }
    return path;
  }
}
