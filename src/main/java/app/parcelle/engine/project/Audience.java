package app.parcelle.engine.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Contrast;
import app.parcelle.engine.evaluate.CustomerKeys;
import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.evaluate.Evaluator;
import app.parcelle.engine.evaluate.Explanation;
import app.parcelle.engine.evaluate.MemberOrder;
import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dictionary;

/** Who the members of segments are, and how that changed. May be called from any thread. */
public final class Audience {
  private final Supplier<Moment> now;

  Audience(Supplier<Moment> now) {
    this.now = now;
  }

  /** What they are worth and what sets them apart. */
  public Portrait portrait(Segment segment, Evaluation evaluation, JobContext job) {
    Moment at = now.get();
    long[] members = evaluation.members();
    return members == null || evaluation.count() == 0
        ? Portrait.NOBODY
        : Portrait.of(at.fields(), field -> at.evaluator().column(field, segment.reference(), job), members,
            at.evaluator().base(segment.reference(), job), job);
  }

  /** @param own the id that the segment itself is saved under; null where it is not */
  public List<AudienceWarning> warnings(Segment segment, Evaluation evaluation, @Nullable String own,
      JobContext job) {
    return new Warnings(now.get(), segment, evaluation, job).all(own);
  }

  /** How the members spread over a field, beside everyone. */
  public Contrast contrast(Segment segment, Evaluation evaluation, Field field, JobContext job) {
    Moment at = now.get();
    return Contrast.of(at.evaluator().column(field, segment.reference(), job),
        Objects.requireNonNull(evaluation.members()), at.evaluator().base(segment.reference(), job));
  }

  /** The segment's size as of the last month ends; each is an evaluation of its own. */
  public Trend trend(Segment segment, JobContext job) {
    Evaluator evaluator = now.get().evaluator().aside();
    List<Trend.Point> points = new ArrayList<>();
    for (LocalDate day : Trend.monthEnds(evaluator.day(segment, job))) {
      job.progress(points.size(), Trend.MONTHS, Message.of("audience.trending"));
      job.throwIfCancelled();
      Evaluation then = evaluator.evaluate(asOf(segment, day), job);
      points.add(new Trend.Point(day, then.count(), then.base()));
    }
    return new Trend(points);
  }

  private static Segment asOf(Segment segment, LocalDate day) {
    return segment.seenFrom(new Segment.Reference.Fixed(day));
  }

  /**
   * Who came and who left since a day.
   *
   * @throws Problem when the segment cannot be computed
   */
  public Movement movement(Segment segment, LocalDate since, JobContext job) {
    Evaluator evaluator = now.get().evaluator();
    Evaluation after = evaluator.evaluate(segment, job);
    Evaluation before = evaluator.aside().evaluate(asOf(segment, since), job);
    long[] were = before.members();
    long[] are = after.members();
    if (were == null || are == null) {
      throw new Problem(Message.of("audience.unknown"));
    }
    int stayed = Bits.countBoth(were, are);
    return new Movement(since, after.asOf(), before.count(), after.count(), after.count() - stayed,
        before.count() - stayed, stayed);
  }

  /**
   * What has changed for one customer since a day.
   *
   * @throws Problem when the directory has no such key
   */
  public SinceThen since(Segment segment, String key, LocalDate since, JobContext job) {
    Moment at = now.get();
    int customer = number(at.data().customers(), key);
    Explanation is = at.evaluator().explain(segment, customer, job);
    Explanation was = at.evaluator().aside().explain(asOf(segment, since), customer, job);
    return new SinceThen(since, at.evaluator().day(segment, job), was, is);
  }

  /** The number of a customer. */
  static int number(Dictionary customers, String key) {
    String wanted = key.strip();
    for (int customer = 0; customer < customers.size(); customer++) {
      if (customers.text(customer).equals(wanted)) {
        return customer;
      }
    }
    throw new Problem(Message.of("project.no-customer", wanted));
  }

  /**
   * The members as a table.
   *
   * @param by the field they are sorted by; null for the order in which customers came
   * @param locale whose order texts have
   */
  public MemberRows members(Segment segment, Evaluation evaluation, List<Field> fields, @Nullable Field by,
      boolean descending, Locale locale, JobContext job) {
    Moment at = now.get();
    long[] members = Objects.requireNonNull(evaluation.members());
    int[] order = by == null
        ? MemberOrder.plain(members)
        : MemberOrder.by(at.evaluator().column(by, segment.reference(), job), members, descending, locale,
            job);
    return new MemberRows(fields, order,
        fields.stream().map(field -> at.evaluator().cells(field, segment.reference(), job)).toList(),
        at.data().customers());
  }

  /** The customers whose keys begin with some text, at most {@code limit}. */
  public List<CustomerKeys.Found> keys(String text, int limit, JobContext job) {
    return CustomerKeys.startingWith(now.get().data().customers(), text, limit, job);
  }
}
